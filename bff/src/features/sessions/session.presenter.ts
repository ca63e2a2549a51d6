import type { SessionView, StaffSessionView } from '@jikaotong/shared/contract';
import { type LocalDate, fen } from '@jikaotong/shared/kernel';
import { type Notice, assumedLeaves, offeringOf } from '@jikaotong/shared/notice';
import { asCounterOpens, individualsApply } from '@jikaotong/shared/rules/counter';
import { feeOf } from '@jikaotong/shared/rules/fees';
import type { PlannedRoom } from '@jikaotong/shared/rules/planning';
import { sessionStateOf } from '@jikaotong/shared/rules/progress';
import type { Handle } from '../../platform/db';
import { findAccount } from '../accounts';
import { type NoticeVersion, loadCalendar, loadNoticeVersion } from '../notices';
import { carriedAssumptions } from './carried-assumptions';
import type { Session, Site, StoredWindow } from './session';
import type { SessionChange } from './session-change.record';
import { listSessionChanges } from './session-change.repository';
import { cautionsOf, conflictsOf, conflictView } from './plan-conflicts';
import { enteredPaper, enteredRoom, expectedIn, listExamPapers, listSites } from './places.repository';
import { planWindows } from './windows.policy';

/** A session as visitors see it on a day. */
export async function presentSession(h: Handle, session: Session, day: LocalDate): Promise<SessionView> {
  const version = await loadNoticeVersion(h, session.noticeVersionId);
  const changes = (await listSessionChanges(h, session.id)).map(changeView);
  const sites = await listSites(h, session.id);
  const view = viewOf({ session, version, windows: session.windows, sites, day });
  return { ...view, state: await stateForVisitors(h, { session, version, day }), changes };
}

/** Nobody can apply any more once the only door of individuals, the counter, has opened for the last time. */
async function stateForVisitors(
  h: Handle,
  { session, version: { notice }, day }: { session: Session; version: NoticeVersion; day: LocalDate },
): Promise<SessionView['state']> {
  if (individualsApply(notice) !== 'counter') return sessionState(session, day);
  return sessionState({ ...session, windows: asCounterOpens(session.windows, notice, await loadCalendar(h)) }, day);
}

/** What nobody printed, with when it was taken as true for an earlier session; null: it was not, or it has changed. */
async function presentAssumptions(
  h: Handle,
  session: Session,
  notice: Notice,
): Promise<StaffSessionView['assumptions']> {
  // only who is to confirm asks
  const isOpen = session.state === 'planned' && session.windowsConfirmedAt === null;
  const carried = new Map((isOpen ? await carriedAssumptions(h, session, notice) : []).map((one) => [one.path, one]));
  return assumedLeaves(notice).map(({ path, reason }) => {
    const before = carried.get(path);
    return { path, reason, before: before ? { sessionName: before.sessionName, at: before.confirmedAt } : null };
  });
}

/** A session as staff see it: before confirmation with the windows the plan would give, and what to look at. */
export async function presentStaffSession(h: Handle, session: Session, day: LocalDate): Promise<StaffSessionView> {
  const version = await loadNoticeVersion(h, session.noticeVersionId);
  const { notice } = version;
  const calendar = await loadCalendar(h);
  const isStage = session.kind === 'stage';
  const { paperDays, resultsPublishedOn: publishedOn } = session;
  // a stage has its own days, and none that hang on them
  const planned = isStage
    ? { windows: [], warnings: [] }
    : planWindows(session, { notice, calendar, publishedOn, paperDays });
  const windows = session.windowsConfirmedAt === null ? planned.windows : session.windows;
  const sites = await listSites(h, session.id);
  const papers = await listExamPapers(h, session.id);
  const expected = await expectedIn(h, session.id);
  const isPlanned = session.state === 'planned';
  const cautions = isPlanned ? await cautionsOf(h, session, { sites, papers, windows, today: day }) : [];
  const conflicts = isPlanned || isStage ? await conflictsOf(h, session, { sites, papers }) : [];
  return {
    ...viewOf({ session, version, windows, sites, day }),
    noticeTitle: notice.title.value,
    published: session.state === 'published',
    windowsConfirmed: session.windowsConfirmedAt !== null,
    placesFrozen: session.placesFrozen,
    revision: session.revision,
    ...(isStage && { ofStage: true as const }),
    assumptions: isStage ? [] : await presentAssumptions(h, session, notice),
    warnings: planned.warnings.map(({ code, data }) => ({ code, data: { ...data } })),
    plan: {
      applicationOpens: session.applicationOpens,
      applicationCloses: session.applicationCloses,
      paymentOpens: session.paymentOpens,
      paymentCloses: session.paymentCloses,
      ...(session.resultsWithin !== null && { resultsWithin: session.resultsWithin }),
      sites: sites.map(({ name, address, rooms }) => ({
        name,
        address,
        rooms: rooms.map((room) => roomView(enteredRoom(room))),
      })),
      papers: papers.map(enteredPaper),
      ...(expected.size > 0 && { expected: Object.fromEntries(expected) }),
    },
    ...(cautions.length > 0 && { cautions }),
    ...(conflicts.length > 0 && { conflicts: conflicts.map(conflictView) }),
    publishedOn: session.resultsPublishedOn,
    unpublished: session.publications.filter(({ on }) => on === null).map(({ offeringCode }) => offeringCode),
    changes: await changeLog(h, session.id),
  };
}

