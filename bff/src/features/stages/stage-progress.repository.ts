import type { Handle } from '../../platform/db';

/**
 * How many stand in a stage, of those who are not absent how many lack a mark of a part that counts, and how many notes
 * wait for a second pair of eyes; without a roster, only those who stand in it.
 */
export async function stageProgressOf(
  h: Handle,
  stageId: string,
  counts: { readonly theory: boolean; readonly skill: boolean },
): Promise<{ readonly waiting: number; readonly unmarked: number; readonly unconfirmed: number }> {
  const lacks = [counts.theory ? 's.theory IS NULL' : null, counts.skill ? 's.skill IS NULL' : null].filter(Boolean);
  const [row] = await h.query<Readonly<Record<'waiting' | 'unmarked' | 'unconfirmed', number | string | null>>>(
    `SELECT COUNT(*) AS waiting,
       SUM(CASE WHEN s.standing = 'present' AND (${lacks.join(' OR ') || '1 = 0'}) THEN 1 ELSE 0 END) AS unmarked,
       SUM(CASE WHEN s.theory_open_by IS NULL THEN 0 ELSE 1 END)
         + SUM(CASE WHEN s.skill_open_by IS NULL THEN 0 ELSE 1 END)
         + SUM(CASE WHEN s.standing_open_by IS NULL THEN 0 ELSE 1 END) AS unconfirmed
     FROM participant p LEFT JOIN stage_entrant s ON s.participant_id = p.id
     WHERE p.event_id = ? AND p.state IN ('submitted', 'approved')`,
    [stageId],
  );
  const count = (value: number | string | null | undefined) => Number(value ?? 0);
  return {
    waiting: count(row?.waiting),
    unmarked: count(row?.unmarked),
    unconfirmed: count(row?.unconfirmed),
  };
}
