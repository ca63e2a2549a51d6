import type { LocalDate } from '@jikaotong/shared/kernel';
import { windowOf } from '@jikaotong/shared/rules/calendar';
import type { Handle } from '../../platform/db';
import { refuse, refuseWhen } from '../../platform/http';
import { loadCalendar, loadNoticeVersion } from '../notices';
import { judgeChangeable } from './move.policy';
import { listExamPapers } from './places.repository';
import { planOf, refuseBadPlan } from './plan';
import { type Session, type StoredWindow, lastDaysOf } from './session';
import { changeSession, replaceWindows } from './session.repository';
import { missingWindows, planWindows } from './windows.policy';

/**
 * Lets a published session go on to a later day, for whom the other days have no place: no seat, ticket or earlier day changes, and
 * of its windows only those that hang on the last day. Gives the day by which results are due then. Refuses `changed-meanwhile`,
 * `wrong-state`, `too-late` once the exam has begun, for nobody is seated any more, `nothing-changed` for a day that it has,
 * `exam-day-earlier` for one before, which only a move can give, and `session-incomplete`.
 */
export async function extendSession(
  h: Handle,
  session: Session,
  { day, revision, today }: { readonly day: LocalDate; readonly revision: string; readonly today: LocalDate },
): Promise<{ readonly resultsBy: LocalDate | null }> {
  if (session.revision !== revision) refuse('changed-meanwhile');
  refuseWhen(judgeChangeable(session));
  const { examStart, examEnd } = session;
  if (today > examStart) refuse('too-late', { closedOn: examStart });
  if (day < examStart) refuse('wrong-state', { state: 'exam-day-earlier' });
  if (day <= examEnd) refuse('nothing-changed');
  const version = await loadNoticeVersion(h, session.noticeVersionId);
  const plan = { ...planOf(session), examEnd: day };
  await refuseBadPlan(h, version, plan);
  const rules = {
    notice: version.notice,
    calendar: await loadCalendar(h),
    publishedOn: null,
    paperDays: lastDaysOf(await listExamPapers(h, session.id)),
  };
  const before = planWindows(planOf(session), rules).windows;
  const after = planWindows(plan, rules).windows;
  const windows = session.windows.map((stored) => {
    const [was, is] = [windowIn(before, stored), windowIn(after, stored)];
    return is && (was?.opens !== is.opens || was.closes !== is.closes) ? is : stored;
  });
  const missing = missingWindows(windows);
  if (missing.length > 0) refuse('session-incomplete', { missing });
  await changeSession(h, session.id, { examEnd: day });
  await replaceWindows(h, session.id, windows);
  return { resultsBy: windowOf(windows, 'results')?.closes ?? null };
}

const windowIn = (windows: readonly StoredWindow[], { kind }: StoredWindow): StoredWindow | undefined =>
  windows.find((one) => one.kind === kind);
