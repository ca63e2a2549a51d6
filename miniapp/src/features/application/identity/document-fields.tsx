import { type LocalDate, addYears } from '@jikaotong/shared/kernel';
import { type IdentityMatrix, ORIGINS } from '@jikaotong/shared/notice';
import { acceptedTypes, maskNumber, normaliseNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, fullDayWords, originWord, sexWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Check, Choices, DayField, FieldRow, PickField, TextButton, TextField } from '../../../ui';
import { FixedValue } from './fixed-value';
import { type IdentityField, type IdentityForm, type IdentityReading, withOrigin } from './identity-form';

type Common = {
  form: IdentityForm;
  errorAt: (field: IdentityField) => string | null;
  onChange: (part: Partial<IdentityForm>) => void;
  onLeave: (field: IdentityField) => void;
};

type Props = Common & {
  reading: IdentityReading;
  matrix: IdentityMatrix | null;
  /** What is known from before; the number masked. */
  stored: { documentNumberMasked: string | null; birthDate: LocalDate | null; sex: 'male' | 'female' | null };
};

/** Whose document it is and which, in as few fields as the notice and the number leave open. */
export function DocumentFields({ form, reading, matrix, stored, errorAt, onChange, onLeave }: Props) {
  const [retyping, setRetyping] = useState(false);
  const origins = matrix?.origins.map(({ origin }) => origin) ?? ORIGINS;
  const types = form.origin ? acceptedTypes(matrix, form.origin) : [];
  const showsNumber = reading.keepsNumber && !retyping;
  return (
    <>
      {origins.length > 1 ? (
        <PickField
          id="origin"
          label="国籍或地区"
          options={origins.map((key) => ({ key, text: originWord(key) }))}
          value={form.origin}
          onChange={(origin) => onChange(withOrigin(form, origin, matrix))}
        />
      ) : null}
      {types.length > 1 ? (
        <PickField
          id="document-type"
          label="证件类型"
          options={types.map((key) => ({ key, text: documentTypeWord(key) }))}
          value={form.documentType}
          error={errorAt('documentType')}
          onChange={(documentType) => onChange({ documentType })}
        />
      ) : (
        <FieldRow label="证件类型">
          <FixedValue>{form.documentType ? documentTypeWord(form.documentType) : ''}</FixedValue>
        </FieldRow>
      )}
      {showsNumber ? (
        <FieldRow
          label="证件号码"
          side={<TextButton id="retype-number" text="重新填写" onTap={() => setRetyping(true)} />}
        >
          <FixedValue>{stored.documentNumberMasked}</FixedValue>
        </FieldRow>
      ) : (
        <TextField
          id="document-number"
          label="证件号码"
          type={form.documentType === 'resident-id' ? 'idcard' : 'text'}
          value={form.number}
          placeholder="请对照证件填写"
          maxlength={40}
          error={errorAt('documentNumber')}
          hint={reading.told ? `已核对 ${maskNumber(normaliseNumber(form.number))}` : null}
          onChange={(number) => onChange({ number })}
          onLeave={() => onLeave('documentNumber')}
        />
      )}
      <TextField
        id="name"
        label="姓名"
        value={form.name}
        placeholder="与证件一致"
        maxlength={50}
        error={errorAt('name')}
        autocomplete="name"
        onChange={(name) => onChange({ name })}
        onLeave={() => onLeave('name')}
      />
      <BornAndSex
        form={form}
        told={reading.told}
        errorAt={errorAt}
        onChange={onChange}
        stored={showsNumber ? bornOf(stored) : null}
      />
    </>
  );
}

/** Until when the document holds. */
export function ValidityFields({ form, on, errorAt, onChange, onLeave }: Common & { on: LocalDate }) {
  return (
    <>
      <Check
        id="long-term"
        text="长期有效，或证件上没有截止日"
        checked={form.longTerm}
        onChange={(longTerm) => onChange({ longTerm })}
      />
      {form.longTerm ? null : (
        <DayField
          id="document-expires"
          label="有效期截止日"
          startAt={addYears(on, 5)}
          earliest={on}
          value={form.expiresOn}
          error={errorAt('documentExpiresOn')}
          onChange={(expiresOn) => {
            onChange({ expiresOn });
            onLeave('documentExpiresOn');
          }}
        />
      )}
    </>
  );
}

type BornProps = {
  form: IdentityForm;
  told: { birthDate: LocalDate; sex: 'male' | 'female' } | null;
  /** What is stored beside a number that is kept; null where a new number is typed. */
  stored: { birthDate: LocalDate; sex: 'male' | 'female' } | null;
  errorAt: (field: IdentityField) => string | null;
  onChange: (part: Partial<IdentityForm>) => void;
};

/** Birth date and sex: read from the number where it tells them, asked where it does not. */
function BornAndSex({ form, told, stored, errorAt, onChange }: BornProps) {
  const shown = told ?? stored;
  if (shown) {
    return (
      <FieldRow label="出生日期和性别" hint={told ? '从证件号码读取' : null}>
        <FixedValue>
          {fullDayWords(shown.birthDate)} {sexWord(shown.sex)}
        </FixedValue>
      </FieldRow>
    );
  }
  if (form.documentType === 'resident-id') return null;
  return (
    <>
      <DayField
        id="birth-date"
        label="出生日期"
        startAt="1985-06-15"
        value={form.birthDate}
        error={errorAt('birthDate')}
        onChange={(birthDate) => onChange({ birthDate })}
      />
      <FieldRow label="性别" error={errorAt('sex')}>
        <Choices
          label="性别"
          options={[
            { key: 'male', text: sexWord('male') },
            { key: 'female', text: sexWord('female') },
          ]}
          value={form.sex}
          onChoose={(sex) => onChange({ sex })}
        />
      </FieldRow>
    </>
  );
}

const bornOf = ({ birthDate, sex }: Props['stored']): BornProps['stored'] =>
  birthDate && sex ? { birthDate, sex } : null;
