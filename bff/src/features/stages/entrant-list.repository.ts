import { isScore, pointsOf } from '@jikaotong/shared/kernel';
import type { stageEntrantList } from '@jikaotong/shared/lists';
import type { CellSource, ListSource } from '../../platform/lists';
import { findEvents } from '../sessions';
import { pointsIn } from './preview';

type Source = ListSource<
  (typeof stageEntrantList)['columns'],
  (typeof stageEntrantList)['filters'],
  Readonly<Record<never, never>>
>;

const pointsCell = (expr: string): CellSource => ({
  expr,
  read: (raw) => {
    const score = raw === null || raw === undefined ? null : Number(raw);
    return score !== null && isScore(score) ? pointsOf(score) : null;
  },
});

/** Everybody on the roster of a stage. */
export const stageEntrantSource: Source = {
  table: 'stage_entrant s',
  joins: `JOIN participant p ON p.id = s.participant_id JOIN contest_entry e ON e.id = s.candidate_id
          JOIN stage_desk d ON d.id = s.stage_id
          LEFT JOIN stage_rank r ON r.entrant_id = s.id AND r.revision = d.revision`,
  indexes: { number: 'ix_stage_entrant_number', rank: 'ix_stage_entrant_place' },
  sorts: { rank: 's.place' },
  within: 's.stage_id',
  id: 's.id',
  version: 's.version',
  cells: {
    number: 's.number',
    name: 'p.name',
    unit: 'e.unit',
    // who has stepped back is withdrawn, whatever was noted but a disqualification; of the first version nothing is noted
    standing: `CASE WHEN p.state <> 'approved' AND s.standing <> 'disqualified' THEN 'withdrawn'
      WHEN s.standing = 'present' AND s.version = 0 THEN 'unnoted' ELSE s.standing END`,
    theory: pointsCell('s.theory'),
    skill: pointsCell('s.skill'),
    open: `CASE WHEN COALESCE(s.theory_open_by, s.skill_open_by, s.standing_open_by) IS NULL THEN 0 ELSE 1 END`,
    total: { expr: 'r.total', read: (raw) => (raw === null || raw === undefined ? null : pointsIn(Number(raw))) },
    rank: 's.rank',
  },
  bodyOf: async (h, eventId) => {
    const event = (await findEvents(h, [eventId])).get(eventId);
    return event?.kind === 'stage' ? event.bodyId : null;
  },
  acts: {},
};
