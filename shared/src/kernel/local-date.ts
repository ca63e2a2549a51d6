import { type Result, failed, ok } from './result';

/** A calendar day in Asia/Shanghai, written `YYYY-MM-DD`; days compare as strings. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a day; refuses other forms and days that do not exist (30 February). */
export function parseLocalDate(text: string): Result<LocalDate, 'not-a-day'> {
  const [, year, month, day] = FORM.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
    ? ok(text as LocalDate)
    : failed('not-a-day');
}

/** A day known to be good, such as a constant; throws on anything else. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(`not a day: ${text}`);
  return parsed.value;
}

export const isLocalDate = (text: string): text is LocalDate => parseLocalDate(text).ok;

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
export const monthOf = (day: LocalDate): number => Number(day.slice(5, 7));
export const dayOfMonth = (day: LocalDate): number => Number(day.slice(8, 10));

/** Whole days later (negative: earlier). */
export const addDays = (day: LocalDate, days: number): LocalDate => fromUtc(utcOf(day) + days * DAY_MS);

/** The same day of the month some months later; a day the month lacks becomes the 1st of the next. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const count = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dayOfMonth(day) <= lastDay ? dayOf(year, month, dayOfMonth(day)) : dayOf(year, month + 1, 1);
}

/** The anniversary; 29 February becomes 1 March in a common year. */
export const addYears = (day: LocalDate, years: number): LocalDate => addMonths(day, years * 12);

/** Days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((utcOf(to) - utcOf(from)) / DAY_MS);

export function weekdayOf(day: LocalDate): Weekday {
  const sundayFirst = new Date(utcOf(day)).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday;
}

export const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a <= b ? a : b);
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b);

/** The Beijing calendar day of an instant in milliseconds. */
export const dayAt = (instantMs: number): LocalDate => fromUtc(instantMs + BEIJING_OFFSET_MS);

export const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** Midnight UTC of the day's digits; only for arithmetic inside the kernel. */
export const utcOf = (day: LocalDate): number => Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day));

/** Days of a month, 0 for what is no month; by hand, because every schema asks it for every day. */
function daysIn(year: number, month: number): number {
  if (year < 1000) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return LENGTHS[month - 1] ?? 0;
}
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const dayOf = (year: number, month: number, day: number): LocalDate => fromUtc(Date.UTC(year, month - 1, day));
/** Years are written with four digits: what lies beyond is the first or the last day that can be written. */
const fromUtc = (ms: number): LocalDate =>
  new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS)).toISOString().slice(0, 10) as LocalDate;
const FIRST_MS = Date.UTC(1000, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31);
