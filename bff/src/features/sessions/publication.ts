import { type LocalDate, type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { loadCalendar, loadNoticeVersion } from '../notices';
import type { Session } from './session';
import { changeSession, findSession, lockSession, replaceWindows } from './session.repository';
import { calendarYearsOf, planWindows } from './windows.policy';

export type PublicationRefusal = 'already-published' | 'calendar-year-unknown';

/**
 * Records the day the results were published and moves publicity, review and retake with it, by the notice's rule
 * (B26 三（五）1). The other windows stay as they were confirmed. Refuses a second time, and a publicity that would end
 * in a year nobody has announced.
 */
export async function recordPublication(
  h: Handle,
  sessionId: string,
  day: LocalDate,
): Promise<Result<Session, PublicationRefusal>> {
  await lockSession(h, sessionId);
  const session = await findSession(h, sessionId);
  if (!session) throw new Error(`no session ${sessionId}`);
  if (session.resultsPublishedOn !== null) return failed('already-published');
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const calendar = await loadCalendar(h);
  const { windows: moved, warnings } = planWindows(session, {
    notice,
    calendar,
    publishedOn: day,
    paperDays: session.paperDays,
  });
  if (warnings.some(({ code }) => code === 'calendar-year-unknown')) return failed('calendar-year-unknown');
  const windows = session.windows.map((stored) =>
    MOVED_BY_PUBLICATION.has(stored.kind) ? (moved.find(({ kind }) => kind === stored.kind) ?? stored) : stored,
  );
  await changeSession(h, sessionId, { resultsPublishedOn: day, calendarYears: calendarYearsOf(calendar) });
  await replaceWindows(h, sessionId, windows);
  return ok({ ...session, windows, resultsPublishedOn: day });
}

const MOVED_BY_PUBLICATION: ReadonlySet<string> = new Set(['results', 'publicity', 'review', 'retake']);
