import { yearOf } from '@jikaotong/shared/kernel';
import { assumedLeaves } from '@jikaotong/shared/notice';
import { type Handle, newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { findBodyLocked } from '../bodies';
import { loadCalendar, loadNoticeVersion } from '../notices';
import {
  type MovedDays,
  changesNothing,
  judgeChangeable,
  judgeChoiceUntil,
  judgeDaysAhead,
  papersDiffer,
  shiftedPapers,
  windowsAfterMove,
} from './move.policy';
import { planOf, refuseBadPlan } from './plan';
import { judgePlaces, missingPlaces } from './plan.policy';
import type { Session } from './session';
import type { SessionChange } from './session-change.record';
import { addSessionChange } from './session-change.repository';
import { sessionCancelled, sessionMoved, sessionSeatsLifted } from './session-events';
import { sessionAssumptionRecord } from './session.record';
import {
  type Places,
  changeSession,
  listPapers,
  listSites,
  nextSessionNumber,
  replacePlaces,
  replaceWindows,
} from './session.repository';
import { calendarYearsOf, judgeAssumptions, missingWindows, planWindows } from './windows.policy';

/** What moving a session would give, judged as the act itself judges; refuses as `moveSession`. */
export async function planMove(h: Handle, session: Session, days: MovedDays, day: Context['now']['day']) {
  refuseWhen(judgeChangeable(session) ?? judgeDaysAhead(days, day));
  const version = await loadNoticeVersion(h, session.noticeVersionId);
  const { notice } = version;
  const plan = { ...planOf(session), ...given(days) };
  await refuseBadPlan(h, version, plan);
  const calendar = await loadCalendar(h);
  const { windows: computed, warnings } = planWindows(plan, { notice, calendar, publishedOn: null });
  const windows = windowsAfterMove({ before: session.windows, computed, days, day });
  const sites = await listSites(h, session.id);
  const before: Places = { sites, papers: await listPapers(h, session.id) };
  const papers = shiftedPapers(before.papers, session.examStart, plan.examStart);
  const confirmed = (await h.repo(sessionAssumptionRecord).findBy({ sessionId: session.id })).map(({ path }) => path);
  const assumptions = assumedLeaves(notice).filter(({ path }) => !confirmed.includes(path));
  return { plan, notice, calendar, windows, warnings, before, papers, confirmed, assumptions };
}

/** Who changes a session and why, having seen which revision of it. */
export type Act = {
  readonly revision: string;
  readonly reason: string;
  readonly choiceUntil: Context['now']['day'];
  readonly accountId: string;
};

/**
 * Moves a locked, published session; tickets and seats go first, then days, windows and places change in one act, then
 * everybody hears of it. Refuses `changed-meanwhile`, `wrong-state`, `window-order-wrong`, `choice-day-wrong`,
 * `nothing-changed`, `assumption-not-confirmed`, `session-incomplete`, and as `judgePlaces`.
 */
export async function move(
  c: Context,
  session: Session,
  act: Act & { readonly days: MovedDays; readonly places: Places | null; readonly assumptions: readonly string[] },
): Promise<void> {
  if (session.revision !== act.revision) refuse('changed-meanwhile');
  const planned = await planMove(c.h, session, act.days, c.now.day);
  const { plan, notice, windows, before } = planned;
  refuseWhen(judgeChoiceUntil(act.choiceUntil, c.now.day, plan.examStart));
  refuseWhen(judgeAssumptions(notice, [...planned.confirmed, ...act.assumptions]));
  const missing = missingWindows(windows);
  const places = act.places ?? { sites: before.sites, papers: planned.papers };
  refuseWhen(judgePlaces(places, plan, notice));
  missing.push(...missingPlaces(places, plan, notice));
  if (missing.length > 0) refuse('session-incomplete', { missing });
  const lifts = papersDiffer(before.papers, places.papers);
  const after = { examStart: plan.examStart, examEnd: plan.examEnd, windows };
  if (!lifts && changesNothing(session, after)) refuse('nothing-changed');

  if (lifts) await c.emit(sessionSeatsLifted({ sessionId: session.id }));
  const { name: _, offeringCodes: __, ...days } = plan;
  await changeSession(c.h, session.id, {
    ...days,
    ...(await numberIn(c.h, session, yearOf(plan.examStart))),
    ...(lifts ? { placesFrozen: false } : {}),
    windowsConfirmedAt: c.now.ms,
    calendarYears: calendarYearsOf(planned.calendar),
  });
  await replaceWindows(c.h, session.id, windows);
  // the ids of rooms are named by seats: without new papers nobody was lifted, and places stay
  if (lifts) await replacePlaces(c.h, session.id, inOwnWords(places));
  await confirmAssumptions(c, session.id, planned.assumptions, act.accountId);
  const changeId = await noteChange(c, session, act, after);
  c.audit('session-moved', { sessionId: session.id, changeId }, { from: session.examStart, to: plan.examStart });
  await c.emit(sessionMoved({ sessionId: session.id, changeId }));
}

/** Cancels a locked, published session. Refuses `changed-meanwhile`, `wrong-state`, `choice-day-wrong`. */
export async function cancel(c: Context, session: Session, act: Act): Promise<void> {
  if (session.revision !== act.revision) refuse('changed-meanwhile');
  refuseWhen(judgeChangeable(session) ?? judgeChoiceUntil(act.choiceUntil, c.now.day, null));
  await c.emit(sessionSeatsLifted({ sessionId: session.id }));
  await changeSession(c.h, session.id, { state: 'cancelled' });
  const changeId = await noteChange(c, session, act, null);
  c.audit('session-cancelled', { sessionId: session.id, changeId }, { examStart: session.examStart });
  await c.emit(sessionCancelled({ sessionId: session.id, changeId }));
}

/** The days that were really named. */
const given = (days: MovedDays): Partial<MovedDays> =>
  Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));

/** Sites as they are entered: their ids stay behind. */
const inOwnWords = ({ sites, papers }: Places): Places => ({
  sites: sites.map(({ name, address, rooms }) => ({
    name,
    address,
    rooms: rooms.map((room) => ({ name: room.name, seats: room.seats })),
  })),
  papers: papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteName }) => {
    return { offeringCode, subject, day, startsAt, endsAt, siteName };
  }),
});

/** The running number belongs to the year of the exam. */
async function numberIn(h: Handle, { bodyId, year, number }: Session, next: number) {
  if (next === year) return { year, number };
  await findBodyLocked(h, bodyId);
  return { year: next, number: await nextSessionNumber(h, bodyId, next) };
}

async function confirmAssumptions(
  c: Context,
  sessionId: string,
  assumptions: readonly { readonly path: string }[],
  accountId: string,
): Promise<void> {
  const rows = assumptions.map(({ path }) => {
    return { id: newId(), sessionId, path, accountId, confirmedAt: c.now.ms };
  });
  if (rows.length > 0) await c.h.repo(sessionAssumptionRecord).insert(rows);
}

async function noteChange(c: Context, session: Session, act: Act, after: SessionChange['after']): Promise<string> {
  const id = newId();
  const { examStart, examEnd, windows } = session;
  await addSessionChange(c.h, {
    id,
    sessionId: session.id,
    kind: after ? 'moved' : 'cancelled',
    byAccountId: act.accountId,
    at: c.now.ms,
    on: c.now.day,
    reason: act.reason,
    choiceUntil: act.choiceUntil,
    before: { examStart, examEnd, windows },
    after,
    told: 0,
  });
  return id;
}
