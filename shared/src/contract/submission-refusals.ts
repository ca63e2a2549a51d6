import type { RefusalCode } from './refusals';

/** Why an application cannot be handed in. */
export const SUBMISSION_REFUSALS = [
  'passes-kept',
  'retake-under-way',
  'banned',
  'checked-by-body',
  'apply-at-counter',
  'handed-in-by-unit',
  'too-early',
  'too-late',
  'wrong-state',
  'not-eligible',
  'facts-missing',
  'details-missing',
  'documents-missing',
  'identity-refused',
  'photo-missing',
  'photo-refused',
  'signature-missing',
  'consent-needed',
] as const satisfies readonly RefusalCode[];
