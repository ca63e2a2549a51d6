import { type LocalDate, dayAt, yearOf } from '@jikaotong/shared/kernel';
import { laterSubjectsOf } from '@jikaotong/shared/notice';
import { windowOf } from '@jikaotong/shared/rules/calendar';
import { type Handle, newId } from '../../platform/db';
import { refuse, refuseWhen } from '../../platform/http';
import { findBodyLocked } from '../bodies';
import { type NoticeVersion, loadCalendar, loadNoticeVersion } from '../notices';
import { addedPapers, growPlaces, judgeGrowth } from './grow-places';
import { judgeDaysAhead } from './move.policy';
import { type Plan, judgePlaces, judgePlan, missingPlaces } from './plan.policy';
import { type Session, lastDaysOf, publishedOnFor } from './session';
import { carriedAssumptions } from './carried-assumptions';
import { sessionAssumptionRecord } from './session.record';
import { findExamDay } from './exam-day.repository';
import { conflictsOf, refuseConflicts } from './plan-conflicts';
import { type Places, listExamPapers, listSites, replacePlaces, setExpected } from './places.repository';
import { addSession, changeSession, nextSessionNumber, replaceOfferings, replaceWindows } from './session.repository';
import { calendarYearsOf, hangsOnLastPaper, judgeAssumptions, missingWindows, planWindows } from './windows.policy';

/** Plans a session of a notice; nobody sees it yet. Refuses `offering-unknown`, `window-order-wrong`. */
export async function createPlan(h: Handle, version: NoticeVersion, plan: Plan, nowMs: number): Promise<string> {
  await refuseBadPlan(h, version, plan);
  const bodyId = version.notice.body.id;
  // locked: two sessions planned at once must not get one number
  await findBodyLocked(h, bodyId);
  const year = yearOf(plan.examStart);
  const { offeringCodes, ...days } = plan;
  const id = newId();
  const row = {
    ...days,
    id,
    bodyId,
    noticeId: version.noticeId,
    noticeVersionId: version.id,
    noticeVersion: version.version,
    state: 'planned' as const,
    year,
    number: await nextSessionNumber(h, bodyId, year),
    placesFrozen: false,
    windowsConfirmedAt: null,
    calendarYears: null,
    publishedAt: null,
    resultsPublishedOn: null,
    createdAt: nowMs,
  };
  await addSession(h, row, offeringCodes);
  return id;
}

/** Changes a plan that is not published; what was confirmed must be confirmed anew. */
export async function changePlan(h: Handle, session: Session, change: Partial<Plan>): Promise<void> {
  if (session.state !== 'planned') refuse('wrong-state', { state: session.state });
  const plan: Plan = { ...planOf(session), ...change };
  const version = await loadNoticeVersion(h, session.noticeVersionId);
  await refuseBadPlan(h, version, plan);
  const { offeringCodes, ...days } = plan;
  await findBodyLocked(h, session.bodyId);
  const year = yearOf(plan.examStart);
  const number = year === session.year ? session.number : await nextSessionNumber(h, session.bodyId, year);
  await changeSession(h, session.id, { ...days, year, number, windowsConfirmedAt: null, calendarYears: null });
  await replaceOfferings(h, session.id, offeringCodes);
  await replaceWindows(h, session.id, []);
  await h.repo(sessionAssumptionRecord).delete({ sessionId: session.id });
}

/** Refuses a plan as `judgePlan`, and one whose offerings have windows of their own. */
export async function refuseBadPlan(h: Handle, { notice }: NoticeVersion, plan: Plan): Promise<void> {
  refuseWhen(judgePlan(plan, notice));
  const calendar = await loadCalendar(h);
  const { differing } = planWindows(plan, { notice, calendar, publishedOn: null, paperDays: [] });
  if (differing.length > 0) refuse('window-order-wrong', { offeringCode: differing.join(',') });
}

/**
 * Sets sites, rooms and papers; once candidates are seated they only grow, by what lies ahead (`day-over`) and has no results
 * yet (`wrong-state`); only papers of subjects whose time is announced later change. What hangs on the last paper's day moves with it. Refuses as
 * `judgePlaces` and `judgeGrowth`.
 */
export async function setPlaces(h: Handle, session: Session, places: Places, day: LocalDate): Promise<void> {
  if (session.state === 'cancelled') refuse('wrong-state', { state: session.state });
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  refuseWhen(judgePlaces(places, planOf(session), notice));
  // of a stage they hold at once: no publication comes after
  if (session.kind === 'stage') refuseConflicts(await conflictsOf(h, session, places));
  if (session.placesFrozen) {
    const now = { sites: await listSites(h, session.id), papers: await listExamPapers(h, session.id) };
    refuseWhen(judgeGrowth(now, places, notice));
    const added = addedPapers(now.papers, places.papers);
    if (added.some((paper) => paper.day < day)) refuse('day-over');
    if (added.some(({ offeringCode }) => publishedOnFor(session, offeringCode) !== null))
      refuse('wrong-state', { state: 'results-published' });
    await growPlaces(h, session.id, now, places);
  } else await replacePlaces(h, session.id, places);
  await setExpected(h, session.id, places.expected);
  await moveResultWindows(h, session, { notice, paperDays: lastDaysOf(places.papers) });
}

