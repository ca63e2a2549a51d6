import type { LocalDate } from '@jikaotong/shared/kernel';
import type { IdentityMatrix } from '@jikaotong/shared/notice';
import { Group } from '../../ui';
import {
  DocumentFields,
  type IdentityForm,
  type IdentityReading,
  PhoneField,
  ValidityFields,
  faultWords,
} from '../application';
import type { KnownEntrant } from './entry-form';

type Props = {
  form: IdentityForm;
  reading: IdentityReading;
  matrix: IdentityMatrix | null;
  known: KnownEntrant;
  today: LocalDate;
  /** Whether faults are shown: not before somebody tried to go on. */
  asked: boolean;
  onChange: (part: Partial<IdentityForm>) => void;
};

/** Who enters. */
export function IdentityFields({ form, reading, matrix, known, today, asked, onChange }: Props) {
  const errorAt = (field: keyof IdentityReading['faults']): string | null => {
    const fault = reading.faults[field];
    return asked && fault ? faultWords(field, fault) : null;
  };
  const fields = { form, errorAt, onChange, onLeave: () => undefined };
  return (
    <Group title="参赛人">
      <DocumentFields {...fields} reading={reading} matrix={matrix} stored={known} />
      <ValidityFields {...fields} on={today} />
      <PhoneField
        value={form.phone}
        masked={known.phoneMasked}
        error={errorAt('phone')}
        onChange={(phone) => onChange({ phone })}
        onLeave={fields.onLeave}
      />
    </Group>
  );
}
