import type { CalendarItem } from '@jikaotong/shared/contract';
import { open } from '../../platform';

/** Opens the page where something is done about an item, or which says more of it. */
export function openCalendarItem({ todo, noticeId, sessionId, applicationId, entryId, window }: CalendarItem): void {
  if (todo?.action === 'apply') return open('/packages/notice/self-check/index', { notice: noticeId });
  if (todo?.action === 'enter') return open('/packages/contest/enter/index', { id: noticeId });
  if (applicationId !== null) return open('/packages/apply/detail/index', { id: applicationId });
  if (entryId !== null) return open('/packages/contest/entry/index', { id: entryId });
  if (sessionId === null && window !== null) return open('/packages/contest/contest/index', { id: noticeId });
  return open('/pages/notice/index', { id: noticeId });
}