/** Results are due so many days after the last subject: their confirmed windows follow a subject announced later. */
async function moveResultWindows(
  h: Handle,
  session: Session,
  { notice, paperDays }: Pick<Parameters<typeof planWindows>[1], 'notice' | 'paperDays'>,
): Promise<void> {
  if (session.windowsConfirmedAt === null || session.resultsPublishedOn !== null) return;
  if (!session.offeringCodes.some((code) => laterSubjectsOf(notice, code).length > 0)) return;
  const calendar = await loadCalendar(h);
  const { windows: moved } = planWindows(planOf(session), { notice, calendar, publishedOn: null, paperDays });
  const windows = session.windows.map((stored) =>
    hangsOnLastPaper(stored.kind) ? (moved.find(({ kind }) => kind === stored.kind) ?? stored) : stored,
  );
  await replaceWindows(h, session.id, windows);
}

/**
 * Stores the windows with their clauses and the calendar they were computed by, once staff have named every assumption
 * they rest on, or did in an earlier session where it has not changed since. Refuses `wrong-state`, `session-incomplete`,
 * `assumption-not-confirmed`.
 */
export async function confirmPlan(
  h: Handle,
  session: Session,
  given: { assumptions: readonly string[]; accountId: string; nowMs: number },
): Promise<void> {
  if (session.state !== 'planned') refuse('wrong-state', { state: session.state });
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const carried = (await carriedAssumptions(h, session, notice)).filter(
    ({ path }) => !given.assumptions.includes(path),
  );
  refuseWhen(judgeAssumptions(notice, [...given.assumptions, ...carried.map(({ path }) => path)]));
  const calendar = await loadCalendar(h);
  const rules = { notice, calendar, publishedOn: null, paperDays: session.paperDays };
  const { windows } = planWindows(planOf(session), rules);
  const missing = missingWindows(windows);
  if (missing.length > 0) refuse('session-incomplete', { missing });
  await replaceWindows(h, session.id, windows);
  await changeSession(h, session.id, {
    windowsConfirmedAt: given.nowMs,
    calendarYears: calendarYearsOf(calendar),
  });
  await h.repo(sessionAssumptionRecord).delete({ sessionId: session.id });
  const { accountId, nowMs: confirmedAt } = given;
  const rows = [...new Set(given.assumptions)].map((path) => {
    return { id: newId(), sessionId: session.id, path, accountId, confirmedAt };
  });
  // with who took it as true, and when: nobody has looked at it again
  const kept = carried.map(({ path, accountId: by, confirmedAt: at }) => {
    return { id: newId(), sessionId: session.id, path, accountId: by, confirmedAt: at };
  });
  if (rows.length + kept.length > 0) await h.repo(sessionAssumptionRecord).insert([...rows, ...kept]);
}

/**
 * Shows a session to candidates. Refuses `wrong-state`, `windows-not-confirmed`, `session-incomplete`, as `judgePlaces`,
 * `plan-conflicts`, and `window-order-wrong` when its exam, its applications or its payment are over.
 */
export async function publishPlan(h: Handle, session: Session, nowMs: number): Promise<void> {
  if (session.state !== 'planned') refuse('wrong-state', { state: session.state });
  if (session.windowsConfirmedAt === null) refuse('windows-not-confirmed');
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const places = { sites: await listSites(h, session.id), papers: await listExamPapers(h, session.id) };
  const missing = missingPlaces(places, planOf(session), notice);
  if (missing.length > 0) refuse('session-incomplete', { missing });
  // the plan may have changed since they were entered
  refuseWhen(judgePlaces(places, planOf(session), notice));
  refuseConflicts(await conflictsOf(h, session, places));
  const closesOf = (kind: 'application' | 'payment') => windowOf(session.windows, kind)?.closes;
  const ahead = { applicationCloses: closesOf('application'), paymentCloses: closesOf('payment') };
  refuseWhen(judgeDaysAhead({ examStart: session.examStart, ...ahead }, dayAt(nowMs)));
  await changeSession(h, session.id, { state: 'published', publishedAt: nowMs });
}

/** Papers and rooms only grow from now on: somebody sits there. */
export const freezePlaces = (h: Handle, sessionId: string): Promise<number> =>
  changeSession(h, sessionId, { placesFrozen: true });

/** What staff entered for a session. */
export const planOf = (session: Session): Plan => ({
  name: session.name,
  offeringCodes: session.offeringCodes,
  examStart: session.examStart,
  examEnd: session.examEnd,
  applicationOpens: session.applicationOpens,
  applicationCloses: session.applicationCloses,
  paymentOpens: session.paymentOpens,
  paymentCloses: session.paymentCloses,
  resultsWithin: session.resultsWithin,
});

/** The session again after a change, as the same transaction sees it. */
export const reload = async (h: Handle, sessionId: string): Promise<Session> =>
  (await findExamDay(h, sessionId)) ?? refuse('not-found');
