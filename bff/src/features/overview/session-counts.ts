import type { ReplyOf, overview as contract } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { countByEvent, countOpenCasesOfEvent } from '../participants';
import { countOpenScoreReviews } from '../results';
import type { Session } from '../sessions';
import { countSeated, countTickets } from '../sittings';
import { dutiesOf } from './duties.policy';

type Counts = ReplyOf<typeof contract.getSessionCounts>;

/** How far the work on a session has come, and what is due. */
export async function countsOf(h: Handle, session: Session, day: LocalDate): Promise<Counts> {
  const { states, claimed, paid, scored, published, certified, passedWithoutCertificate } = await countByEvent(
    h,
    session.id,
  );
  const openCases = await countOpenCasesOfEvent(h, session.id);
  const openScoreReviews = await countOpenScoreReviews(h, session.id);
  const seated = await countSeated(h, session.id);
  const ticketed = await countTickets(h, session.id);
  const submitted = states.get('submitted') ?? 0;
  const counts = { submitted, paid, seated, ticketed, scored, openCases, openScoreReviews };
  const duties = dutiesOf(
    {
      ...counts,
      windowsConfirmed: session.windowsConfirmedAt !== null,
      resultsPublished: session.resultsPublishedOn !== null,
      claimed,
      passedWithoutCertificate,
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
