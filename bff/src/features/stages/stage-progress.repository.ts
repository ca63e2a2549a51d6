import type { StagePart } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';

type Counted = Readonly<Record<'waiting' | 'unmarked' | StagePart | 'noted' | 'own', number>>;
type Progress = {
  readonly waiting: number;
  readonly unmarked: number;
  readonly lacks: Readonly<Record<StagePart, number>>;
  /** Noted by others than this account, and by itself. */
  readonly unconfirmed: number;
  readonly ownOpen: number;
};

/**
 * How many stand in a stage, of those who are not absent how many lack a mark of each part that counts, and how many notes wait
 * for a second pair of eyes, of them those that others noted than this account; without a roster, only those who stand in it.
 */
export async function stageProgressOf(
  h: Handle,
  stageId: string,
  { counts, accountId }: { readonly counts: Readonly<Record<StagePart, boolean>>; readonly accountId: string },
): Promise<Progress> {
  const lacking = (part: StagePart) =>
    `SUM(CASE WHEN s.standing = 'present' AND ${counts[part] ? `s.${part} IS NULL` : '1 = 0'} THEN 1 ELSE 0 END) AS ${part}`;
  const lacks = [counts.theory ? 's.theory IS NULL' : null, counts.skill ? 's.skill IS NULL' : null].filter(Boolean);
  const noted = ['s.theory_open_by', 's.skill_open_by', 's.standing_open_by'];
  const [row] = await h.query<Readonly<Record<keyof Counted, number | string | null>>>(
    `SELECT COUNT(*) AS waiting,
       SUM(CASE WHEN s.standing = 'present' AND (${lacks.join(' OR ') || '1 = 0'}) THEN 1 ELSE 0 END) AS unmarked,
       ${lacking('theory')}, ${lacking('skill')},
       ${noted.map((by) => `SUM(CASE WHEN ${by} IS NULL THEN 0 ELSE 1 END)`).join(' + ')} AS noted,
       ${noted.map((by) => `SUM(CASE WHEN ${by} = ? THEN 1 ELSE 0 END)`).join(' + ')} AS own
     FROM participant p LEFT JOIN stage_entrant s ON s.participant_id = p.id
     WHERE p.event_id = ? AND p.state IN ('submitted', 'approved')`,
    [...noted.map(() => accountId), stageId],
  );
  const count = (value: number | string | null | undefined) => Number(value ?? 0);
  return {
    waiting: count(row?.waiting),
    unmarked: count(row?.unmarked),
    lacks: { theory: count(row?.theory), skill: count(row?.skill) },
    unconfirmed: count(row?.noted) - count(row?.own),
    ownOpen: count(row?.own),
  };
}
