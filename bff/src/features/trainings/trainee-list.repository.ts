import type { traineeList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { phoneCell } from '../candidates';
import { findTraining } from './training.repository';

type Source = ListSource<(typeof traineeList)['columns'], (typeof traineeList)['filters']>;

/** Whoever is in the stage of a training; one row of the training stands beside each. */
export const traineeSource = {
  table: 'participant p',
  joins: `JOIN contest_training t ON t.event_id = p.event_id JOIN candidate c ON c.id = p.candidate_id
    JOIN contest_entry e ON e.id = p.candidate_id
    LEFT JOIN training_attendance a ON a.training_id = t.id AND a.candidate_id = p.candidate_id`,
  indexes: { name: 'ix_participant_called' },
  within: 't.id',
  always: `p.name IS NOT NULL AND (p.state IN ('submitted', 'approved') OR a.state IS NOT NULL)`,
  id: 'p.candidate_id',
  version: 'COALESCE(a.version, 0)',
  cells: {
    name: 'p.name',
    unit: 'e.unit',
    wants: 'e.training',
    attendance: "COALESCE(a.state, 'open')",
    phone: phoneCell,
  },
  bodyOf: async (h, id) => (await findTraining(h, id))?.bodyId ?? null,
} satisfies Omit<Source, 'acts' | 'actorNow'>;
