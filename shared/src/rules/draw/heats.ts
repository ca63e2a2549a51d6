import { type LocalDate, type TimeOfDay, minutesOf, timeOfDay } from '../../kernel';

/** Hours in which heats run, such as a morning; a heat that begins in them also ends in them. */
export type HeatBlock = { readonly day: LocalDate; readonly startsAt: TimeOfDay; readonly endsAt: TimeOfDay };

/** How heats follow one another: so many stations, minutes at each, minutes between two heats, hours in their order. */
export type HeatPlan = {
  readonly stations: number;
  readonly minutes: number;
  readonly gapMinutes: number;
  readonly blocks: readonly HeatBlock[];
};

/** When a heat runs; heats count from 1. */
export type HeatTime = HeatBlock & { readonly heat: number };

/** Every heat that fits into the hours, in order. */
export function heatTimesOf({ minutes, gapMinutes, blocks }: HeatPlan): readonly HeatTime[] {
  const times: HeatTime[] = [];
  for (const { day, startsAt, endsAt } of blocks)
    for (let from = minutesOf(startsAt); from + minutes <= minutesOf(endsAt); from += minutes + gapMinutes)
      times.push({ heat: times.length + 1, day, startsAt: clock(from), endsAt: clock(from + minutes) });
  return times;
}

/** Whether each of the hours ends after it begins and begins when the ones before are over. */
export const areInOrder = (blocks: readonly HeatBlock[]): boolean =>
  blocks.every(({ day, startsAt, endsAt }, at) => {
    const before = blocks[at - 1];
    const follows = !before || day > before.day || (day === before.day && startsAt >= before.endsAt);
    return startsAt < endsAt && follows;
  });

const clock = (minutes: number): TimeOfDay =>
  timeOfDay(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
