import { type Notice, offeringOf } from '@jikaotong/shared/notice';
import { type Attempt, type PassStanding, passStandingOf } from '@jikaotong/shared/rules/results';
import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import { type Handle, placeholders } from '../../platform/db';
import type { Context } from '../../platform/http';
import { offeringNameOf, offeringNameOfParts } from '../applications';
import { type RuledOffering, offeringsOf, passesOfPeople, sameOffering } from '../imported-records';
import { loadNoticeVersion } from '../notices';
import { LIVE, report } from '../participants';
import { type Session, findSession } from '../sessions';
import { ticketsOf } from '../sittings';
import { examineesOf } from './examinees';
import { verdictsOf } from './result.policy';
import { currentOf } from './result.repository';

/** An application of a person, as far as it counts for what is kept and taken again. */
export type PastAttempt = Attempt & {
  /** Null: passed before there was a session here. */
  readonly participantId: string | null;
  readonly sessionId: string | null;
  readonly bodyId: string;
  readonly accountId: string | null;
  readonly noticeId: string;
  readonly offeringCode: string;
  /** What the offering is called in every notice of the body. */
  readonly offeringName: string;
  readonly retakeUntil: LocalDate | null;
};

/** Applications of one person at one body to one occupation, type and level. */
export type PassHistory = readonly PastAttempt[];

type Row = {
  readonly id: string;
  readonly person_id: string;
  readonly account_id: string | null;
  readonly notice_id: string;
  readonly offering_code: string;
  readonly retake_of_id: string | null;
  readonly participant_id: string;
  readonly event_id: string;
  readonly first_submitted_on: string | null;
  readonly results_published_on: string | null;
  readonly retake_until: string | null;
};

/**
 * The histories that these applications belong to. Of the same person is what staff have approved of that person, and what
 * the same account is about to hand in; a stranger with the same number changes nothing. What was passed before stands
 * among them; `claimed`: whose an account has proven to be.
 */
export async function passHistoriesOf(
  h: Handle,
  candidateIds: readonly string[],
  claimed: readonly PersonAtBody[] = [],
): Promise<PassHistory[]> {
  const histories = new Map<string, PastAttempt[]>();
  for (let from = 0; from === 0 || from < candidateIds.length; from += AT_ONCE) {
    const people = await peopleBehind(h, candidateIds.slice(from, from + AT_ONCE));
    const asked = from === 0 ? [...people, ...claimed] : people;
    for (const [key, attempts] of await attemptsOf(h, await relatedTo(h, asked))) histories.set(key, attempts);
    for (const [key, roots] of await earlierOf(h, asked))
      histories.set(key, [
        ...roots,
        ...(histories.get(key) ?? []).filter(({ participantId }) => participantId !== null),
      ]);
  }
  return [...histories.values()];
}
const AT_ONCE = 300;

/** How the passes of each first sitting of a history stand on a day. */
export const standingsOf = (history: readonly Attempt[], day: LocalDate): PassStanding[] =>
  history
    .filter(({ retakeOf, result }) => retakeOf === null && result !== null)
    .map((root) => passStandingOf(history, root, day));

/** Says of everybody in these histories until when a retake may be applied for, at the sitting where one looks for it. */
export async function settlePasses(
  { h, now }: Pick<Context, 'h' | 'now'>,
  candidateIds: readonly string[],
): Promise<void> {
  const changed = new Map<LocalDate | null, string[]>();
  for (const history of await passHistoriesOf(h, candidateIds)) {
    const until = new Map<string, LocalDate | null>();
    for (const { lastId, no, until: last } of standingsOf(history, now.day))
      if (no === null || no === 'retake-under-way') until.set(lastId, last);
    for (const { id, participantId, result, retakeUntil } of history) {
      const said = until.get(id) ?? null;
      if (result !== null && said !== retakeUntil && participantId !== null)
        changed.set(said, [...(changed.get(said) ?? []), participantId]);
    }
  }
  for (const [retakeUntil, ids] of changed) await report(h, ids, { retakeUntil });
}

