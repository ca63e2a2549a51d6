import { type LocalDate, tidyName } from '../../kernel';
import type { DocumentType, IdentityMatrix, IdentityRule, Origin } from '../../notice';
import type { Sex } from './citizen-number';
import { type IdentityNumber, type IdentityNumberFault, parseIdentityNumber } from './identity-document';
import { isName } from './name';

/** A document as the candidate gives it; `validUntil` null: 长期, or a document without an end. */
export type PresentedIdentity = {
  readonly origin: Origin;
  readonly type: DocumentType;
  readonly number: string;
  /** The name and birth date printed on the document. */
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly validUntil: LocalDate | null;
};

export type IdentityFault =
  | IdentityNumberFault
  | {
      readonly code: 'identity-not-accepted';
      readonly data: {
        readonly origin: Origin;
        readonly type: DocumentType;
        readonly accepted: readonly DocumentType[];
      };
    }
  | { readonly code: 'identity-name-form'; readonly data: Record<string, never> }
  | { readonly code: 'identity-name-mismatch'; readonly data: Record<string, never> }
  | { readonly code: 'identity-birth-mismatch'; readonly data: { readonly onDocument: LocalDate } }
  | { readonly code: 'identity-sex-mismatch'; readonly data: { readonly onDocument: Sex } }
  | {
      readonly code: 'identity-expired';
      readonly data: {
        readonly validUntil: LocalDate;
        readonly neededOn: LocalDate;
        readonly on: 'application' | 'exam';
      };
    };

/** What else a judgement needs: whose registration it is for (null: nothing stated elsewhere), and the days. */
export type IdentityContext = {
  readonly matrix: IdentityMatrix | null;
  readonly registered: { readonly name: string; readonly birthDate: LocalDate } | null;
  readonly applicationOn: LocalDate;
  readonly examOn: LocalDate | null;
};

/** The parsed number (null when unreadable) and everything wrong at once; an empty list of faults is a yes. */
export function judgeIdentity(
  presented: PresentedIdentity,
  context: IdentityContext,
): { readonly identity: IdentityNumber | null; readonly faults: readonly IdentityFault[] } {
  const parsed = parseIdentityNumber(presented.type, presented.number, context.applicationOn);
  const faults: IdentityFault[] = [];
  const accepted = acceptedTypes(context.matrix, presented.origin);
  if (!accepted.includes(presented.type)) {
    faults.push({ code: 'identity-not-accepted', data: { origin: presented.origin, type: presented.type, accepted } });
  }
  if (!parsed.ok) faults.push(parsed.error);
  if (!isName(tidyName(presented.name))) faults.push({ code: 'identity-name-form', data: {} });
  faults.push(...mismatches(presented, parsed.ok ? parsed.value : null, context), ...expiries(presented, context));
  return { identity: parsed.ok ? parsed.value : null, faults };
}

/** The documents an origin may use; every type where the notice has no matrix. */
export function acceptedTypes(matrix: IdentityMatrix | null, origin: Origin): readonly DocumentType[] {
  if (!matrix) return EVERY_TYPE[origin];
  return matrix.origins.find((row) => row.origin === origin)?.documents.map((document) => document.type) ?? [];
}

const EVERY_TYPE: Readonly<Record<Origin, readonly DocumentType[]>> = {
  mainland: ['resident-id'],
  'hongkong-macau': [
    'hongkong-id',
    'macau-id',
    'hongkong-macau-residence-permit',
    'hongkong-macau-travel-permit',
    'passport',
  ],
  taiwan: ['taiwan-residence-permit', 'taiwan-travel-permit'],
  foreign: ['foreign-permanent-resident-id', 'passport'],
};

function mismatches(
  presented: PresentedIdentity,
  identity: IdentityNumber | null,
  { registered }: IdentityContext,
): IdentityFault[] {
  const faults: IdentityFault[] = [];
  if (registered && tidyName(registered.name) !== tidyName(presented.name)) {
    faults.push({ code: 'identity-name-mismatch', data: {} });
  }
  const birthDate = identity?.birthDate ?? presented.birthDate;
  if (birthDate !== presented.birthDate || (registered && birthDate !== registered.birthDate)) {
    faults.push({ code: 'identity-birth-mismatch', data: { onDocument: birthDate } });
  }
  if (identity?.sex && identity.sex !== presented.sex) {
    faults.push({ code: 'identity-sex-mismatch', data: { onDocument: identity.sex } });
  }
  return faults;
}

function expiries(
  { validUntil }: PresentedIdentity,
  { matrix, applicationOn, examOn }: IdentityContext,
): IdentityFault[] {
  if (validUntil === null) return [];
  const binds = (code: IdentityRule['code']) => !matrix || matrix.rules.some((rule) => rule.code === code);
  if (binds('valid-on-application-day') && validUntil < applicationOn) {
    return [{ code: 'identity-expired', data: { validUntil, neededOn: applicationOn, on: 'application' } }];
  }
  if (examOn && binds('valid-on-exam-day') && validUntil < examOn) {
    return [{ code: 'identity-expired', data: { validUntil, neededOn: examOn, on: 'exam' } }];
  }
  return [];
}
