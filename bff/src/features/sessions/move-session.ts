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
  examPapersDiffer,
  shiftedExamPapers,
  windowsAfterMove,
} from './move.policy';
import { type Carried, carriedAssumptions } from './carried-assumptions';
import { planOf, refuseBadPlan } from './plan';
import { judgePlaces, missingPlaces } from './plan.policy';
import { conflictsOf, refuseConflicts } from './plan-conflicts';
import { type Session, lastDaysOf } from './session';
import { sessionAssumptionRecord } from './session.record';
import { type Places, enteredPlaces, listExamPapers, listSites, replacePlaces } from './places.repository';
import { changeSession, nextSessionNumber, replaceWindows } from './session.repository';
import { calendarYearsOf, judgeAssumptions, missingWindows, planWindows } from './windows.policy';

/** What moving a session would give, judged as the act itself judges; refuses as `judgeMove`. */
export async function planMove(h: Handle, session: Session, days: MovedDays, day: Context['now']['day']) {
  refuseWhen(judgeChangeable(session) ?? judgeDaysAhead(days, day));
  const version = await loadNoticeVersion(h, session.noticeVersionId);
  const { notice } = version;
  const plan = { ...planOf(session), ...given(days) };
  await refuseBadPlan(h, version, plan);
  const calendar = await loadCalendar(h);
  const sites = await listSites(h, session.id);
  const before: Places = { sites, papers: await listExamPapers(h, session.id) };
  const papers = shiftedExamPapers(before.papers, session.examStart, plan.examStart);
  const rules = { notice, calendar, publishedOn: null, paperDays: lastDaysOf(papers) };
  const { windows: computed, warnings } = planWindows(plan, rules);
  const windows = windowsAfterMove({ before: session.windows, computed, days, day });
  const confirmed = (await h.repo(sessionAssumptionRecord).findBy({ sessionId: session.id })).map(({ path }) => path);
  const carried = new Map((await carriedAssumptions(h, session, notice)).map((one) => [one.path, one]));
  const assumptions = assumedLeaves(notice)
    .filter(({ path }) => !confirmed.includes(path))
    .map(({ path, reason }) => ({ path, reason, before: carried.get(path) ?? null }));
  return { plan, notice, calendar, windows, warnings, before, papers, confirmed, assumptions };
}

/** What staff want: days, places where they change by hand, and the assumptions they confirm beside those carried over. */
export type WantedMove = {
  readonly revision: string;
  readonly choiceUntil: Context['now']['day'];
  readonly days: MovedDays;
  readonly places: Places | null;
  readonly assumptions: readonly string[];
};

/**
 * The move as it would be written, and whether it lifts people from their seats. Refuses `changed-meanwhile`,
 * `wrong-state`, `window-order-wrong`, `choice-day-wrong`, `nothing-changed`, `assumption-not-confirmed`,
 * `session-incomplete`, and as `judgePlaces`.
 */
export async function judgeMove(h: Handle, session: Session, wanted: WantedMove, day: Context['now']['day']) {
  if (session.revision !== wanted.revision) refuse('changed-meanwhile');
  const planned = await planMove(h, session, wanted.days, day);
  const { plan, notice, windows, before } = planned;
  refuseWhen(judgeChoiceUntil(wanted.choiceUntil, day, plan.examStart));
  const carried = planned.assumptions.flatMap(({ path, before: earlier }) => (earlier ? [path] : []));
  refuseWhen(judgeAssumptions(notice, [...planned.confirmed, ...wanted.assumptions, ...carried]));
  const missing = missingWindows(windows);
  const places = wanted.places ?? { sites: before.sites, papers: planned.papers };
  refuseWhen(judgePlaces(places, plan, notice));
  missing.push(...missingPlaces(places, plan, notice));
  if (missing.length > 0) refuse('session-incomplete', { missing });
  if (examPapersDiffer(before.papers, places.papers)) refuseConflicts(await conflictsOf(h, session, places));
  const lifts = examPapersDiffer(before.papers, places.papers);
  const after = { examStart: plan.examStart, examEnd: plan.examEnd, windows };
  if (!lifts && changesNothing(session, after)) refuse('nothing-changed');
  return { ...planned, places, lifts, after };
}

/** Writes days, windows and places of a judged move; whoever sat there must have been lifted before. */
export async function writeMove(
  h: Handle,
  session: Session,
  { plan, windows, places, lifts, calendar, assumptions }: Awaited<ReturnType<typeof judgeMove>>,
  by: { readonly accountId: string; readonly nowMs: number },
): Promise<void> {
  const { name: _, offeringCodes: __, ...days } = plan;
  await changeSession(h, session.id, {
    ...days,
    ...(await numberIn(h, session, yearOf(plan.examStart))),
    ...(lifts ? { placesFrozen: false } : {}),
    windowsConfirmedAt: by.nowMs,
    calendarYears: calendarYearsOf(calendar),
  });
  await replaceWindows(h, session.id, windows);
  // the ids of rooms are named by seats: without new papers nobody was lifted, and places stay
  if (lifts) await replacePlaces(h, session.id, enteredPlaces(places));
  await confirmAssumptions(h, session.id, assumptions, by);
}

/** Refuses `changed-meanwhile`, `wrong-state` and `choice-day-wrong` for a session that is to be cancelled. */
export function refuseCancellation(
  session: Session,
  { revision, choiceUntil }: Pick<WantedMove, 'revision' | 'choiceUntil'>,
  day: Context['now']['day'],
): void {
  if (session.revision !== revision) refuse('changed-meanwhile');
  refuseWhen(judgeChangeable(session) ?? judgeChoiceUntil(choiceUntil, day, null));
}

/** The session does not take place. */
export const writeCancellation = (h: Handle, sessionId: string): Promise<number> =>
  changeSession(h, sessionId, { state: 'cancelled' });

/** The days that were really named. */
const given = (days: MovedDays): Partial<MovedDays> =>
  Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));

/** The running number belongs to the year of the exam. */
async function numberIn(h: Handle, { bodyId, year, number }: Session, next: number) {
  if (next === year) return { year, number };
  await findBodyLocked(h, bodyId);
  return { year: next, number: await nextSessionNumber(h, bodyId, next) };
}

async function confirmAssumptions(
  h: Handle,
  sessionId: string,
  assumptions: readonly { readonly path: string; readonly before: Carried | null }[],
  by: { readonly accountId: string; readonly nowMs: number },
): Promise<void> {
  // one that was carried over stays with who took it as true, and when: nobody has looked at it again
  const rows = assumptions.map(({ path, before }) => {
    const { accountId, confirmedAt } = before ?? { accountId: by.accountId, confirmedAt: by.nowMs };
    return { id: newId(), sessionId, path, accountId, confirmedAt };
  });
  if (rows.length > 0) await h.repo(sessionAssumptionRecord).insert(rows);
}
