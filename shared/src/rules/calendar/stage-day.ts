import { type LocalDate, isLocalDate, laterOf } from '../../kernel';
import type { StageCode } from '../../notice';
import { printedDays } from './printed-days';

/** When a stage is held: its first day, and its hours where they go on after it. */
export type HeldStage = {
  readonly day: LocalDate;
  readonly plan?: readonly { readonly day: LocalDate }[] | null | undefined;
};

/** Each stage of a competition in its order, with what was announced for it. */
export type StageDays = {
  readonly stages: readonly { readonly code: StageCode; readonly announced: HeldStage | null }[];
};

/** Two days of a competition that would stand the wrong way round. */
export type StageDayFault = {
  readonly first: StageCode;
  readonly firstDay: LocalDate;
  readonly second: StageCode;
  readonly secondDay: LocalDate;
};

/** The last day of a stage as announced, which is its only one where it has no plan. */
export const lastDayOf = ({ day, plan }: HeldStage): LocalDate =>
  (plan ?? []).reduce((last, hours) => laterOf(last, hours.day), day);

/** Null for days on which a stage can be held: in the order of the stages, each from its first day to its last. */
export function stageDayFault({ stages }: StageDays, stage: StageCode, held: HeldStage): StageDayFault | null {
  const at = stages.findIndex(({ code }) => code === stage);
  for (const [place, { code: other, announced }] of stages.entries()) {
    if (announced === null || place === at) continue;
    const [first, second] = place < at ? [announced, held] : [held, announced];
    const firstDay = lastDayOf(first);
    if (firstDay <= second.day) continue;
    const codes = place < at ? { first: other, second: stage } : { first: stage, second: other };
    return { ...codes, firstDay, secondDay: second.day };
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
