import { offeringOf } from '@jikaotong/shared/notice';
import { type Handle, placeholders } from '../../platform/db';
import { loadNoticeVersion } from '../notices';
import { type Session, findSession } from '../sessions';
import { ticketsOf } from '../sittings';
import { type Examinee, examineesOf } from './examinees';
import { verdictsOf } from './result.policy';
import { currentOf } from './result.repository';

/** Who of these keeps a pass of which subject from an earlier session through the exam: `participant:subject`. */
export async function exemptAmong(
  h: Handle,
  session: Session,
  examinees: readonly Pick<Examinee, 'participantId' | 'offeringCode'>[],
): Promise<ReadonlySet<string>> {
  const exempt = new Set<string>();
  if (examinees.length === 0) return exempt;
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const codeOf = new Map(examinees.map(({ participantId, offeringCode }) => [participantId, offeringCode]));
  const ids = [...codeOf.keys()];
  const rows = await h.query<{ id: string; earlier: string }>(
    `SELECT p.id AS id, e.id AS earlier FROM participant p
     JOIN candidate c ON c.id = p.candidate_id
     JOIN candidate d ON d.person_id = c.person_id AND d.body_id = c.body_id AND d.id <> c.id
     JOIN participant e ON e.candidate_id = d.id AND e.retake_until >= ? AND e.event_id <> p.event_id
     WHERE p.id IN (${placeholders(ids)})`,
    [session.examStart, ...ids],
  );
  for (const { id, earlier } of rows) {
    const [ticket] = await ticketsOf(h, [earlier]);
    const [past] = ticket ? await examineesOf(h, [ticket]) : [];
    const sat = ticket && (await findSession(h, ticket.sessionId));
    if (!past || !sat) continue;
    const { notice: then } = await loadNoticeVersion(h, sat.noticeVersionId);
    const [was, is] = [offeringOf(then, past.offeringCode), offeringOf(notice, codeOf.get(id) ?? '')];
    if (!was || !is || nameOf(was) !== nameOf(is)) continue;
    for (const { subject, verdict } of verdictsOf(past, await currentOf(h, [earlier])))
      if (verdict === 'passed' || verdict === 'kept') exempt.add(`${id}:${subject}`);
  }
  return exempt;
}

const nameOf = (of: { occupation: string; workType: string | null; level: number | null }): string =>
  JSON.stringify([of.occupation, of.workType, of.level]);
