import { every } from '../kernel';
import type { REMARK_FIELDS } from './applications';

type RemarkField = (typeof REMARK_FIELDS)[number];

/** What is sent back most, by code: each with the part of the application that it is about; its words are in `words`. */
export const RETURN_REASON_FIELDS = {
  'photo-recent': 'photo',
  'photo-not-front': 'photo',
  'photo-other-person': 'photo',
  'photo-blurred': 'photo',
  'photo-background': 'photo',
  'photo-grey': 'photo',
  'name-differs': 'name',
  'number-differs': 'documentNumber',
  'document-expired': 'documentExpiresOn',
  'jobs-unclear': 'facts',
  'diploma-differs': 'facts',
  'certificate-differs': 'facts',
  'papers-unclear': 'documents',
  'papers-lacking': 'documents',
  'code-expired': 'documents',
  'signature-other': 'signature',
  'signature-unclear': 'signature',
} as const satisfies Readonly<Record<string, RemarkField>>;

export type ReturnReason = keyof typeof RETURN_REASON_FIELDS;
export const RETURN_REASONS = every<ReturnReason>()([
  'photo-recent',
  'photo-not-front',
  'photo-other-person',
  'photo-blurred',
  'photo-background',
  'photo-grey',
  'name-differs',
  'number-differs',
  'document-expired',
  'jobs-unclear',
  'diploma-differs',
  'certificate-differs',
  'papers-unclear',
  'papers-lacking',
  'code-expired',
  'signature-other',
  'signature-unclear',
]);
