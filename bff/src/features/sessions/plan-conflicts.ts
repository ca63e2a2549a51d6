import type { PlanConflictView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, offeringOf } from '@jikaotong/shared/notice';
import { windowOf } from '@jikaotong/shared/rules/calendar';
import {
  type Expected,
  type PlanConflict,
  planCautions,
  planConflicts,
  roomsElsewhere,
} from '@jikaotong/shared/rules/planning';
import type { Handle } from '../../platform/db';
import { refuse } from '../../platform/http';
import { loadCalendar, loadNoticeVersion } from '../notices';
import { plannedMonths } from './of-notice.repository';
import type { Session, StoredWindow } from './session';
import { type Places, expectedIn, listExamPapers, listSites } from './places.repository';
import { runningBeside } from './session.repository';

/** What keeps these places from being run: among themselves, with the people expected, and beside the body's other sessions. */
export async function conflictsOf(h: Handle, session: Session, places: Places): Promise<PlanConflict[]> {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const expected = await peopleIn(h, session, notice);
  return [...planConflicts(places, expected), ...roomsElsewhere(places, await othersOf(h, session, places))];
}

/** Who is expected, with the subjects of each offering in the order of the notice. */
const peopleIn = async (h: Handle, { id }: Pick<Session, 'id'>, notice: Notice): Promise<Expected[]> =>
  [...(await expectedIn(h, id))].map(([offeringCode, people]) => ({
    offeringCode,
    people,
    subjects: (offeringOf(notice, offeringCode)?.subjects ?? []).map(({ code }) => code),
  }));

/** The places of the body's published sessions on the days of these. */
async function othersOf(h: Handle, { id, bodyId }: Session, { papers }: Places) {
  const days = papers.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const others: { sessionName: string; places: Pick<Places, 'sites' | 'papers'> }[] = [];
  for (const { id: other, name } of await runningBeside(h, { id, bodyId })) {
    const theirs = await listExamPapers(h, other);
    if (!theirs.some(({ day }) => day >= first && day <= last)) continue;
    others.push({ sessionName: name, places: { sites: await listSites(h, other), papers: theirs } });
  }
  return others;
}

/** Refuses `plan-conflicts` with all of them. */
export function refuseConflicts(conflicts: readonly PlanConflict[]): void {
  if (conflicts.length > 0) refuse('plan-conflicts', { conflicts: conflicts.map(conflictView) });
}

export const conflictView = ({ code, ...data }: PlanConflict): PlanConflictView => ({ code, data });

/** What to look at once more in these places; nothing of it refuses. */
export async function cautionsOf(
  h: Handle,
  session: Session,
  given: Pick<Places, 'sites' | 'papers'> & { readonly windows: readonly StoredWindow[]; readonly today: LocalDate },
) {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const cautions = planCautions({
    sites: given.sites,
    papers: given.papers,
    expected: await peopleIn(h, session, notice),
    offeringCodes: session.offeringCodes,
    notice,
    calendar: await loadCalendar(h),
    ticketOn: windowOf(given.windows, 'ticket')?.opens ?? null,
    planned: await plannedMonths(h, session.noticeId),
    today: given.today,
  });
  return cautions.map(({ code, ...data }) => ({ code, data: mutable(data) }));
}

const mutable = (
  data: Readonly<Record<string, string | number | readonly string[]>>,
): Record<string, string | number | string[]> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]));
