import { CASE_ABOUT } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt, laterOf } from '@jikaotong/shared/kernel';
import { refundStatesThatAre } from '@jikaotong/shared/rules/fees';
import type { BodyPeriod, EnrolmentFacts } from '@jikaotong/shared/rules/retention';
import { type Handle, placeholders } from '../../platform/db';
import { type Candidate, findCandidates } from '../candidates';
import { openCasesOf } from '../cases';
import { LIVE, type Participant, participantsIn } from '../participants';
import { findEvents } from '../sessions';
import { bodyPeriods } from './body-period.repository';

export type Standing = {
  readonly candidate: Candidate;
  readonly participants: readonly Participant[];
  readonly facts: EnrolmentFacts;
  /** What its body has set for itself. */
  readonly periods: readonly BodyPeriod[];
};

/** Where these enrolments stand, in the order asked, as far as it decides how long their data is kept. */
export async function standingsOf(h: Handle, ids: readonly string[]): Promise<Standing[]> {
  const candidates = await findCandidates(h, ids);
  const participants = await participantsIn(h, ids);
  const events = await findEvents(h, [...new Set([...participants.values()].flat().map(({ eventId }) => eventId))]);
  const money = await withOpenMoney(h, ids);
  const cases = await openCasesOf(h, ids);
  const periods = await bodyPeriods(
    h,
    [...candidates.values()].map(({ bodyId }) => bodyId),
  );
  return ids.flatMap((id) => {
    const candidate = candidates.get(id);
    const own = participants.get(id) ?? [];
    if (!candidate) return [];
    const lastDays = own.map(({ eventId }) => events.get(eventId)?.lastDay ?? null);
    const open = cases.filter(({ candidateId }) => candidateId === id);
    const matters = {
      moneyOpen: money.has(id) || open.some(({ kind }) => CASE_ABOUT[kind] === 'money'),
      correctionOpen: open.some(({ kind }) => kind === 'correction-asked'),
      caseOpen: open.some(({ kind }) => CASE_ABOUT[kind] === 'people' && kind !== 'correction-asked'),
    };
    return [
      {
        candidate,
        participants: own,
        facts: factsOf(candidate, own, { lastDays, ...matters }),
        periods: periods.get(candidate.bodyId) ?? [],
      },
    ];
  });
}

type Matters = Pick<EnrolmentFacts, 'moneyOpen' | 'correctionOpen' | 'caseOpen'>;

function factsOf(
  candidate: Candidate,
  own: readonly Participant[],
  { lastDays, ...matters }: Matters & { readonly lastDays: readonly (LocalDate | null)[] },
): EnrolmentFacts {
  return {
    isDraft: own.every(({ state }) => state === 'draft'),
    isLive: own.some(({ state }) => LIVE.includes(state)),
    startedOn: dayAt(candidate.createdAt),
    lastDay: latest(lastDays),
    resultsOn: latest(own.map(({ resultsPublishedOn }) => resultsPublishedOn)),
    retakeUntil: latest(own.map(({ retakeUntil }) => retakeUntil)),
    certificateOn: latest(own.map(({ certificateIssuedOn }) => certificateIssuedOn)),
    awaitsCertificate: own.some(({ outcome, certificate }) => outcome === 'passed' && certificate === null),
    scoreReviewOpen: own.some(({ scoreReviewOpen }) => scoreReviewOpen),
    ...matters,
    hasExam: own.some(
      ({ seated, ticketIssuedAt, resultsComplete }) => seated || ticketIssuedAt !== null || resultsComplete,
    ),
  };
}

const latest = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce<LocalDate | null>(
    (last, day) => (last === null || day === null ? (last ?? day) : laterOf(last, day)),
    null,
  );

/** Money that has not come to its end: `failed` waits for finance to try again. */
const GOING = [...new Set([...refundStatesThatAre('unended'), ...refundStatesThatAre('decidable')])];

/** Those of these enrolments with an open order, or money on its way back. */
async function withOpenMoney(h: Handle, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const [some, going] = [placeholders(ids), placeholders(GOING)];
  const rows = await h.query<{ id: string }>(
    `SELECT l.candidate_id AS id FROM pay_order_line l JOIN pay_order o ON o.id = l.order_id
     WHERE l.candidate_id IN (${some}) AND (
       (o.state = 'open' AND l.ended_at IS NULL)
       OR EXISTS (SELECT 1 FROM pay_refund r WHERE r.order_id = o.id AND r.state IN (${going}))
       OR EXISTS (SELECT 1 FROM pay_return t WHERE t.order_id = o.id AND t.state IN (${going})))`,
    [...ids, ...GOING, ...GOING],
  );
  return new Set(rows.map(({ id }) => id));
}
