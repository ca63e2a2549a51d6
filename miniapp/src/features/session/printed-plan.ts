import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Boundary, Notice, WindowKind } from '@jikaotong/shared/notice';
import { type Calendar, windowOf, windowsOf } from '@jikaotong/shared/rules/calendar';
import { type PlanDraft, daysOf } from './plan-draft';

/** Days of a plan that the notice itself may give. */
type GivenName = 'applicationOpens' | 'applicationCloses' | 'paymentCloses';

const ENDS = {
  applicationOpens: ['application', 'opens'],
  applicationCloses: ['application', 'closes'],
  paymentCloses: ['payment', 'closes'],
} as const satisfies Record<GivenName, readonly [WindowKind, 'opens' | 'closes']>;

/** `set`: the notice counts it from the exam, so nobody may enter another; else it is printed and staff may change it. */
export type GivenDay = { readonly day: LocalDate; readonly set: boolean };
export type PrintedPlan = Partial<Record<GivenName, GivenDay>>;

/** What the notice says of a plan's days once exam day and offerings are chosen; empty where staff must say it. */
export function printedPlan(notice: Notice, draft: PlanDraft, calendar: Calendar | null): PrintedPlan {
  const { examStart, examEnd } = daysOf(draft);
  const [offeringCode] = draft.offeringCodes;
  if (!calendar || !examStart || offeringCode === undefined) return {};
  const { windows } = windowsOf({ notice, offeringCode, session: { examStart, examEnd }, calendar });
  const given: { -readonly [K in GivenName]?: GivenDay } = {};
  for (const name of ['applicationOpens', 'applicationCloses', 'paymentCloses'] as const) {
    const [kind, end] = ENDS[name];
    const boundary: Boundary | null = windowOf(notice.windows, kind)?.[end] ?? null;
    const day = windowOf(windows, kind)?.[end] ?? null;
    if (boundary && day) given[name] = { day, set: boundary.kind !== 'schedule' };
  }
  return given;
}

/** Whether staff may name the first day of payment; where the notice counts it from another day they may not. */
export const namesPaymentOpens = (notice: Notice): boolean => {
  const kind = windowOf(notice.windows, 'payment')?.opens?.kind;
  return kind === undefined || kind === 'session' || kind === 'schedule';
};

/** The draft with those days in the places that staff left open, and in those that are not theirs to choose. */
export function withPrinted(draft: PlanDraft, printed: PrintedPlan): PlanDraft {
  const dayOf = (name: GivenName): string | null => {
    const given = printed[name];
    return given?.set ? given.day : (draft[name] ?? given?.day ?? null);
  };
  return {
    ...draft,
    applicationOpens: dayOf('applicationOpens'),
    applicationCloses: dayOf('applicationCloses'),
    paymentCloses: dayOf('paymentCloses'),
  };
}
