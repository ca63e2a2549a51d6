import type { CalendarView, Following } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { asCounterOpens } from '@jikaotong/shared/rules/counter';
import type { Handle } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type Application, laterPapersIn, listOwnApplications, loadFrames, presentOffering } from '../applications';
import {
  entersHere,
  findContest,
  listOwnEntries,
  listOwnRegistrations,
  outAfter,
  contestStagesOf,
  stagesOf,
} from '../contests';
import { type NoticeVersion, loadCalendar, loadNotice } from '../notices';
import { LIVE, progressFactsOf } from '../participants';
import { keptPassesOf } from '../results';
import { type Session, changeTimesOf, findSession, listVisibleSessions } from '../sessions';
import { sittingsOf } from '../sittings';
import { followedBy } from './calendar.repository';
import { type Entry, type NoticeName, firstDayOf } from './entry';
import { type CalendarNotice, noticeEntries } from './notice-entries';
import { type OwnApplication, sessionEntries } from './session-entries';

export type OwnCalendar = { readonly entries: readonly Entry[]; readonly followings: readonly Following[] };

/**
 * All days an account has to do with: every session of the notices it follows, the sessions it has a live application
 * to, and the competitions it follows or entered. Dates follow the session and the current version of a notice.
 */
export async function calendarOf({ h, now }: Pick<Context, 'h' | 'now'>, accountId: string): Promise<OwnCalendar> {
  const followed = await followedBy(h, accountId);
  const { applications, entryOf } = await handedIn(h, accountId);
  const applied = new Set(applications.map(({ noticeId }) => noticeId));
  const noticeIds = [...new Set([...followed, ...applied, ...entryOf.keys()])];
  const sessions = await sessionsOf(h, followed, applications);
  const changedAt = await changeTimesOf(
    h,
    sessions.map(({ id }) => id),
  );
  const own = await ownApplications(h, applications);
  const calendar = await loadCalendar(h);
  const entries: Entry[] = [];
  const followings: Following[] = [];
  for (const noticeId of noticeIds) {
    const version = await loadNotice(h, noticeId);
    const notice = nameOf(version);
    const runs = sessions.filter((session) => session.noticeId === noticeId);
    const entered = entryOf.has(noticeId);
    const entry = { entered, entryId: entryOf.get(noticeId) ?? null };
    const windowsOf = ({ windows }: Session) => asCounterOpens(windows, version.notice, calendar);
    const found =
      runs.length > 0
        ? runs.flatMap((session) =>
            sessionEntries(
              runOf(session, { name: notice, changedAt, windows: windowsOf(session) }),
              own.get(session.id) ?? [],
              now.day,
            ),
          )
        : noticeEntries(await noticeOf(h, version, entry), calendar, now.day);
    entries.push(...found);
    followings.push({
      ...notice,
      followed: followed.includes(noticeId),
      implied: applied.has(noticeId) ? 'applied' : entered ? 'entered' : null,
      dated: found.length > 0,
    });
  }
  return { entries: entries.toSorted(byDay), followings };
}

/** As its owner sees it. */
export function presentCalendar({ entries, followings }: OwnCalendar): CalendarView {
  const items = entries.map(({ item }) => item);
  return {
    items: items.filter((item) => firstDayOf(item) !== null),
    undated: items.filter((item) => firstDayOf(item) === null),
    followings: [...followings],
  };
}

/**
 * Why a notice stands in the calendar of an account though it is not followed: something of the account's lives
 * there.
 */
export async function impliedBy(h: Handle, accountId: string, noticeId: string): Promise<Following['implied']> {
  const { applications, entryOf } = await handedIn(h, accountId);
  if (applications.some((row) => row.noticeId === noticeId)) return 'applied';
  return entryOf.has(noticeId) ? 'entered' : null;
}

const OVER: ReadonlySet<string> = new Set(['refused', 'dropped']);
const MOST = 200;

/** Its session was cancelled, and its owner has not chosen yet what to do instead. */
const isAsked = ({ state, changeKind, changeChoice, changeUntil }: Application): boolean =>
  state === 'void' && changeKind === 'cancelled' && changeChoice === null && changeUntil !== null;

