import { type ApplicationView, CONTACT_FIELDS, type ContactField } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate, recordOf, tidyPhone } from '@jikaotong/shared/kernel';
import type { DocumentType, Facts, IdentityMatrix, Origin } from '@jikaotong/shared/notice';
import {
  type IdentityFault,
  MOBILE_NUMBER,
  NO_END,
  type Sex,
  acceptedTypes,
  endOf,
  judgeToldIdentity,
  parseIdentityNumber,
} from '@jikaotong/shared/rules/identity';
import type { DraftParts } from '../draft/parts';

/** What stands in the fields; the number is only what was typed now, the stored one is known masked. */
export type IdentityForm = {
  readonly origin: Origin | null;
  readonly documentType: DocumentType | null;
  readonly number: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly expiresOn: string | null;
  readonly longTerm: boolean;
  readonly phone: string;
  readonly contacts: Readonly<Record<ContactField, string>>;
};

export const IDENTITY_FIELDS = [
  'origin',
  'documentType',
  'documentNumber',
  'name',
  'birthDate',
  'sex',
  'documentExpiresOn',
  'phone',
] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

export type FieldFault =
  IdentityFault | { readonly code: 'blank' | 'phone-form'; readonly data: Record<string, never> };

export type IdentityReading = {
  /** The first thing wrong with each field, blanks included. */
  readonly faults: Readonly<Partial<Record<IdentityField, FieldFault>>>;
  /** What the typed number itself tells; then nobody is asked for it. */
  readonly told: { readonly birthDate: LocalDate; readonly sex: Sex } | null;
  /** Whether the stored number still stands, because nothing else was typed. */
  readonly keepsNumber: boolean;
  /** What may be saved now; null while something that is filled in is wrong, for the server would refuse all of it. */
  readonly parts: DraftParts['candidate'] | null;
};

type Context = {
  readonly matrix: IdentityMatrix | null;
  readonly stored: ApplicationView['candidate'];
  readonly on: LocalDate;
  readonly examOn: LocalDate;
};

/** What the candidate has answered elsewhere and need not type again. */
export type Told = Pick<Facts, 'birthDate' | 'sex' | 'jobs'>;

/**
 * The fields as the application knows them; a notice with one origin or one document leaves no choice. What was handed in
 * (`isDraft` false) without an end of its document was said to have none.
 */
export function formOf(
  stored: ApplicationView['candidate'],
  matrix: IdentityMatrix | null,
  { isDraft = true, ...told }: Told & { readonly isDraft?: boolean } = {},
): IdentityForm {
  const origin = stored.origin ?? matrix?.origins[0]?.origin ?? 'mainland';
  return {
    origin,
    documentType: stored.documentType ?? presetType(matrix, origin),
    number: '',
    name: stored.name ?? '',
    birthDate: stored.birthDate ?? told.birthDate ?? null,
    sex: stored.sex ?? told.sex ?? null,
    expiresOn: endOf(stored.documentExpiresOn),
    longTerm:
      stored.documentExpiresOn === NO_END ||
      (!isDraft && stored.documentExpiresOn === null && stored.documentNumberMasked !== null),
    phone: '',
    contacts: recordOf(CONTACT_FIELDS, (field) => stored[field] ?? (field === 'employer' ? employerIn(told) : '')),
  };
}

/** Where the candidate works now, by the jobs. */
const employerIn = ({ jobs = [] }: Told): string => jobs.find(({ to }) => to === null)?.employer ?? '';

/** The fields with what an earlier visit typed and could not save. */
export const withUnsaved = (form: IdentityForm, unsaved: DraftParts['candidate']): IdentityForm => ({
  ...form,
  origin: unsaved?.origin ?? form.origin,
  documentType: unsaved?.documentType ?? form.documentType,
  number: unsaved?.documentNumber ?? form.number,
  name: unsaved?.name ?? form.name,
  birthDate: textOr(unsaved?.birthDate, form.birthDate),
  sex: unsaved?.sex ?? form.sex,
  ...(typeof unsaved?.documentExpiresOn === 'string' && {
    expiresOn: unsaved.documentExpiresOn === NO_END ? null : unsaved.documentExpiresOn,
    longTerm: unsaved.documentExpiresOn === NO_END,
  }),
  phone: unsaved?.phone ?? form.phone,
  contacts: recordOf(CONTACT_FIELDS, (field) => unsaved?.[field] ?? form.contacts[field]),
});

/** Days travel as text; the contract types what goes out more loosely than what comes back. */
const textOr = (value: unknown, otherwise: string | null): string | null =>
  typeof value === 'string' ? value : otherwise;

