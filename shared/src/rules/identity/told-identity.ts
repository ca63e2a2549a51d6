import { type LocalDate, tidyName } from '../../kernel';
import type { DocumentType, IdentityMatrix, Origin } from '../../notice';
import type { Sex } from './citizen-number';
import { parseIdentityNumber } from './identity-document';
import { type IdentityFault, judgeIdentity } from './judge-identity';
import { isName } from './name';

/** The last day of a document that was said to have none (长期). */
export const NO_END = '9999-12-31' as LocalDate;

/** The last day of a document; null where it has none, and where nothing was said. */
export const endOf = (documentExpiresOn: LocalDate | null): LocalDate | null =>
  documentExpiresOn === NO_END ? null : documentExpiresOn;

/**
 * A person as far as told, in a form, a sheet or an entry; null: not said yet. Of `documentExpiresOn` a phone says `NO_END`
 * for 长期, so that a draft knows it from what was left open; sheets and entries leave it empty for both.
 */
export type ToldIdentity = {
  readonly name: string | null;
  readonly origin: Origin | null;
  readonly documentType: DocumentType | null;
  readonly documentNumber: string | null;
  readonly documentExpiresOn: LocalDate | null;
  readonly birthDate: LocalDate | null;
  readonly sex: Sex | null;
};

/** A mobile number of mainland China; nothing else receives our messages. */
export const MOBILE_NUMBER = /^1[3-9]\d{9}$/;

/** Everything wrong with what is told; what is still empty is no fault yet. */
export function judgeToldIdentity(
  told: ToldIdentity,
  context: { readonly matrix: IdentityMatrix | null; readonly applicationOn: LocalDate; readonly examOn: LocalDate },
): readonly IdentityFault[] {
  const { name, origin, documentType, documentNumber } = told;
  if (origin === null || documentType === null)
    return name !== null && !isName(tidyName(name)) ? [{ code: 'identity-name-form', data: {} }] : [];
  const parsed = parseIdentityNumber(documentType, documentNumber ?? '', context.applicationOn);
  const says = parsed.ok ? parsed.value : null;
  const { faults } = judgeIdentity(
    {
      origin,
      type: documentType,
      number: documentNumber ?? '',
      name: name ?? '',
      // what is not said cannot contradict the number
      birthDate: told.birthDate ?? says?.birthDate ?? context.applicationOn,
      sex: told.sex ?? says?.sex ?? 'male',
      validUntil: told.documentExpiresOn,
    },
    { ...context, registered: null },
  );
  const isOfEmpty = ({ code }: IdentityFault) =>
    (name === null && code === 'identity-name-form') || (documentNumber === null && NUMBER_FAULTS.has(code));
  return faults.filter((fault) => !isOfEmpty(fault));
}

const NUMBER_FAULTS: ReadonlySet<IdentityFault['code']> = new Set([
  'identity-format',
  'identity-check-digit',
  'identity-birth-date',
  'identity-other-type',
]);

/** The person with what the number of the document tells where it was left open. */
export function completedByNumber<T extends ToldIdentity>(told: T, day: LocalDate): T {
  if (told.documentType === null || told.documentNumber === null) return told;
  const parsed = parseIdentityNumber(told.documentType, told.documentNumber, day);
  if (!parsed.ok) return told;
  return { ...told, birthDate: told.birthDate ?? parsed.value.birthDate, sex: told.sex ?? parsed.value.sex };
}

/** What must be told before handing in; `documentExpiresOn` may stay empty (see `ToldIdentity`). */
export const missingDetails = (told: ToldIdentity & { readonly phone: string | null }): readonly string[] =>
  REQUIRED.filter((detail) => told[detail] === null);

const REQUIRED = ['name', 'origin', 'documentType', 'documentNumber', 'birthDate', 'sex', 'phone'] as const;
