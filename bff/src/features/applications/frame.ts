import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import type { Calendar } from '@jikaotong/shared/rules/calendar';
import { asCounterOpens, individualsApply } from '@jikaotong/shared/rules/counter';
import { laterPapersOf } from '@jikaotong/shared/rules/progress';
import type { Handle } from '../../platform/db';
import { type NoticeVersion, loadCalendar, loadNoticeVersion } from '../notices';
import { type Session, findSession, windowsFor } from '../sessions';
import type { Application } from './application.record';

/** What an application stands in: the session's days and the notice in the version that binds it. */
export type Frame = {
  readonly sessionId: string;
  readonly sessionName: string;
  readonly sessionState: Session['state'];
  readonly bodyId: string;
  readonly offeringCodes: readonly string[];
  readonly examStart: LocalDate;
  readonly examEnd: LocalDate;
  readonly windows: Session['windows'];
  /** The same as people can use them: an application at the counter ends on the last day that counter opens. */
  readonly usableWindows: Session['windows'];
  readonly paperDays: Session['paperDays'];
  readonly notice: Notice;
  /** Where and how one pays follows the session: money must not go to an account that a newer version gave up. */
  readonly payment: Pick<NonNullable<Notice['fees']>, 'payee' | 'methods'> | null;
  readonly noticeVersion: number;
  readonly noticeVersionId: string;
};

/** The subjects of an offering that its notice leaves to a later announcement, with their days as far as known. */
export const laterPapersIn = ({ notice, paperDays }: Pick<Frame, 'notice' | 'paperDays'>, offeringCode: string) =>
  laterPapersOf(notice, offeringCode, paperDays);

/** The frame of a session under its present notice version; null when there is no such session. */
export async function findFrame(h: Handle, sessionId: string): Promise<Frame | null> {
  const session = await findSession(h, sessionId);
  if (!session) return null;
  const present = await loadNoticeVersion(h, session.noticeVersionId);
  return frameOf(session, { version: present, present, calendar: await calendarFor(h, present) });
}

/**
 * The frame of an application: conditions are frozen by its first submission, dates always follow the session; that is
 * not asked for again where its revision was read with the row.
 */
export async function loadFrame(
  h: Handle,
  row: Pick<Application, 'sessionId' | 'offeringCode' | 'noticeVersionId' | 'firstSubmittedOn'>,
  eventRevision?: string,
): Promise<Frame> {
  const session = await findSession(h, row.sessionId, eventRevision);
  if (!session) throw new Error(`session ${row.sessionId} is gone`);
  const present = await loadNoticeVersion(h, session.noticeVersionId);
  const binding = row.firstSubmittedOn === null ? present : await loadNoticeVersion(h, row.noticeVersionId);
  return frameOf(
    { ...session, windows: windowsFor(session, row.offeringCode) },
    { version: binding, present, calendar: await calendarFor(h, present) },
  );
}

/** Frames for a page of rows, each loaded once. */
export async function loadFrames<R extends Parameters<typeof loadFrame>[1]>(
  h: Handle,
  rows: readonly R[],
): Promise<(row: R) => Frame> {
  const nameOf = (row: R) =>
    `${row.sessionId} ${row.offeringCode} ${row.firstSubmittedOn === null ? 'present' : row.noticeVersionId}`;
  const frames = new Map<string, Frame>();
  for (const row of rows) if (!frames.has(nameOf(row))) frames.set(nameOf(row), await loadFrame(h, row));
  return (row) => {
    const frame = frames.get(nameOf(row));
    if (!frame) throw new Error('a row that was not loaded');
    return frame;
  };
}

/** Only a counter's days ask for the calendar. */
const calendarFor = async (h: Handle, { notice }: NoticeVersion): Promise<Calendar> =>
  individualsApply(notice) === 'counter' ? loadCalendar(h) : [];

const frameOf = (
  session: Session,
  { version, present, calendar }: { version: NoticeVersion; present: NoticeVersion; calendar: Calendar },
): Frame => ({
  sessionId: session.id,
  sessionName: session.name,
  sessionState: session.state,
  bodyId: session.bodyId,
  offeringCodes: session.offeringCodes,
  examStart: session.examStart,
  examEnd: session.examEnd,
  windows: session.windows,
  usableWindows: asCounterOpens(session.windows, present.notice, calendar),
  paperDays: session.paperDays,
  notice: version.notice,
  payment: present.notice.fees,
  noticeVersion: version.version,
  noticeVersionId: version.id,
});
