import type { CalendarItem } from '@jikaotong/shared/contract';

/** A window of a batch, for tests. */
export const calendarItem = (more: Partial<CalendarItem> = {}): CalendarItem => ({
  key: 'session.s1.payment',
  kind: 'window',
  window: 'payment',
  subject: null,
  stage: null,
  opens: null,
  closes: null,
  startsAt: null,
  endsAt: null,
  place: null,
  printed: null,
  source: null,
  noticeId: 'n1',
  noticeTitle: '通知',
  bodyName: '协会',
  sessionId: 's1',
  sessionName: '12月批次',
  applicationId: null,
  entryId: null,
  offering: null,
  mine: false,
  cancelled: false,
  todo: null,
  ...more,
});