const changeView = ({ id, kind, on, reason, before, after }: SessionChange): SessionView['changes'][number] => {
  const daysOf = ({ examStart, examEnd }: typeof before) => ({ examStart, examEnd });
  return { id, kind, on, reason, before: daysOf(before), after: after && daysOf(after) };
};

/** The acts on a session with who did them and what they did to the windows. */
async function changeLog(h: Handle, sessionId: string): Promise<StaffSessionView['changes']> {
  const log: StaffSessionView['changes'] = [];
  for (const change of await listSessionChanges(h, sessionId)) {
    const by = await findAccount(h, change.byAccountId);
    const { choiceUntil, before, after, told } = change;
    log.push({
      ...changeView(change),
      byName: by?.displayName ?? '',
      choiceUntil,
      windowsBefore: [...before.windows],
      windowsAfter: after && [...after.windows],
      told,
    });
  }
  return log;
}

const roomView = ({ accessible, ...room }: PlannedRoom) => ({
  ...room,
  ...(accessible !== undefined && { accessible: [...accessible] }),
});

/** An offering as lists and cards show it; throws on one the notice does not have. */
export function offeringViewOf(
  notice: Notice,
  code: string,
): Pick<SessionView['offerings'][number], 'code' | 'occupation' | 'workType' | 'level'> {
  const offering = offeringOf(notice, code);
  if (!offering) throw new Error(`no offering ${code} in ${notice.id}`);
  return { code, occupation: offering.occupation, workType: offering.workType, level: offering.level };
}

function viewOf(of: {
  session: Session;
  version: NoticeVersion;
  windows: readonly StoredWindow[];
  sites: readonly Site[];
  day: LocalDate;
}): Omit<SessionView, 'changes'> {
  const { session, version, windows, sites, day } = of;
  return {
    id: session.id,
    noticeId: session.noticeId,
    noticeVersion: session.noticeVersion,
    bodyId: session.bodyId,
    name: session.name,
    state: sessionState({ ...session, windows }, day),
    offerings: session.offeringCodes.map((code) => {
      if (session.kind === 'stage') return { ...offeringViewOf(version.notice, code), totalFen: fen(0) };
      const fee = feeOf(version.notice, code);
      if (!fee.ok) throw new Error(`no fee for ${code} in ${session.noticeId}`);
      return { ...offeringViewOf(version.notice, code), totalFen: fee.value.totalFen };
    }),
    examStart: session.examStart,
    examEnd: session.examEnd,
    windows: windows.map((window) => ({ ...window })),
    sites: sites.map(({ name, address }) => ({ name, address })),
  };
}

/** Where a session stands for visitors on a day (N1). */
export const sessionState = (session: Session, day: LocalDate): SessionView['state'] =>
  sessionStateOf(
    {
      windows: session.windows,
      cancelled: session.state === 'cancelled',
      published: session.resultsPublishedOn !== null,
    },
    day,
  );
