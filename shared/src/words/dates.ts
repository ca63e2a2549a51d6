import {
  type LocalDate,
  type TimeOfDay,
  dayOfMonth,
  daysBetween,
  isLocalDate,
  monthOf,
  weekdayOf,
  yearOf,
} from '../kernel';
import { type Data, textIn } from './table';

const WEEKDAYS = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const;

export const weekdayWord = (day: LocalDate): string => WEEKDAYS[weekdayOf(day)];

/** `12月12日 周六`, with the year when it is not today's. */
export function dayWords(day: LocalDate, today: LocalDate): string {
  const year = yearOf(day) === yearOf(today) ? '' : `${yearOf(day)}年`;
  return `${year}${monthOf(day)}月${dayOfMonth(day)}日 ${weekdayWord(day)}`;
}

/** `2026年12月12日`, for papers and messages that are read later. */
export const fullDayWords = (day: LocalDate): string => `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日`;

/** `2026年12月19日（周六）` of a day in data. */
export function dayWithWeekday(data: Data, key: string): string {
  const text = textIn(data, key);
  return isLocalDate(text) ? `${fullDayWords(text)}（${weekdayWord(text)}）` : '日期待定';
}

/** `还有19天`, `明天`, `今天`, `昨天`, `3天前`. */
export function distanceWords(day: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, day);
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  if (days === -1) return '昨天';
  return days > 0 ? `还有${days}天` : `${-days}天前`;
}

/** `12月12日 周六 · 还有19天`. */
export const dayAndDistanceWords = (day: LocalDate, today: LocalDate): string =>
  `${dayWords(day, today)} · ${distanceWords(day, today)}`;

/** `12月7日 周一起 · 还有14天`. */
export const openingWords = (day: LocalDate, today: LocalDate): string =>
  `${dayWords(day, today)}起 · ${distanceWords(day, today)}`;

/** `12月4日 周五截止 · 还有11天`. */
export const closingWords = (day: LocalDate, today: LocalDate): string =>
  `${dayWords(day, today)}截止 · ${distanceWords(day, today)}`;

/** `2026年12月12日 09:00–11:00`. */
export const dayAndTimeWords = (day: LocalDate, startsAt: TimeOfDay, endsAt: TimeOfDay): string =>
  `${fullDayWords(day)}（${weekdayWord(day)}）${startsAt}–${endsAt}`;

/** How long ago something was, in milliseconds: `刚才`, `12分钟前`, `3小时前`, `2天前`. */
export function agoWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return '刚才';
  if (minutes < 60) return `${minutes}分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours}小时前` : `${Math.floor(hours / 24)}天前`;
}

/** A length of time that people say: `9年11个月`, `3个月`, `12天`; years of 365.25 and months of 30.4 days. */
export function durationWords(days: number): string {
  if (days < 60) return `${days}天`;
  const months = Math.floor(days / 30.4375);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return `${months}个月`;
  return rest === 0 ? `${years}年` : `${years}年${rest}个月`;
}

/** The day under a key as `2026年12月12日`; an absent one as the fallback. */
export function dayIn(data: Data, key: string, fallback = '日期待定'): string {
  const text = textIn(data, key);
  return isLocalDate(text) ? fullDayWords(text) : fallback;
}
