import type { CalendarItem } from '@jikaotong/shared/contract';
import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { calendarContext, calendarMarkWord, fullDayWords } from '@jikaotong/shared/words';
import type { PhoneEvent } from '../../platform';

const HOUR = 3_600_000;
const MIDNIGHT = timeOfDay('00:00');

/**
 * An item for the phone's own calendar; null without a day. A window becomes its last day, for a phone rings before a
 * beginning only: at nine the morning before. What has an hour rings a day before.
 */
export function phoneEventOf(item: CalendarItem): PhoneEvent | null {
  const { opens, closes, startsAt, endsAt, place, noticeTitle } = item;
  const day = closes ?? opens;
  if (day === null) return null;
  const isSpan = opens !== null && closes !== null && opens !== closes;
  const title = `${calendarMarkWord(item, isSpan ? 'closes' : 'day')} · ${calendarContext(item)}`;
  const span = isSpan ? `${fullDayWords(opens)}至${fullDayWords(closes)}` : null;
  const words = { title, note: [span, noticeTitle].filter(Boolean).join('\n'), place };
  if (startsAt === null) {
    const startMs = instantAt(day, MIDNIGHT);
    return { ...words, startMs, endMs: instantAt(addDays(day, 1), MIDNIGHT), allDay: true, ringsBeforeMs: 15 * HOUR };
  }
  const startMs = instantAt(day, startsAt);
  const endMs = endsAt === null ? startMs + HOUR : instantAt(day, endsAt);
  return { ...words, startMs, endMs, allDay: false, ringsBeforeMs: 24 * HOUR };
}
