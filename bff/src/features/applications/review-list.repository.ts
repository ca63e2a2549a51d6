import { DOUBTS, type reviewList } from '@jikaotong/shared/lists';
import type { Condition, ListSource } from '../../platform/lists';
import { documentNumberCell, phoneCell } from '../candidates';
import { bodyOfSession, offeringNamesOf } from '../sessions';

type Source = ListSource<(typeof reviewList)['columns'], (typeof reviewList)['filters']>;

const HAS_CASE = ['candidate_id', 'other_candidate_id']
  .map((column) => `EXISTS (SELECT 1 FROM open_case k WHERE k.${column} = p.candidate_id AND k.state = 'open')`)
  .join(' OR ');
const IS_CLEAR = `a.doubts IS NULL AND NOT (${HAS_CASE})`;

/** Whether a row bears the doubt that an expression names. */
const bears = (doubt: string): string =>
  `CASE ${doubt} WHEN 'clear' THEN ${IS_CLEAR} WHEN 'case' THEN (${HAS_CASE})
   ELSE CONCAT(',', COALESCE(a.doubts, ''), ',') LIKE CONCAT('%,', ${doubt}, ',%') END`;

const bearsOneOf = (doubts: readonly string[]): Condition => ({
  sql: doubts.map((doubt) => bears(`'${DOUBTS.find((known) => known === doubt) ?? ''}'`)).join(' OR '),
  params: [],
});

const EVERY_DOUBT = `(${DOUBTS.map((doubt) => `SELECT '${doubt}' AS code`).join(' UNION ALL ')})`;

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
    doubts: `CASE WHEN ${IS_CLEAR} THEN 'clear'
             ELSE CONCAT(COALESCE(a.doubts, ''), ',', CASE WHEN ${HAS_CASE} THEN 'case' ELSE '' END) END`,
    submittedAt: 'p.submitted_at',
    phone: phoneCell,
    documentNumber: documentNumberCell,
    decidedAt: 'p.decided_at',
  },
  names: { offering: offeringNamesOf },
  filters: { doubts: (value) => bearsOneOf(value.by === 'codes' ? value.codes : []) },
  tallies: { doubts: { join: `JOIN ${EVERY_DOUBT} d ON ${bears('d.code')}`, expr: 'd.code' } },
  bodyOf: bodyOfSession,
} satisfies Omit<Source, 'acts' | 'actorNow'>;
