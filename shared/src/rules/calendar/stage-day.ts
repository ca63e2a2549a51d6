import { type LocalDate, isLocalDate } from '../../kernel';
import type { StageCode } from '../../notice';
import { printedDays } from './printed-days';

/** The days of a competition so far: the last one to enter, and each stage in its order with the day announced for it. */
export type StageDays = {
  readonly closesOn: LocalDate | null;
  readonly stages: readonly { readonly code: StageCode; readonly day: LocalDate | null }[];
};

/** Two days of a competition that would stand the wrong way round. */
export type StageDayFault = {
  readonly first: StageCode | 'application';
  readonly firstDay: LocalDate;
  readonly second: StageCode;
  readonly secondDay: LocalDate;
};

/** Null for a day on which a stage can be held: after the last day to enter, and in the order of the stages. */
export function stageDayFault({ closesOn, stages }: StageDays, stage: StageCode, day: LocalDate): StageDayFault | null {
  if (closesOn !== null && day <= closesOn)
    return { first: 'application', firstDay: closesOn, second: stage, secondDay: day };
  const at = stages.findIndex(({ code }) => code === stage);
  for (const [place, other] of stages.entries()) {
    if (other.day === null) continue;
    if (place < at && other.day > day) return { first: other.code, firstDay: other.day, second: stage, secondDay: day };
    if (place > at && other.day < day) return { first: stage, firstDay: day, second: other.code, secondDay: other.day };
  }
  return null;
}

/** Whether a day lies outside what the notice prints of a stage; false where its words name no days. */
export function isOutsidePrinted(printed: string | null, day: LocalDate): boolean {
  if (printed === null) return false;
  if (isLocalDate(printed)) return printed !== day;
  const days = printedDays(printed);
  return days !== null && (day < days.from || day > days.to);
}
