import { type BodyOf, sessionChanges } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';

/** A move as it is being written; null days stay as they are. */
export type MoveDraft = {
  readonly examStart: string | null;
  /** Null: the exam lasts as many days as before. */
  readonly examEnd: string | null;
  readonly applicationOpens: string | null;
  readonly applicationCloses: string | null;
  readonly paymentCloses: string | null;
};
export const BLANK_MOVE: MoveDraft = {
  examStart: null,
  examEnd: null,
  applicationOpens: null,
  applicationCloses: null,
  paymentCloses: null,
};

export type MovedDays = Pick<
  BodyOf<typeof sessionChanges.moveSession>,
  'examStart' | 'examEnd' | 'applicationOpens' | 'applicationCloses' | 'paymentCloses'
>;

/** The days as the server takes them; null without a first exam day. */
export function movedDaysOf(draft: MoveDraft): MovedDays | null {
  const examStart = dayOf(draft.examStart);
  if (!examStart) return null;
  const examEnd = dayOf(draft.examEnd) ?? examStart;
  const named = (['applicationOpens', 'applicationCloses', 'paymentCloses'] as const).flatMap((field) => {
    const day = dayOf(draft[field]);
    return day ? [[field, day] as const] : [];
  });
  return { examStart, examEnd, ...Object.fromEntries(named) };
}

/** A day that is written whole, or null. */
export function dayOf(text: string | null): LocalDate | null {
  if (text === null) return null;
  const day = parseLocalDate(text);
  return day.ok ? day.value : null;
}
