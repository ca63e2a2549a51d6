import type { ReplyOf, overview as contract } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { laterPapersOf, publicityRuns } from '@jikaotong/shared/rules/progress';
import type { Handle } from '../../platform/db';
import { countOutdated, countToRegister, countToSend, countToWithdraw } from '../certificates';
import { differingIn } from '../invigilation';
import { loadNoticeVersion } from '../notices';
import { countByEvent, countOpenCasesOfEvent, countPaidByOffering } from '../participants';
import { countObjections } from '../objections';
import { countOpenScoreReviews } from '../results';
import { type Session, isAllPublished, publishedOnFor, windowsFor } from '../sessions';
import { countSeated, countSeatsAt, countSeatsFor, countTickets } from '../sittings';
import { silencesOf } from './funnel.repository';
import { dutiesOf } from './duties.policy';

type Counts = ReplyOf<typeof contract.getSessionCounts>;

/** How far the work on a session has come, and what is due. */
export async function countsOf(h: Handle, session: Session, day: LocalDate): Promise<Counts> {
  const { states, claimed, owing, paid, scored, published, certified, passedWithoutCertificate } = await countByEvent(
    h,
    session.id,
  );
  const openCases = await countOpenCasesOfEvent(h, session.id);
  const openScoreReviews = await countOpenScoreReviews(h, session.id);
  const seated = await countSeated(h, session.id);
  const ticketed = await countTickets(h, session.id);
  const later = await laterOf(h, session);
  const submitted = states.get('submitted') ?? 0;
  const counts = { submitted, paid, seated, ticketed, scored, openCases, openScoreReviews };
  const duties = dutiesOf(
    {
      ...counts,
      windowsConfirmed: session.windowsConfirmedAt !== null,
      resultsPublished: isAllPublished(session),
      publicityOver: session.offeringCodes.some(
        (code) => publishedOnFor(session, code) !== null && !publicityRuns({ windows: windowsFor(session, code) }, day),
      ),
      claimed,
      owing,
      differing: (await differingIn(h, session.id)).length,
      unopened: (await silencesOf(h, session.id))['ticket-unopened'],
      sittingsToday: await countSeatsAt(h, { sessionId: session.id, day }),
      passedWithoutCertificate,
      certificatesToReplace: await countOutdated(h, session.id),
      certificatesToSend: await countToSend(h, session.id),
      certificatesToRegister: await countToRegister(h, session.id),
      certificatesToWithdraw: await countToWithdraw(h, session.id),
      later,
      openObjections: await countObjections(h, { sessionId: session.id }),
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
    ...(later.length > 0 && { later }),
    // of a stage its desk says what is to be done
    duties: session.kind === 'stage' ? [] : duties.map((duty) => ({ sessionId: session.id, ...duty })),
  };
}

/** The subjects that are announced later, with their day, and how many of those who paid have no seat for them. */
async function laterOf(h: Handle, session: Session): Promise<NonNullable<Counts['later']>> {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const subjects = session.offeringCodes.flatMap((offeringCode) =>
    laterPapersOf(notice, offeringCode, session.paperDays).map(({ subject, day }) => ({ offeringCode, subject, day })),
  );
  if (subjects.length === 0) return [];
  const paid = await countPaidByOffering(h, session.id);
  const later: NonNullable<Counts['later']> = [];
  for (const one of subjects) {
    const waiting = (paid.get(one.offeringCode) ?? 0) - (await countSeatsFor(h, session.id, one));
    later.push({ ...one, waiting: Math.max(waiting, 0) });
  }
  return later;
}
