import type { LocalDate } from '@jikaotong/shared/kernel';
import type { IdentityMatrix } from '@jikaotong/shared/notice';
import { acceptedTypes } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, originWord, sexWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { Check, DayField, FieldRow, Group, PickField, TextButton, TextField } from '../../ui';
import { type IdentityForm, type IdentityReading, PhoneField, Shown, faultWords, onlyType } from '../application';

type Props = {
  form: IdentityForm;
  reading: IdentityReading;
  matrix: IdentityMatrix | null;
  masked: { number: string | null; phone: string | null };
  today: LocalDate;
  /** Whether faults are shown: not before somebody tried to go on. */
  asked: boolean;
  onChange: (part: Partial<IdentityForm>) => void;
};

/** Who enters, in as few fields as her document leaves open. */
export function IdentityFields({ form, reading, matrix, masked, today, asked, onChange }: Props) {
  const [retyping, setRetyping] = useState(false);
  const errorAt = (field: keyof IdentityReading['faults']): string | null => {
    const fault = reading.faults[field];
    return asked && fault ? faultWords(field, fault) : null;
  };
  const origins = matrix?.origins.map(({ origin }) => origin) ?? [];
  const types = form.origin ? acceptedTypes(matrix, form.origin) : [];
  return (
    <Group title="参赛人">
      <TextField
        id="name"
        label="姓名"
        value={form.name}
        maxlength={50}
        error={errorAt('name')}
        onChange={(name) => onChange({ name })}
      />
      {origins.length > 1 ? (
        <PickField
          id="origin"
          label="国籍或地区"
          options={origins.map((key) => ({ key, text: originWord(key) }))}
          value={form.origin}
          onChange={(origin) => onChange({ origin, documentType: onlyType(matrix, origin), number: '' })}
        />
      ) : null}
      {types.length > 1 ? (
        <PickField
          id="document-type"
          label="证件类型"
          options={types.map((key) => ({ key, text: documentTypeWord(key) }))}
          value={form.documentType}
          error={errorAt('documentType')}
          onChange={(documentType) => onChange({ documentType, number: '' })}
        />
      ) : null}
      {reading.keepsNumber && !retyping ? (
        <FieldRow
          label="证件号码"
          side={<TextButton id="retype-number" text="重新填写" onTap={() => setRetyping(true)} />}
        >
          <Shown>{masked.number}</Shown>
        </FieldRow>
      ) : (
        <TextField
          id="document-number"
          label={form.documentType ? `${documentTypeWord(form.documentType)}号码` : '证件号码'}
          type={form.documentType === 'resident-id' ? 'idcard' : 'text'}
          value={form.number}
          maxlength={40}
          error={errorAt('documentNumber')}
          onChange={(number) => onChange({ number })}
        />
      )}
      {reading.told || reading.keepsNumber || form.documentType === 'resident-id' ? null : (
        <>
          <DayField
            id="birth-date"
            label="出生日期"
            startAt="1985-06-15"
            value={form.birthDate}
            error={errorAt('birthDate')}
            onChange={(birthDate) => onChange({ birthDate })}
          />
          <PickField
            id="sex"
            label="性别"
            options={(['male', 'female'] as const).map((key) => ({ key, text: sexWord(key) }))}
            value={form.sex}
            error={errorAt('sex')}
            onChange={(sex) => onChange({ sex })}
          />
        </>
      )}
      <Check
        id="long-term"
        text="证件长期有效，或没有截止日"
        checked={form.longTerm}
        onChange={(longTerm) => onChange({ longTerm })}
      />
      {form.longTerm ? null : (
        <DayField
          id="document-expires"
          label="证件有效期截止日"
          earliest={today}
          startAt={today}
          value={form.expiresOn}
          error={errorAt('documentExpiresOn')}
          onChange={(expiresOn) => onChange({ expiresOn })}
        />
      )}
      <PhoneField
        value={form.phone}
        masked={masked.phone}
        error={errorAt('phone')}
        onChange={(phone) => onChange({ phone })}
        onLeave={() => undefined}
      />
    </Group>
  );
}
