import type { StaffStageDraw } from '@jikaotong/shared/contract';
import { type LocalDate, addDays, isTimeOfDay, parseLocalDate } from '@jikaotong/shared/kernel';
import { type HeatTime, areInOrder } from '@jikaotong/shared/rules/draw';
import { hourWords } from '@jikaotong/shared/words';

/** Hours of heats as they are typed. */
export type Hours = { readonly day: string | null; readonly startsAt: string; readonly endsAt: string };
type Typed = {
  readonly stations: string;
  readonly minutes: string;
  readonly gap: string;
  readonly hours: readonly Hours[];
};

/** A whole number within bounds; null for anything else. */
export const wholeIn = (text: string, least: number, most: number): number | null => {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
};

/** The hours in their order; null while one is missing or out of order. */
export function blocksOf(hours: readonly Hours[]) {
  const blocks = hours.flatMap(({ day, startsAt, endsAt }) => {
    const parsed: LocalDate | null = day === null ? null : valueOf(parseLocalDate(day));
    return parsed && isTimeOfDay(startsAt) && isTimeOfDay(endsAt) ? [{ day: parsed, startsAt, endsAt }] : [];
  });
  return blocks.length === hours.length && areInOrder(blocks) ? blocks : null;
}

/** The plan as the fields say it; null while something is missing or out of order. */
export function planOf(typed: Typed) {
  const stations = wholeIn(typed.stations, 1, 200);
  const minutes = wholeIn(typed.minutes, 1, 600);
  const gapMinutes = wholeIn(typed.gap, 0, 240);
  const blocks = blocksOf(typed.hours);
  return stations !== null && minutes !== null && gapMinutes !== null && blocks
    ? { stations, minutes, gapMinutes, blocks }
    : null;
}

const valueOf = (parsed: ReturnType<typeof parseLocalDate>) => (parsed.ok ? parsed.value : null);

type Rooms = StaffStageDraw['inRooms'];
type Places = { readonly stations: number; readonly live: number };

/** Which heats are held while their people sit in rooms, and how many people that are; null where none is. */
export function clashWords(heats: readonly HeatTime[], inRooms: Rooms, { stations, live }: Places): string | null {
  const hit = heats.filter((heat) => inRooms.some((room) => overlap(heat, room)));
  if (hit.length === 0) return null;
  const rooms = inRooms.filter((room) => hit.some((heat) => overlap(heat, room)));
  const hours = new Set(rooms.map(({ day, startsAt, endsAt }) => hourWords(`${day} ${startsAt}–${endsAt}`)));
  const people = hit.reduce((sum, { heat }) => sum + Math.min(stations, live - (heat - 1) * stations), 0);
  return `选手${[...hours].join('、')}在考场考试，第${hit.map(({ heat }) => heat).join('、')}场（${people}人）也在这时上工位。`;
}

const overlap = (one: Rooms[number] | HeatTime, other: Rooms[number]): boolean =>
  one.day === other.day && one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The hours to begin with: as announced, or from when nobody sits in a room any more, on the next day where it is late by then. */
export function firstHours({ announced, inRooms }: Pick<StaffStageDraw, 'announced' | 'inRooms'>): Hours {
  const from = announced?.startsAt ?? '09:00';
  if (!announced) return { day: null, startsAt: from, endsAt: '12:00' };
  const { day } = announced;
  const over = inRooms
    .filter((one) => one.day === day)
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1);
  if (over === undefined) return { day, startsAt: from, endsAt: '12:00' };
  return over < '16:00'
    ? { day, startsAt: over, endsAt: over < '11:00' ? '12:00' : '18:00' }
    : { day: addDays(day, 1), startsAt: '09:00', endsAt: '12:00' };
}
