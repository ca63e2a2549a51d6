import {
  type ApplicationView,
  type BodyOf,
  CONTACT_FIELDS,
  type ContactField,
  type DocumentReason,
  type corrections,
} from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import { endOf } from '@jikaotong/shared/rules/identity';
import type { IdentityForm, IdentityReading } from '../identity/identity-form';

export type Part = 'identity' | 'phone' | 'photo' | ContactField;
type Asked = Omit<BodyOf<typeof corrections.askCorrection>, 'reason' | 'evidenceFileIds'>;

type Filled = {
  readonly parts: readonly Part[];
  readonly form: IdentityForm;
  readonly reading: IdentityReading;
  readonly stored: ApplicationView['candidate'];
  readonly because: DocumentReason | null;
  readonly photoFileId: string | null;
};

/** Whether the fields say another document than is known. */
export function documentDiffers({ form, stored }: Pick<Filled, 'form' | 'stored'>): boolean {
  const expiresOn = form.longTerm ? null : form.expiresOn;
  return (
    form.number.trim() !== '' ||
    form.documentType !== stored.documentType ||
    form.origin !== stored.origin ||
    expiresOn !== endOf(stored.documentExpiresOn)
  );
}

/** What is asked, of the parts that were chosen, as far as it differs; null while something is still to be filled in. */
export function askedOf({ parts, form, reading, stored, because, photoFileId }: Filled): Asked | null {
  const has = (part: Part) => parts.includes(part);
  const { name, origin, documentType, documentNumber, sex } = reading.parts ?? {};
  const documentExpiresOn = form.longTerm ? null : dayOf(form.expiresOn);
  const birthDate = reading.told?.birthDate ?? dayOf(form.birthDate);
  const isOther = has('identity') && documentDiffers({ form, stored });
  const faults = Object.keys(reading.faults).filter((field) => field !== 'phone');
  if (has('identity') && (faults.length > 0 || reading.parts === null)) return null;
  if (isOther && (because === null || !origin || !documentType)) return null;
  if (has('phone') && (form.phone === '' || reading.faults.phone !== undefined)) return null;
  if (has('photo') && photoFileId === null) return null;
  const contacts = CONTACT_FIELDS.filter(has).map((field) => [field, form.contacts[field].trim()] as const);
  if (contacts.some(([, told]) => told === '')) return null;
  return {
    ...(has('identity') && name !== undefined && name !== stored.name && { name }),
    ...(isOther &&
      because !== null &&
      origin &&
      documentType && {
        document: {
          origin,
          documentType,
          documentExpiresOn,
          because,
          ...(documentNumber !== undefined && { documentNumber }),
          ...(birthDate !== null && { birthDate }),
          ...(sex !== undefined && { sex }),
        },
      }),
    ...(has('phone') && { phone: form.phone }),
    ...(has('photo') && photoFileId !== null && { photoFileId }),
    ...Object.fromEntries(contacts),
  };
}

function dayOf(text: string | null): LocalDate | null {
  const day = parseLocalDate(text ?? '');
  return day.ok ? day.value : null;
}