type PersonAtBody = { readonly personId: string; readonly bodyId: string };

/** Whose these applications are, as far as staff have approved of that person or the account has proven to be. */
async function peopleBehind(h: Handle, ids: readonly string[]): Promise<PersonAtBody[]> {
  if (ids.length === 0) return [];
  return h.query<PersonAtBody>(
    `SELECT DISTINCT s.person_id AS personId, s.body_id AS bodyId FROM candidate o JOIN candidate s ON s.id = o.id
       WHERE o.id IN (${placeholders(ids)}) AND s.person_id IS NOT NULL
     UNION SELECT DISTINCT s.person_id, s.body_id FROM candidate o
       JOIN candidate s ON s.account_id = o.account_id AND s.body_id = o.body_id AND s.document_index = o.document_index
       WHERE o.id IN (${placeholders(ids)}) AND o.person_id IS NULL AND s.person_id IS NOT NULL
     UNION SELECT r.person_id, r.body_id FROM candidate o ${CLAIMED}
       WHERE o.id IN (${placeholders(ids)}) AND o.person_id IS NULL`,
    [...ids, ...ids, ...ids],
  );
}

/** A pass from before that the account of an enrolment `o` has proven to be its own, by the same document. */
const CLAIMED = `JOIN imported_record r ON r.claimed_by = o.account_id AND r.body_id = o.body_id AND r.kind = 'pass'
       AND r.confirmed_at IS NOT NULL
     JOIN person_document n ON n.person_id = r.person_id AND n.number_index = o.document_index`;

async function relatedTo(h: Handle, people: readonly PersonAtBody[]): Promise<Row[]> {
  const persons = [...new Set(people.map(({ personId }) => personId))];
  if (persons.length === 0) return [];
  const ofBody = new Set(people.map(({ personId, bodyId }) => `${personId} ${bodyId}`));
  const rows = await h.query<Row & { readonly body_id: string }>(
    `SELECT ${columnsWith('c.person_id')} FROM candidate c JOIN participant p ON p.candidate_id = c.id
       WHERE c.kind = 'application' AND c.person_id IN (${placeholders(persons)}) AND p.state IN (${placeholders(LIVE)})
     UNION SELECT ${columnsWith('s.person_id')} FROM candidate s
       JOIN candidate c ON c.account_id = s.account_id AND c.body_id = s.body_id AND c.document_index = s.document_index
       JOIN participant p ON p.candidate_id = c.id
       WHERE s.person_id IN (${placeholders(persons)}) AND c.kind = 'application' AND c.person_id IS NULL
         AND p.state IN (${placeholders(LIVE)})
     UNION SELECT ${columnsWith('r.person_id', 'o')} FROM candidate o ${CLAIMED}
       JOIN participant p ON p.candidate_id = o.id
       WHERE r.person_id IN (${placeholders(persons)}) AND o.kind = 'application' AND o.person_id IS NULL
         AND p.state IN (${placeholders(LIVE)})`,
    [...persons, ...LIVE, ...persons, ...LIVE, ...persons, ...LIVE],
  );
  return rows.filter((row) => ofBody.has(`${row.person_id} ${row.body_id}`));
}

const columnsWith = (person: string, c = 'c'): string =>
  `${c}.id, ${person} AS person_id, ${c}.body_id, ${c}.account_id, ${c}.notice_id, ${c}.offering_code, ${c}.retake_of_id,
   p.id AS participant_id, p.event_id, p.first_submitted_on, p.results_published_on, p.retake_until`;

