import { type BodyOf, type StaffSessionView, sessions } from '@jikaotong/shared/contract';
import { type LocalDate, monthOf, parseLocalDate, yearOf } from '@jikaotong/shared/kernel';
import type { SessionDays } from '@jikaotong/shared/rules/calendar';

/** The plan as it is being written; days are `YYYY-MM-DD` or null while unanswered. */
export type PlanDraft = {
  readonly name: string;
  readonly offeringCodes: readonly string[];
  readonly examStart: string | null;
  /** Null: the exam lasts one day. */
  readonly examEnd: string | null;
  readonly applicationOpens: string | null;
  readonly applicationCloses: string | null;
  /** Null: payment opens with the applications, or as the notice's schedule prints it. */
  readonly paymentOpens: string | null;
  readonly paymentCloses: string | null;
  /** The other printed count of days for results; null: the usual one. */
  readonly resultsWithin: number | null;
};

export const BLANK_PLAN: PlanDraft = {
  name: '',
  offeringCodes: [],
  examStart: null,
  examEnd: null,
  applicationOpens: null,
  applicationCloses: null,
  paymentOpens: null,
  paymentCloses: null,
  resultsWithin: null,
};

export const draftOf = ({ name, offerings, examStart, examEnd, plan }: StaffSessionView): PlanDraft => ({
  name,
  offeringCodes: offerings.map(({ code }) => code),
  examStart,
  examEnd: examEnd === examStart ? null : examEnd,
  applicationOpens: plan.applicationOpens,
  applicationCloses: plan.applicationCloses,
  paymentOpens: plan.paymentOpens === plan.applicationOpens ? null : plan.paymentOpens,
  paymentCloses: plan.paymentCloses,
  resultsWithin: plan.resultsWithin ?? null,
});

/** The plan once nothing is missing; else null. */
export function planOf(draft: PlanDraft): Omit<BodyOf<typeof sessions.createSession>, 'noticeId'> | null {
  const { examStart, examEnd, applicationOpens, applicationCloses, paymentOpens, paymentCloses } = daysOf(draft);
  const name = draft.name.trim();
  if (name === '' || draft.offeringCodes.length === 0) return null;
  if (!examStart || !applicationOpens || !applicationCloses || !paymentCloses) return null;
  return {
    name,
    offeringCodes: [...draft.offeringCodes],
    examStart,
    examEnd: examEnd ?? examStart,
    applicationOpens,
    applicationCloses,
    paymentOpens,
    paymentCloses,
    resultsWithin: draft.resultsWithin,
  };
}

/** The days written so far, for the rules. */
export function daysOf(draft: PlanDraft) {
  const examStart = dayOf(draft.examStart);
  return {
    examStart,
    examEnd: dayOf(draft.examEnd) ?? examStart,
    applicationOpens: dayOf(draft.applicationOpens),
    applicationCloses: dayOf(draft.applicationCloses),
    paymentOpens: dayOf(draft.paymentOpens),
    paymentCloses: dayOf(draft.paymentCloses),
    resultsWithin: draft.resultsWithin,
  } satisfies SessionDays;
}

/** `2026年12月批次`. */
export const usualName = (examStart: LocalDate): string => `${yearOf(examStart)}年${monthOf(examStart)}月批次`;

function dayOf(text: string | null): LocalDate | null {
  const day = parseLocalDate(text ?? '');
  return day.ok ? day.value : null;
}
