import { PickField, TextField } from '../../../ui';

const OTHER = '其他（自己填写）';

type Props = {
  label: string;
  id: string;
  options: readonly string[];
  /** What was chosen or typed; null while unanswered. */
  value: string | null;
  onChange: (value: string) => void;
};

/** A name from the notice's list, or typed when it is not on it. */
export function NameField({ label, id, options, value, onChange }: Props) {
  const listed = value !== null && options.includes(value);
  const chosen = value === null ? null : listed ? value : OTHER;
  return (
    <>
      <PickField
        id={id}
        label={label}
        options={[...options, OTHER].map((text) => ({ key: text, text }))}
        value={chosen}
        onChange={(key) => onChange(key === OTHER ? '' : key)}
      />
      {chosen === OTHER ? (
        <TextField
          id={`${id}-other`}
          label={`${label}名称`}
          value={value ?? ''}
          placeholder="请按证件或合同上的名称填写"
          maxlength={40}
          hint="不在通知所列名单内的，由工作人员审核"
          onChange={onChange}
        />
      ) : null}
    </>
  );
}
