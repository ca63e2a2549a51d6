import type { ReplyOf, overview as contract } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { countBySession, countOpenCasesOfSession, paidApplications } from '../applications';
import { countOpenReviews, countScored } from '../results';
import type { Session } from '../sessions';
import { countSeated, countTickets } from '../sittings';
import { dutiesOf } from './duties.policy';

type Counts = ReplyOf<typeof contract.getSessionCounts>;

/** How far the work on a session has come, and what is due. */
export async function countsOf(h: Handle, session: Session, day: LocalDate): Promise<Counts> {
  const { states, paid, published, certified } = await countBySession(h, session.id);
  const openCases = await countOpenCasesOfSession(h, session.id);
  const openScoreReviews = await countOpenReviews(h, session.id);
  const seated = await countSeated(h, session.id);
  const ticketed = await countTickets(h, session.id);
  const scored = await countScored(h, session.id);
  const submitted = states.get('submitted') ?? 0;
  const counts = { submitted, paid, seated, ticketed, scored, openCases, openScoreReviews };
  const without = (await paidApplications(h, session.id)).filter(
    (row) => row.outcome === 'passed' && row.certificate === null,
  );
  const duties = dutiesOf(
    {
      ...counts,
      windowsConfirmed: session.windowsConfirmedAt !== null,
      resultsPublished: session.resultsPublishedOn !== null,
      claimed: await countClaimed(h, session.id),
      passedWithoutCertificate: without.length,
    },
    session.windows,
    day,
  );
  return {
    ...counts,
    returned: states.get('returned') ?? 0,
    approved: states.get('approved') ?? 0,
    published,
    certified,
    duties: duties.map((duty) => ({ sessionId: session.id, ...duty })),
  };
}

/** Transfers that wait for finance. */
async function countClaimed(h: Handle, sessionId: string): Promise<number> {
  const [row] = await h.query<{ n: number | string }>(
    'SELECT COUNT(*) AS n FROM application WHERE session_id = ? AND state = ? AND transfer_claimed = ?',
    [sessionId, 'approved', true],
  );
  return Number(row?.n ?? 0);
}
