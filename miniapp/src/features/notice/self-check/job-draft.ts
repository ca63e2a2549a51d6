import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Job } from '@jikaotong/shared/notice';
import { BLANK_SPAN, type SpanDraft, draftOfSpan, spanOf } from './span-draft';

/** A job as it is typed; `employer` null: not touched, so that of the identity step stands for the present job. */
export type JobDraft = { readonly occupation: string | null; readonly employer: string | null } & SpanDraft;

export const BLANK_JOB: JobDraft = { occupation: null, employer: null, ...BLANK_SPAN };

/** The job, or null while something is missing or wrong. */
export function jobOf(draft: JobDraft, { today, employer }: { today: LocalDate; employer: string | null }): Job | null {
  const occupation = draft.occupation?.trim();
  const span = spanOf(draft, today);
  if (!occupation || !span) return null;
  const where = (draft.employer ?? (draft.present ? employer : null))?.trim();
  return { occupation, ...span, ...(where ? { employer: where } : {}) };
}

/** A job to be typed over; an employer that is not known may be taken over. */
export const draftOfJob = ({ occupation, employer, ...span }: Job): JobDraft => ({
  occupation,
  employer: employer ?? null,
  ...draftOfSpan(span),
});