/** The document that is preset for an origin: 居民身份证 where the notice accepts it, else the only one. */
export function presetType(matrix: IdentityMatrix | null, origin: Origin): DocumentType | null {
  const accepted = acceptedTypes(matrix, origin);
  const [first, ...others] = accepted;
  if (accepted.includes('resident-id')) return 'resident-id';
  return first && others.length === 0 ? first : null;
}

/** The fields with another origin: a document that it accepts too stays, and what was typed is never lost. */
export const withOrigin = (form: IdentityForm, origin: Origin, matrix: IdentityMatrix | null): IdentityForm => ({
  ...form,
  origin,
  documentType:
    form.documentType && acceptedTypes(matrix, origin).includes(form.documentType)
      ? form.documentType
      : presetType(matrix, origin),
});

/** Judges the fields by the same rules as the server and says what may be saved. */
export function readIdentity(form: IdentityForm, { matrix, stored, on, examOn }: Context): IdentityReading {
  const { origin, documentType } = form;
  const typed = form.number.trim();
  const keepsNumber =
    typed === '' &&
    stored.documentNumberMasked !== null &&
    stored.documentType === documentType &&
    stored.origin === origin;
  const parsed = documentType && typed ? parseIdentityNumber(documentType, typed, on) : null;
  const { birthDate: bornOn = null, sex: toldSex = null } = parsed?.ok ? parsed.value : {};
  const told = bornOn && toldSex ? { birthDate: bornOn, sex: toldSex } : null;
  // the server reads them from a number that was typed before its document was chosen
  const beside = keepsNumber ? stored : null;
  const birthDate = told?.birthDate ?? dayOf(form.birthDate) ?? beside?.birthDate ?? null;
  const sex = told?.sex ?? form.sex ?? beside?.sex ?? null;
  const expiresOn = form.longTerm ? NO_END : dayOf(form.expiresOn);

  const faults: Partial<Record<IdentityField, FieldFault>> = {};
  const note = (field: IdentityField, fault: FieldFault) => {
    faults[field] ??= fault;
  };
  const said = {
    name: form.name.trim() || null,
    origin,
    documentType,
    documentNumber: typed || null,
    documentExpiresOn: expiresOn,
    birthDate,
    sex,
  };
  for (const fault of judgeToldIdentity(said, { matrix, applicationOn: on, examOn })) note(FIELD_OF[fault.code], fault);
  if (form.phone !== '' && !MOBILE_NUMBER.test(tidyPhone(form.phone))) note('phone', { code: 'phone-form', data: {} });
  const isClean = Object.keys(faults).length === 0;

  const blanks: readonly (readonly [IdentityField, boolean])[] = [
    ['origin', origin === null],
    ['documentType', documentType === null],
    ['documentNumber', typed === '' && !keepsNumber],
    ['name', form.name.trim() === ''],
    // a resident's number tells both: what is wrong is the number, and no field asks for them
    ['birthDate', birthDate === null && documentType !== 'resident-id'],
    ['sex', sex === null && documentType !== 'resident-id'],
    ['documentExpiresOn', expiresOn === null],
    ['phone', form.phone === '' && stored.phoneMasked === null],
  ];
  for (const [field, isBlank] of blanks) if (isBlank) note(field, { code: 'blank', data: {} });

  const parts: DraftParts['candidate'] = {
    ...(origin ? { origin } : {}),
    ...(documentType ? { documentType } : {}),
    ...(typed ? { documentNumber: typed } : {}),
    ...(form.name.trim() ? { name: form.name.trim() } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
    ...(expiresOn ? { documentExpiresOn: expiresOn } : {}),
    ...(form.phone ? { phone: tidyPhone(form.phone) } : {}),
    ...recordOf(CONTACT_FIELDS, (field) => form.contacts[field].trim() || null),
  };
  return { faults, told, keepsNumber, parts: isClean ? parts : null };
}

const FIELD_OF: Readonly<Record<IdentityFault['code'], IdentityField>> = {
  'identity-format': 'documentNumber',
  'identity-check-digit': 'documentNumber',
  'identity-birth-date': 'documentNumber',
  'identity-other-type': 'documentNumber',
  'identity-not-accepted': 'documentType',
  'identity-name-form': 'name',
  'identity-name-mismatch': 'name',
  'identity-birth-mismatch': 'birthDate',
  'identity-sex-mismatch': 'sex',
  'identity-expired': 'documentExpiresOn',
};

function dayOf(text: string | null): LocalDate | null {
  const day = parseLocalDate(text ?? '');
  return day.ok ? day.value : null;
}
