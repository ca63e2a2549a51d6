import { BEIJING_OFFSET_MS, type LocalDate, utcOf } from './local-date';

/** A time of day in Asia/Shanghai, written `HH:MM`; `24:00` ends a day. */
export type TimeOfDay = string & { readonly __brand: 'TimeOfDay' };

export const isTimeOfDay = (text: string): text is TimeOfDay => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

/** A time known to be good, such as a constant; throws on anything else. */
export function timeOfDay(text: string): TimeOfDay {
  if (!isTimeOfDay(text)) throw new Error(`not a time of day: ${text}`);
  return text;
}

export const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The instant, in milliseconds since the epoch, of a Beijing day and time. */
export const instantAt = (day: LocalDate, time: TimeOfDay): number =>
  utcOf(day) + minutesOf(time) * 60_000 - BEIJING_OFFSET_MS;

/** The Beijing time of day of an instant in milliseconds, to the minute below. */
export const timeAt = (instantMs: number): TimeOfDay =>
  timeOfDay(new Date(instantMs + BEIJING_OFFSET_MS).toISOString().slice(11, 16));
