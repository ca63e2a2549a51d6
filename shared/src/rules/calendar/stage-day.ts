import { type LocalDate, isLocalDate } from '../../kernel';
import type { StageCode } from '../../notice';
import { printedDays } from './printed-days';

/** Each stage of a competition in its order, with the day announced for it. */
export type StageDays = {
  readonly stages: readonly { readonly code: StageCode; readonly day: LocalDate | null }[];
};

/** Two days of a competition that would stand the wrong way round. */
export type StageDayFault = {
  readonly first: StageCode;
  readonly firstDay: LocalDate;
  readonly second: StageCode;
  readonly secondDay: LocalDate;
};

/** Null for a day on which a stage can be held: in the order of the stages. */
export function stageDayFault({ stages }: StageDays, stage: StageCode, day: LocalDate): StageDayFault | null {
  const at = stages.findIndex(({ code }) => code === stage);
  for (const [place, other] of stages.entries()) {
    if (other.day === null) continue;
    if (place < at && other.day > day) return { first: other.code, firstDay: other.day, second: stage, secondDay: day };
    if (place > at && other.day < day) return { first: stage, firstDay: day, second: other.code, secondDay: other.day };
  }
  return null;
}

/**
 * Whether a stage would begin while one can still enter: to be looked at, never refused (C25 prints entry to 7月25日 and the
 * first stage for 7月下旬).
 */
export const isBeforeEntryCloses = (closesOn: LocalDate | null, day: LocalDate): boolean =>
  closesOn !== null && day <= closesOn;

/** Whether a day lies outside what the notice prints of a stage; false where its words name no days. */
export function isOutsidePrinted(printed: string | null, day: LocalDate): boolean {
  if (printed === null) return false;
  if (isLocalDate(printed)) return printed !== day;
  const days = printedDays(printed);
  return days !== null && (day < days.from || day > days.to);
}
