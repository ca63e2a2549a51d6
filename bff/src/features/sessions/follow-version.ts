import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, type Offering, type WindowKind, offeringOf } from '@jikaotong/shared/notice';
import { feeOf } from '@jikaotong/shared/rules/fees';
import type { Handle } from '../../platform/db';
import { type NoticeVersion, loadCalendar, loadNoticeVersion } from '../notices';
import { listIdsOfNotice } from './of-notice.repository';
import type { Session, StoredWindow } from './session';
import { sessionState } from './session.presenter';
import { sessionAssumptionRecord } from './session.record';
import { changeSession, findSession, lockSession, replaceWindows } from './session.repository';
import { planWindows } from './windows.policy';

type Span = Pick<StoredWindow, 'opens' | 'closes'>;

/** A session that is not over, and what another version of its notice would mean for it. */
export type TouchedSession = {
  readonly session: Session;
  /** Offerings it uses that the version lacks, has no fee for, or examines in other subjects once it is published. */
  readonly lost: readonly Offering[];
  /** Windows the version's rules give otherwise than the session's present version: `before` is what is stored. */
  readonly windows: readonly { readonly kind: WindowKind; readonly before: Span; readonly after: Span }[];
};

/** The sessions of a notice that are neither over nor cancelled on a day, by id; `lock` keeps them as they are. */
export async function listTouchedSessions(
  h: Handle,
  next: Notice,
  { day, lock = false }: { readonly day: LocalDate; readonly lock?: boolean },
): Promise<TouchedSession[]> {
  const touched: TouchedSession[] = [];
  for (const id of await listIdsOfNotice(h, next.id)) {
    if (lock) await lockSession(h, id);
    const session = await findSession(h, id);
    if (!session || session.state === 'cancelled') continue;
    if (session.state === 'published' && sessionState(session, day) === 'ended') continue;
    touched.push(await touchedBy(h, session, next));
  }
  return touched;
}

async function touchedBy(h: Handle, session: Session, next: Notice): Promise<TouchedSession> {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const lost = session.offeringCodes.filter((code) => isLost(session, notice, next, code));
  const offerings = lost.map((code) => offeringOf(notice, code)).filter((offering) => offering !== null);
  const codes = session.offeringCodes.filter((code) => !lost.includes(code));
  const calendar = await loadCalendar(h);
  const spansBy = (version: Notice) =>
    new Map(
      planWindows(
        { ...session, offeringCodes: codes },
        {
          notice: version,
          calendar,
          publishedOn: session.resultsPublishedOn,
          paperDays: session.paperDays,
        },
      ).windows.map((window) => [window.kind, spanOf(window)]),
    );
  const [before, after] = [spansBy(notice), spansBy(next)];
  const stored = new Map(session.windows.map((window) => [window.kind, spanOf(window)]));
  const none = { opens: null, closes: null };
  const windows = [...new Set([...before.keys(), ...after.keys()])].flatMap((kind) => {
    const [now, then] = [stored.get(kind) ?? before.get(kind) ?? none, after.get(kind) ?? none];
    const moved = !sameSpan(before.get(kind) ?? none, then) && !sameSpan(now, then);
    return moved ? [{ kind, before: now, after: then }] : [];
  });
  return { session, lost: offerings, windows };
}

/** Whoever applied or sits must keep the offering, its subjects and its price list. */
function isLost(session: Session, notice: Notice, next: Notice, code: string): boolean {
  const kept = offeringOf(next, code);
  if (!kept || !feeOf(next, code).ok) return true;
  const subjects = (offering: Offering | null) => (offering?.subjects ?? []).map((subject) => subject.code).join();
  return session.state === 'published' && subjects(kept) !== subjects(offeringOf(notice, code));
}

const spanOf = ({ opens, closes }: StoredWindow): Span => ({ opens, closes });
const sameSpan = (a: Span, b: Span): boolean => a.opens === b.opens && a.closes === b.closes;

/**
 * Puts sessions under a version of their notice. Stored windows stay: those of a published session change by a dated
 * act only; a plan whose windows would differ must be confirmed anew before anybody sees it.
 */
export async function followVersion(
  h: Handle,
  touched: readonly TouchedSession[],
  version: NoticeVersion,
): Promise<void> {
  for (const { session, windows } of touched) {
    const set = { noticeVersionId: version.id, noticeVersion: version.version };
    const unconfirmed = session.state === 'planned' && session.windowsConfirmedAt !== null && windows.length > 0;
    await changeSession(h, session.id, {
      ...set,
      ...(unconfirmed ? { windowsConfirmedAt: null, calendarYears: null } : {}),
    });
    if (!unconfirmed) continue;
    await replaceWindows(h, session.id, []);
    await h.repo(sessionAssumptionRecord).delete({ sessionId: session.id });
  }
}
