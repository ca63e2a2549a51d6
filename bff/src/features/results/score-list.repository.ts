import { PASS_SCORE, isScore, pointsOf } from '@jikaotong/shared/kernel';
import type { FilterValue, scoreList, scoreReviewList } from '@jikaotong/shared/lists';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { type CellSource, type Condition, type ListSource, type SealedSource, among } from '../../platform/lists';
import { bodyOfSession, offeringNamesOf } from '../sessions';

type NoActs = Readonly<Record<never, never>>;
type Scores = ListSource<(typeof scoreList)['columns'], (typeof scoreList)['filters'], NoActs>;
type Reviews = ListSource<(typeof scoreReviewList)['columns'], (typeof scoreReviewList)['filters'], NoActs>;

/** Hundredths of points, `absent`, or null where nothing is recorded: the mark that counts of a participant's subject. */
const MARK =
  "CASE WHEN r.special IS NOT NULL THEN r.special WHEN r.score IS NULL THEN 'absent' ELSE CAST(r.score AS CHAR) END";
const MEANING = `CASE WHEN r.special IS NOT NULL THEN r.special WHEN r.score IS NULL THEN 'absent' WHEN r.score >= ${PASS_SCORE} THEN 'passed' ELSE 'failed' END`;
const latest = (what: string, of: { participant: string; subject: string }): string =>
  `(SELECT ${what} FROM result r WHERE r.participant_id = ${of.participant} AND r.subject = ${of.subject}
    ORDER BY r.version DESC LIMIT 1)`;

/** Of a ticket's holder; null where there is no sitting in the subject. */
const ofSubject = (what: string, subject: SubjectCode): string =>
  `(SELECT COALESCE(${latest(what, { participant: 's.participant_id', subject: 's.subject' })}, 'unmarked')
    FROM sitting s WHERE s.participant_id = t.participant_id AND s.subject = '${subject}')`;

/** Hundredths become points; words stay what they are. */
function readMark(raw: unknown): string | null {
  if (raw === null || raw === undefined) return null;
  const score = Number(raw);
  return isScore(score) ? pointsOf(score) : String(raw);
}
const markCell = (subject: SubjectCode): CellSource => ({ expr: ofSubject(MARK, subject), read: readMark });
const meaningTally = (subject: SubjectCode) => ({ join: '', expr: ofSubject(MEANING, subject) });
const means = (subject: SubjectCode, wish: FilterValue): Condition =>
  among(ofSubject(MEANING, subject), wish.by === 'codes' ? wish.codes : []);

/** Everybody who holds a ticket of a session, with the marks that count. */
export const scoreSource: Scores = {
  table: 'ticket t',
  // CROSS: SQLite would begin at the participants and sort
  joins: "CROSS JOIN participant p ON p.id = t.live_key AND p.state = 'approved'",
  indexes: { ticketNumber: 'ix_ticket_list' },
  within: 't.session_id',
  id: 't.id',
  version: '0',
  cells: {
    ticketNumber: 't.number',
    name: 'p.name',
    offering: 'p.offering_code',
    theory: markCell('theory'),
    skill: markCell('skill'),
    review: markCell('review'),
    complete: 'p.results_complete',
    outcome: 'p.outcome',
    // the last id is the latest: ids grow with time
    recordedBy: `(SELECT a.display_name FROM result r JOIN account a ON a.id = r.recorded_by
      WHERE r.id = (SELECT MAX(l.id) FROM result l WHERE l.participant_id = t.participant_id))`,
  },
  names: { offering: offeringNamesOf },
  filters: {
    theory: (wish) => means('theory', wish),
    skill: (wish) => means('skill', wish),
    review: (wish) => means('review', wish),
  },
  tallies: { theory: meaningTally('theory'), skill: meaningTally('skill'), review: meaningTally('review') },
  bodyOf: bodyOfSession,
  acts: {},
};

const stepOf = (what: string, code: string): string =>
  `(SELECT k.${what} FROM score_review_step k WHERE k.review_id = v.id AND k.code ${code} LIMIT 1)`;

const stepReason = (code: string): SealedSource => ({
  sealed: stepOf('reason', code),
  row: stepOf('id', code),
  place: { table: 'score_review_step', column: 'reason' },
});

/** Every request of a session to have a mark checked again. */
export const scoreReviewSource: Reviews = {
  table: 'score_review v',
  joins: 'JOIN participant p ON p.id = v.participant_id LEFT JOIN ticket t ON t.live_key = v.participant_id',
  indexes: { askedAt: 'ix_score_review_asked' },
  within: 'v.session_id',
  id: 'v.id',
  version: '0',
  cells: {
    askedAt: 'v.asked_at',
    state: 'v.state',
    name: 'p.name',
    ticketNumber: 't.number',
    subject: 'v.subject',
    points: {
      expr: latest(MARK, { participant: 'v.participant_id', subject: 'v.subject' }),
      read: readMark,
    },
    reason: stepReason("= 'asked'"),
    decidedAt: stepOf('at', "<> 'asked'"),
    answer: stepReason("<> 'asked'"),
  },
  bodyOf: bodyOfSession,
  acts: {},
};
