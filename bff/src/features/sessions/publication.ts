import { type LocalDate, type Result, failed, laterOf, ok } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { loadCalendar, loadNoticeVersion } from '../notices';
import { type Session, type StoredWindow, windowsFor } from './session';
import { changeSession, findSession, lockSession, noteOffering, replaceWindows } from './session.repository';
import { calendarYearsOf, planWindows } from './windows.policy';

export type PublicationRefusal = 'already-published' | 'calendar-year-unknown';

/**
 * Records the day the results of some offerings were published and moves their publicity, review and retake with it, by
 * the notice's rule (B26 三（五）1); offerings that wait keep theirs. What visitors see of the session spans all that is
 * published. Refuses a second time, and a publicity that would end in a year nobody has announced.
 */
export async function recordPublication(
  h: Handle,
  sessionId: string,
  { day, offeringCodes }: { readonly day: LocalDate; readonly offeringCodes: readonly string[] },
): Promise<Result<Session, PublicationRefusal>> {
  await lockSession(h, sessionId);
  const session = await findSession(h, sessionId);
  if (!session) throw new Error(`no session ${sessionId}`);
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const calendar = await loadCalendar(h);
  const { windows: moved, warnings } = planWindows(session, {
    notice,
    calendar,
    publishedOn: day,
    paperDays: session.paperDays,
  });
  if (warnings.some(({ code }) => code === 'calendar-year-unknown')) return failed('calendar-year-unknown');
  const own = moved.filter(({ kind }) => session.windows.some((stored) => isMoved(stored) && stored.kind === kind));
  for (const { offeringCode, on } of session.publications) {
    const of = { sessionId, code: offeringCode };
    if (offeringCodes.includes(offeringCode)) {
      const published = { resultsPublishedOn: day, resultWindows: own };
      if (!(await noteOffering(h, of, published))) return failed('already-published');
    } else if (on === null)
      await noteOffering(h, of, { resultWindows: windowsFor(session, offeringCode).filter(isMoved) });
  }
  const spanned = session.windows.map((stored) => {
    const now = isMoved(stored) ? own.find(({ kind }) => kind === stored.kind) : undefined;
    if (!now) return stored;
    return session.resultsPublishedOn === null ? now : spanning(stored, now);
  });
  const first = session.resultsPublishedOn ?? day;
  await changeSession(h, sessionId, { resultsPublishedOn: first, calendarYears: calendarYearsOf(calendar) });
  await replaceWindows(h, sessionId, spanned);
  const after = await findSession(h, sessionId);
  if (!after) throw new Error(`no session ${sessionId}`);
  return ok(after);
}

/** Notes who asked that the results of an offering be published; false where they are. */
export const askPublication = (
  h: Handle,
  of: { readonly sessionId: string; readonly code: string },
  by: { readonly accountId: string; readonly nowMs: number },
): Promise<boolean> => noteOffering(h, of, { publicationAskedBy: by.accountId, publicationAskedAt: by.nowMs });

/** From the first opening to the last closing; an end that is not known stays so. */
const spanning = (before: StoredWindow, now: StoredWindow): StoredWindow => ({
  ...before,
  closes: before.closes === null || now.closes === null ? null : laterOf(before.closes, now.closes),
});

const MOVED_BY_PUBLICATION: ReadonlySet<string> = new Set(['results', 'publicity', 'review', 'retake']);
const isMoved = ({ kind }: StoredWindow): boolean => MOVED_BY_PUBLICATION.has(kind);
