import type { ReplyOf, ResultView, ScoreReviewView, results as contract } from '@jikaotong/shared/contract';
import { type Score, localDate, pointsOf } from '@jikaotong/shared/kernel';
import { type SubjectVerdict, outcomeOf } from '@jikaotong/shared/rules/results';
import type { Context } from '../../platform/http';
import type { Application } from '../applications';
import { findParticipants } from '../participants';
import { findSession, windowsFor } from '../sessions';
import { ticketsOf } from '../sittings';
import { type Examinee, examineesOf } from './examinees';
import { passHistoriesOf, standingsOf } from './pass-history';
import { verdictsOf } from './result.policy';
import type { ScoreReview } from './result.record';
import { currentOf } from './result.repository';
import { type OpenStep, scoreReviewsOf, scoreReviewStepsOf } from './score-review.repository';

type SubjectResult = ResultView['subjects'][number];

/** One subject as people read it; `passed` is null while there is no mark. */
export const subjectResult = ({ subject, verdict, score }: SubjectVerdict): SubjectResult => ({
  subject,
  points: points(score),
  absent: verdict === 'absent',
  cancelled: verdict === 'cancelled',
  passed: verdict === 'unrecorded' ? null : verdict === 'passed' || verdict === 'kept',
});

const points = (score: Score | null): string | null => (score === null ? null : pointsOf(score));

type Reading = Pick<Context, 'h' | 'ports'>;

/** What the published marks of a candidate come to; null before publication. */
async function publishedOf(h: Context['h'], row: Application) {
  const { resultsPublishedOn: publishedOn } = row;
  const session = publishedOn && (await findSession(h, row.sessionId));
  const [examinee] = await examineesOf(h, await ticketsOf(h, [row.participantId]));
  if (!session || !examinee) return null;
  const verdicts = verdictsOf(examinee, await currentOf(h, [row.participantId]));
  const outcome = outcomeOf(verdicts);
  if (outcome === 'incomplete' || outcome === 'pending')
    throw new Error(`application ${row.id} is published without a mark`);
  return { publishedOn, session, verdicts, outcome, kept: await keptBy(h, row) };
}

/** What is kept of the first sitting that an application is, or builds on; of one that was given up nothing. */
async function keptBy(h: Context['h'], row: Application) {
  const rootId = row.retakeOfId ?? row.id;
  for (const history of await passHistoriesOf(h, [row.id])) {
    const standing = standingsOf(history, row.resultsPublishedOn ?? NEVER).find((one) => one.rootId === rootId);
    if (standing)
      return standing.no === 'retake-not-needed' || standing.no === 'retake-forfeited' ? [] : standing.passes;
  }
  return [];
}
const NEVER = localDate('2000-01-01');

/** The passes that a candidate keeps of published marks. */
export const keptPassesOf = async (h: Context['h'], row: Application) => (await publishedOf(h, row))?.kept ?? [];

/** A candidate's own published result; null before publication. */
export async function presentResult({ h, ports }: Reading, row: Application): Promise<ResultView | null> {
  const published = await publishedOf(h, row);
  if (published === null) return null;
  const { publishedOn, session, verdicts, outcome, kept } = published;
  const review = windowsFor(session, row.offeringCode).find(({ kind }) => kind === 'review');
  const reviews = await scoreReviewsOf(h, row.participantId);
  const steps = await scoreReviewStepsOf(
    h,
    ports.crypto,
    reviews.map(({ id }) => id),
  );
  return {
    applicationId: row.id,
    publishedOn,
    subjects: verdicts.map(subjectResult),
    outcome,
    kept: kept.map(({ subject, until, source }) => ({ subject, until, source })),
    review: { opens: review?.opens ?? null, closes: review?.closes ?? null, source: review?.source ?? null },
    scoreReviews: reviews.map((one) => reviewView(row.id, one, steps)),
  };
}

const reviewView = (
  applicationId: string,
  { id, subject, state }: ScoreReview,
  steps: readonly OpenStep[],
): ScoreReviewView => ({
  id,
  applicationId,
  subject,
  state,
  ledger: steps.filter(({ reviewId }) => reviewId === id).map(({ at, code, reason }) => ({ at, code, reason })),
});

type StaffScoreReviewView = ReplyOf<typeof contract.decideScoreReview>;

/** Score reviews as staff see them: with name, ticket number and the mark as it stands. */
export async function presentScoreReviews(
  { h, ports }: Reading,
  reviews: readonly ScoreReview[],
): Promise<StaffScoreReviewView[]> {
  const ids = [...new Set(reviews.map(({ participantId }) => participantId))];
  const examinees = new Map<string, Examinee>(
    (await examineesOf(h, await ticketsOf(h, ids))).map((examinee) => [examinee.participantId, examinee]),
  );
  const candidateOf = new Map((await findParticipants(h, ids)).map(({ id, candidateId }) => [id, candidateId]));
  const current = await currentOf(h, ids);
  const steps = await scoreReviewStepsOf(
    h,
    ports.crypto,
    reviews.map(({ id }) => id),
  );
  return reviews.map((review) => {
    const examinee = examinees.get(review.participantId);
    const view = reviewView(candidateOf.get(review.participantId) ?? '', review, steps);
    const mark = current.find(
      ({ participantId, subject }) => participantId === review.participantId && subject === review.subject,
    );
    return {
      ...view,
      name: examinee?.name ?? '',
      ticketNumber: examinee?.ticketNumber ?? '',
      points: points(mark?.score ?? null),
      reason: view.ledger[0]?.reason ?? '',
    };
  });
}
