import type { StageCode } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import type { Contest } from './contest';
import { ENTRANT_COLUMNS, type Entrant, entrantsIn } from './told-entrant.repository';
import { contestStagesOf } from './stage.repository';

const LIVE = "p.state IN ('submitted', 'approved')";

/**
 * Whoever may take part in a stage: those who are in it; while nobody is, for the ranks before it are not published, those
 * of the last stage before it. Whoever did not get so far is not meant.
 */
export async function entrantsOfStage(h: Handle, { rule, notice }: Contest, stage: StageCode): Promise<Entrant[]> {
  const events = new Map((await contestStagesOf(h, notice.id)).map((row) => [row.stage, row.id]));
  const at = rule.stages.findIndex(({ code }) => code === stage);
  for (const { code } of rule.stages.slice(0, at + 1).toReversed()) {
    const people = await entrantsIn(
      h,
      `SELECT ${ENTRANT_COLUMNS}
       FROM participant p JOIN candidate c ON c.id = p.candidate_id JOIN contest_entry e ON e.id = c.id
       WHERE p.event_id = ? AND ${LIVE} ORDER BY c.id`,
      [events.get(code) ?? ''],
    );
    if (people.length > 0) return people;
  }
  return [];
}

/** Whoever in a stage has a seat and no ticket yet. */
export const waitingForTickets = (h: Handle, eventId: string): Promise<Entrant[]> =>
  entrantsIn(
    h,
    `SELECT ${ENTRANT_COLUMNS}
     FROM participant p JOIN candidate c ON c.id = p.candidate_id JOIN contest_entry e ON e.id = c.id
     WHERE p.event_id = ? AND ${LIVE} AND p.seated AND p.ticket_issued_at IS NULL ORDER BY c.id`,
    [eventId],
  );

/** The stage after which an entrant is out: others are in a later one, and this one is not. Null while they may go on. */
export async function outAfter(h: Handle, { rule, notice }: Contest, candidateId: string): Promise<StageCode | null> {
  const rows = await h.query<{ stage: StageCode; own: number | string }>(
    `SELECT s.stage AS stage,
       EXISTS (SELECT 1 FROM participant p WHERE p.event_id = s.id AND p.candidate_id = ? AND ${LIVE}) AS own
     FROM contest_stage s
     WHERE s.notice_id = ? AND EXISTS (SELECT 1 FROM participant p WHERE p.event_id = s.id AND ${LIVE})`,
    [candidateId, notice.id],
  );
  const own = new Map(rows.map((row) => [row.stage, Number(row.own) === 1]));
  const filled = rule.stages.flatMap(({ code }) => (own.has(code) ? [code] : []));
  const reached = filled.findLastIndex((code) => own.get(code) === true);
  return reached >= 0 && reached < filled.length - 1 ? (filled[reached] ?? null) : null;
}
