import { DOUBTS, type reviewList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { documentNumberCell, phoneCell } from '../candidates';
import { doubtCells } from '../cases';
import { bodyOfSession, offeringNamesOf } from '../sessions';

type Source = ListSource<(typeof reviewList)['columns'], (typeof reviewList)['filters']>;

const doubts = doubtCells({ stored: 'a.doubts', candidateId: 'p.candidate_id', all: DOUBTS });

/** What was handed in to a session; drafts are nobody else's business. */
export const reviewSource = {
  table: 'participant p',
  joins: 'JOIN candidate c ON c.id = p.candidate_id JOIN application a ON a.id = p.candidate_id',
  indexes: { submittedAt: 'ix_participant_handed_in', name: 'ix_participant_called' },
  within: 'p.event_id',
  // whoever was handed in has a name until the record is erased
  always: 'p.submitted_at IS NOT NULL AND p.name IS NOT NULL',
  id: 'p.candidate_id',
  version: 'p.version',
  cells: {
    name: 'p.name',
    offering: 'p.offering_code',
    state: 'p.state',
    doubts: doubts.cell,
    submittedAt: 'p.submitted_at',
    phone: phoneCell,
    documentNumber: documentNumberCell,
    decidedAt: 'p.decided_at',
  },
  names: { offering: offeringNamesOf },
  filters: { doubts: doubts.filter },
  tallies: { doubts: doubts.tally },
  bodyOf: bodyOfSession,
} satisfies Omit<Source, 'acts' | 'actorNow'>;
