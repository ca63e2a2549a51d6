import { type StaffUnitView, UNIT_FIELDS, type UnitField, units } from '@jikaotong/shared/contract';
import { unitFieldWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, Check, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props = { unit: StaffUnitView; onClose: () => void; onDone: () => void };
type Remarks = { readonly [F in UnitField]?: string };

/** Sends a registration back, with a remark for each part to mend. */
export function ReturnUnitSheet({ unit, onClose, onDone }: Props) {
  const [remarks, setRemarks] = useState<Remarks>({});
  const send = useCommand(units.returnUnit);
  const asked = UNIT_FIELDS.flatMap((field) => {
    const text = remarks[field]?.trim() ?? '';
    return text === '' ? [] : [{ field, text }];
  });
  const tick = (field: UnitField, on: boolean) =>
    setRemarks(({ [field]: known, ...others }) => (on ? { ...others, [field]: known ?? '与证明材料不一致' } : others));
  const go = async () => {
    const reply = await send.run({ params: { id: unit.id }, body: { version: unit.version, remarks: asked } });
    if (reply.ok) onDone();
  };
  return (
    <Sheet
      title="退回修改"
      onClose={onClose}
      action={
        <BigButton
          id="send-return-unit"
          text={asked.length > 0 ? `退回，请单位修改 ${asked.length} 处` : '请先选要修改的地方'}
          busy={send.busy}
          disabled={asked.length === 0}
          onTap={() => void go()}
        />
      }
    >
      <RefusalMessage refusal={send.refusal} />
      {UNIT_FIELDS.map((field) => {
        const text = remarks[field];
        return (
          <>
            <Check
              key={field}
              id={`return-${field}`}
              text={unitFieldWord(field)}
              checked={text !== undefined}
              onChange={(on) => tick(field, on)}
            />
            {text === undefined ? null : (
              <ProseField
                key={`${field}-text`}
                id={`return-${field}-text`}
                label="要怎么改"
                maxlength={200}
                value={text}
                onChange={(next) => setRemarks((known) => ({ ...known, [field]: next }))}
              />
            )}
          </>
        );
      })}
    </Sheet>
  );
}