/** The live applications of an account, and its live entries by notice; null for one handed in elsewhere. */
async function handedIn(h: Handle, accountId: string) {
  const rows = await listOwnApplications(h, accountId, { cursor: null, limit: MOST });
  const entries = (await listOwnEntries(h, accountId)).filter(({ state }) => state === 'entered');
  const elsewhere = (await listOwnRegistrations(h, accountId)).filter(({ state }) => !OVER.has(state));
  return {
    applications: rows.filter((row) => LIVE.includes(row.state) || isAsked(row)),
    entryOf: new Map([
      ...elsewhere.map(({ noticeId }) => [noticeId, null] as const),
      ...entries.map(({ noticeId, id }) => [noticeId, id] as const),
    ]),
  };
}

async function sessionsOf(h: Handle, followed: readonly string[], applications: readonly Application[]) {
  const sessions = new Map<string, Session>();
  for (const session of await listVisibleSessions(h, followed)) sessions.set(session.id, session);
  for (const { sessionId } of applications) {
    const session = sessions.get(sessionId) ?? (await findSession(h, sessionId));
    if (session) sessions.set(sessionId, session);
  }
  return [...sessions.values()];
}

/** Live applications by session, with their seats and the passes they keep. */
async function ownApplications(h: Handle, rows: readonly Application[]): Promise<Map<string, OwnApplication[]>> {
  const frameOf = await loadFrames(h, rows);
  const seats = await sittingsOf(
    h,
    rows.map(({ participantId }) => participantId),
  );
  const own = new Map<string, OwnApplication[]>();
  for (const row of rows) {
    const mine = seats.filter(({ participantId, state }) => participantId === row.participantId && state !== 'void');
    const one: OwnApplication = {
      id: row.id,
      offering: presentOffering(frameOf(row), row.offeringCode),
      facts: progressFactsOf(row, frameOf(row).usableWindows, laterPapersIn(frameOf(row), row.offeringCode)),
      seats: mine.map(({ subject, day, startsAt, endsAt, siteName, address }) => {
        const [starts, ends] = [timeOfDay(startsAt), timeOfDay(endsAt)];
        return { subject, day, startsAt: starts, endsAt: ends, place: `${siteName}，${address}` };
      }),
      kept: await keptBy(h, row),
    };
    own.set(row.sessionId, [...(own.get(row.sessionId) ?? []), one]);
  }
  return own;
}

async function keptBy(h: Handle, row: Application): Promise<OwnApplication['kept']> {
  if (row.resultsPublishedOn === null || row.outcome === 'passed') return [];
  const kept = await keptPassesOf(h, row);
  return kept.flatMap(({ subject, until, source }) => (until === null ? [] : [{ subject, until, source }]));
}

const runOf = (
  session: Session,
  of: { name: NoticeName; changedAt: ReadonlyMap<string, number>; windows: Session['windows'] },
) => ({
  id: session.id,
  name: session.name,
  cancelled: session.state === 'cancelled',
  changedAt: of.changedAt.get(session.id) ?? 0,
  windows: of.windows,
  notice: of.name,
});

const noticeOf = async (
  h: Handle,
  version: NoticeVersion,
  entry: Pick<CalendarNotice, 'entered' | 'entryId'>,
): Promise<CalendarNotice> => ({
  notice: version.notice,
  name: nameOf(version),
  changedAt: version.publishedAt,
  announced: await stagesOf(h, version.noticeId),
  cancelled: new Map(
    (await contestStagesOf(h, version.noticeId)).flatMap(({ stage, cancelledAt }) =>
      cancelledAt === null ? [] : [[stage, cancelledAt] as const],
    ),
  ),
  entersHere: entersHere(version.notice),
  outAfter: await outOf(h, version.noticeId, entry.entryId),
  ...entry,
});

async function outOf(h: Handle, noticeId: string, entryId: string | null): Promise<CalendarNotice['outAfter']> {
  const contest = entryId === null ? null : await findContest(h, noticeId);
  return contest && entryId !== null ? outAfter(h, contest, entryId) : null;
}

const nameOf = ({ noticeId, notice }: NoticeVersion): NoticeName => ({
  noticeId,
  noticeTitle: notice.title.value,
  bodyName: notice.body.name,
});

const byDay = (a: Entry, b: Entry): number => placeOf(a).localeCompare(placeOf(b));
const placeOf = ({ item }: Entry): string => `${firstDayOf(item) ?? '9999'} ${item.startsAt ?? ''}`;
