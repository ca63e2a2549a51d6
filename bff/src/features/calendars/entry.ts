import type { CalendarItem } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';

/** An item with what only a calendar file says of it. */
export type Entry = {
  readonly item: CalendarItem;
  /** When its days last changed, in milliseconds. */
  readonly changedAt: number;
  /** `closing`: the morning before its last day and of it; `opening`: its first morning; `coming`: the day before. */
  readonly alarm: 'closing' | 'opening' | 'coming' | null;
};

/** Whose days they are. */
export type NoticeName = Pick<CalendarItem, 'noticeId' | 'noticeTitle' | 'bodyName'>;

/** An item with nothing but a name and a notice, to be filled in. */
export const blank = (
  key: string,
  kind: CalendarItem['kind'],
  { noticeId, noticeTitle, bodyName }: NoticeName,
): CalendarItem => ({
  key,
  kind,
  window: null,
  subject: null,
  stage: null,
  opens: null,
  closes: null,
  startsAt: null,
  endsAt: null,
  place: null,
  printed: null,
  source: null,
  noticeId,
  noticeTitle,
  bodyName,
  sessionId: null,
  sessionName: null,
  applicationId: null,
  entryId: null,
  offering: null,
  mine: false,
  cancelled: false,
  todo: null,
});

/** The day under which an item stands; null where no end is known. */
export const firstDayOf = ({ opens, closes }: Pick<Entry['item'], 'opens' | 'closes'>): LocalDate | null =>
  opens ?? closes;
