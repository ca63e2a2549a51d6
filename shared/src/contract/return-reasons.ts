import * as z from 'zod/mini';
import { every } from '../kernel';
import type { REMARK_FIELDS } from './applications';
import { prose } from './fields';

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

type Words = { readonly reason: ReturnReason; readonly text: string };

/** Why many are sent back: the reasons, each as it is printed or in words of one's own, which all of them get alike. */
export const ReturnNeeds = z
  .strictObject({
    reasons: z.array(z.enum(RETURN_REASONS)).check(z.minLength(1), z.maxLength(8)),
    words: z.optional(
      z.array(z.strictObject({ reason: z.enum(RETURN_REASONS), text: prose(60) })).check(z.maxLength(8)),
    ),
  })
  .check(z.refine(({ reasons, words = [] }) => fitRemarks(reasons, words)));
export type ReturnNeeds = z.output<typeof ReturnNeeds>;

/** A remark on one part holds the words of all its reasons. */
const LONGEST_REMARK = 200;
const LONGEST_PRINTED = 25;

/** Whether the words of the reasons fit into a remark on each part. */
export function fitRemarks(reasons: readonly ReturnReason[], words: readonly Words[]): boolean {
  const lengths = new Map<RemarkField, number>();
  for (const reason of reasons) {
    const field = RETURN_REASON_FIELDS[reason];
    const own = words.find((one) => one.reason === reason)?.text.length ?? LONGEST_PRINTED;
    lengths.set(field, (lengths.get(field) ?? 0) + own + 1);
  }
  return [...lengths.values()].every((length) => length <= LONGEST_REMARK);
}
