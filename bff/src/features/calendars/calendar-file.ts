import type { CalendarItem } from '@jikaotong/shared/contract';
import { type LocalDate, addDays, daysBetween, instantAt } from '@jikaotong/shared/kernel';
import { calendarTitle, sourceWords } from '@jikaotong/shared/words';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type Entry, firstDayOf } from './entry';

/**
 * The days as an iCalendar file (RFC 5545), the same bytes as long as nothing changes. Windows are whole days, `DTEND`
 * being the day after the last; papers and announced hours are instants in UTC. Nothing in it says whose it is.
 */
export function drawCalendar(entries: readonly Entry[], { publicUrl }: { publicUrl: string }): Uint8Array {
  const calendar = ical({
    name: '技考通',
    prodId: { company: 'jikaotong', product: 'calendar', language: 'ZH' },
    ttl: 6 * 3600,
  });
  for (const entry of entries) {
    const span = spanOf(entry.item);
    if (!span) continue;
    const event = calendar.createEvent(eventOf(entry, span, publicUrl));
    for (const trigger of hoursBefore(entry)) {
      const description = calendarTitle(entry.item);
      // said by itself: the generator takes START from no options, and would count what comes after the start from the end
      event
        .createAlarm({ type: ICalAlarmType.display, trigger: trigger * 3600, description })
        .relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return Buffer.from(calendar.toString());
}

type Span = Pick<ICalEventData, 'start' | 'end' | 'allDay'> & { readonly start: Date };

function spanOf(item: CalendarItem): Span | null {
  const first = firstDayOf(item);
  if (first === null) return null;
  const { startsAt, endsAt, closes } = item;
  if (startsAt === null) {
    return { start: midnightOf(first), end: midnightOf(addDays(closes ?? first, 1)), allDay: true };
  }
  // an announced stage says when it begins, not when it ends
  const end = endsAt === null ? {} : { end: new Date(instantAt(first, endsAt)) };
  return { start: new Date(instantAt(first, startsAt)), ...end };
}

/** The generator writes a whole day by its digits in UTC. */
const midnightOf = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

function eventOf({ item, changedAt }: Entry, span: Span, publicUrl: string): ICalEventData {
  const changed = new Date(changedAt);
  return {
    ...span,
    id: `${item.key}@jikaotong`,
    summary: calendarTitle(item),
    description: [item.noticeTitle, item.bodyName, item.source && sourceWords(item.source)].filter(Boolean).join('\n'),
    location: item.place,
    url: `${publicUrl}${pageOf(item)}`,
    // a feed has no METHOD, so the stamp is the last change (RFC 5545 3.8.7.2) and an unchanged feed keeps its bytes
    stamp: changed,
    lastModified: changed,
    sequence: sequenceOf(changedAt),
    status: item.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: item.startsAt === null ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

/** Grows with every change: seconds since 2024, which fit 31 bits until 2092. */
const sequenceOf = (changedAt: number): number => Math.max(0, Math.floor((changedAt - EPOCH) / 1000));
const EPOCH = Date.UTC(2024, 0, 1);

/**
 * How many hours before its beginning an item rings; negative: after it. Nine in the morning, and counted from the
 * beginning, for phones read no alarm that hangs on an end.
 */
function hoursBefore({ item, alarm }: Entry): readonly number[] {
  const { startsAt, closes } = item;
  const first = firstDayOf(item);
  switch (alarm) {
    case 'closing': {
      if (first === null || closes === null) return [];
      const lastMorning = -9 - 24 * daysBetween(first, closes);
      return [lastMorning + 24, lastMorning];
    }
    case 'opening':
      return [-9];
    case 'coming':
      return startsAt === null ? [15] : [24, 2];
    case null:
      return [];
  }
}

/** The page that says more; one's own needs signing in. */
function pageOf({ applicationId, sessionId, window, kind, noticeId }: CalendarItem): string {
  if (applicationId !== null) return `/#/packages/apply/detail/index?id=${applicationId}`;
  const isContest = kind === 'stage' || (sessionId === null && window === 'application');
  return isContest ? `/#/packages/contest/contest/index?id=${noticeId}` : `/#/pages/notice/index?id=${noticeId}`;
}