/** First sittings from before, each by the running notice that says how its passes are kept. */
async function earlierOf(h: Handle, people: readonly PersonAtBody[]): Promise<Map<string, PastAttempt[]>> {
  const ofBody = new Set(people.map(({ personId, bodyId }) => `${personId} ${bodyId}`));
  const passes = (await passesOfPeople(h, [...new Set(people.map(({ personId }) => personId))])).filter(
    ({ personId, bodyId }) => ofBody.has(`${personId} ${bodyId}`),
  );
  const histories = new Map<string, PastAttempt[]>();
  const offerings = new Map<string, readonly RuledOffering[]>();
  for (const { id, bodyId, personId, claimedBy, content } of passes) {
    const known = offerings.get(bodyId) ?? (await offeringsOf(h, bodyId));
    offerings.set(bodyId, known);
    const ruled = known.find(({ offering }) => sameOffering(offering, content.offering));
    if (!ruled) continue;
    const { examEnd, publishedOn, until, chancesUsed, subjects } = content;
    const offeringName = offeringNameOfParts(ruled.offering);
    const attempt: PastAttempt = {
      id,
      participantId: null,
      sessionId: null,
      bodyId,
      accountId: claimedBy,
      noticeId: ruled.noticeId,
      offeringCode: ruled.offeringCode,
      offeringName,
      retakeOf: null,
      appliedOn: null,
      retakeUntil: null,
      rule: ruled.rule,
      level: ruled.offering.level,
      result: {
        examEnd,
        publishedOn,
        verdicts: ruled.subjects.map((subject) => ({
          subject,
          verdict: subjects.includes(subject) ? 'passed' : 'failed',
          score: null,
        })),
      },
      earlier: { until, chancesUsed },
    };
    const key = `${personId} ${bodyId} ${offeringName}`;
    histories.set(key, [...(histories.get(key) ?? []), attempt]);
  }
  return histories;
}

async function attemptsOf(h: Handle, related: readonly Row[]): Promise<Map<string, PastAttempt[]>> {
  const rows = [...new Map(related.map((row) => [row.id, row])).values()];
  const published = rows.filter((row) => row.results_published_on !== null).map((row) => row.participant_id);
  const examinees = new Map(
    (await examineesOf(h, await ticketsOf(h, published))).map((one) => [one.participantId, one]),
  );
  const current = await currentOf(h, published);
  const frames = await framesOf(h, rows);
  const histories = new Map<string, PastAttempt[]>();
  for (const row of rows) {
    const frame = frames.get(row.event_id);
    if (!frame) continue;
    const { session, notice } = frame;
    const examinee = examinees.get(row.participant_id);
    const publishedOn = dayOf(row.results_published_on);
    const offeringName = offeringNameOf(notice, row.offering_code);
    const key = `${row.person_id} ${session.bodyId} ${offeringName}`;
    const attempt: PastAttempt = {
      id: row.id,
      participantId: row.participant_id,
      bodyId: session.bodyId,
      accountId: row.account_id,
      sessionId: row.event_id,
      noticeId: row.notice_id,
      offeringCode: row.offering_code,
      offeringName,
      retakeOf: row.retake_of_id,
      appliedOn: dayOf(row.first_submitted_on),
      retakeUntil: dayOf(row.retake_until),
      rule: notice.retake,
      level: offeringOf(notice, row.offering_code)?.level ?? null,
      result:
        publishedOn !== null && examinee
          ? { examEnd: session.examEnd, publishedOn, verdicts: verdictsOf(examinee, current) }
          : null,
    };
    histories.set(key, [...(histories.get(key) ?? []), attempt]);
  }
  return histories;
}

const dayOf = (day: string | null): LocalDate | null => (day === null ? null : localDate(String(day)));

async function framesOf(h: Handle, rows: readonly Row[]) {
  const frames = new Map<string, { readonly session: Session; readonly notice: Notice }>();
  for (const eventId of new Set(rows.map((row) => row.event_id))) {
    const session = await findSession(h, eventId);
    if (!session) continue;
    const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
    frames.set(eventId, { session, notice });
  }
  return frames;
}
