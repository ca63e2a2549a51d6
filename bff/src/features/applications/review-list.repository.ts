import { isLocalDate } from '@jikaotong/shared/kernel';
import { DOUBTS, type reviewList } from '@jikaotong/shared/lists';
import { fullDayWords } from '@jikaotong/shared/words';
import type { ListSource, NamesOf } from '../../platform/lists';
import { documentNumberCell, phoneCell } from '../candidates';
import { doubtCells } from '../cases';
import { unitsInEvent } from '../units';
import { bodyOfSession, offeringNamesOf } from '../sessions';

type Source = ListSource<(typeof reviewList)['columns'], (typeof reviewList)['filters']>;

/** Who waits, with a photo that nobody has looked at: whenever another one is handed in, `portraitSeen` is emptied. */
export const PORTRAIT_UNSEEN = `p.state = 'submitted' AND c.photo IS NOT NULL AND a.portrait_seen IS NULL`;

const doubts = doubtCells({
  stored: 'a.doubts',
  candidateId: 'p.candidate_id',
  all: DOUBTS,
  beside: { portrait: PORTRAIT_UNSEEN },
});

/** The days on which somebody handed in, the first one first. */
const daysOf: NamesOf = async (h, eventId) => {
  const rows = await h.query<{ day: string }>(
    `SELECT DISTINCT p.first_submitted_on AS day FROM participant p
     WHERE p.event_id = ? AND p.first_submitted_on IS NOT NULL ORDER BY p.first_submitted_on`,
    [eventId],
  );
  return new Map(rows.map(({ day }) => [day, isLocalDate(day) ? fullDayWords(day) : day]));
};

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
    verdict: 'p.verdict',
    day: 'p.first_submitted_on',
    unit: 'c.unit_id',
  },
  names: { offering: offeringNamesOf, day: daysOf, unit: unitsInEvent },
  filters: { doubts: doubts.filter },
  tallies: { doubts: doubts.tally },
  bodyOf: bodyOfSession,
} satisfies Omit<Source, 'acts' | 'actorNow'>;
