import type { ReplyOf, results as contract } from '@jikaotong/shared/contract';
import { type Outcome, outcomeOf } from '@jikaotong/shared/rules/results';
import type { Context } from '../../platform/http';
import { findAccount } from '../accounts';
import { isDoorUsed, unsettledRooms } from '../invigilation';
import { loadNoticeVersion } from '../notices';
import { type Session, offeringViewOf, publishedOnFor } from '../sessions';
import { examineesIn, lackingAmong } from './examinees';
import { verdictsOf } from './result.policy';
import { currentIn } from './result.repository';
import { isUnconfirmed, waitsForCheck } from './unchecked';

type Preview = ReplyOf<typeof contract.previewResults>;

/** A list that nobody reads to its end says no more. */
const MOST_NAMED = 100;

/** What publishing today would say of a session, offering by offering in the session's order. */
export async function previewOfResults(
  ctx: Pick<Context, 'h' | 'ports'>,
  session: Session,
  accountId: string,
): Promise<Preview> {
  const { h } = ctx;
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const [examinees, current] = [await examineesIn(h, session.id), await currentIn(h, session.id)];
  const outcomes = examinees.map((examinee) => {
    const { offeringCode, awaited } = examinee;
    const outcome = examinee.held ? 'pending' : outcomeOf(verdictsOf(examinee, current));
    return { offeringCode, outcome: awaited.length > 0 ? 'incomplete' : outcome };
  });
  const waits = await waitsForCheck(ctx, session);
  const absentIn = (code: string) =>
    examinees.filter(
      (examinee) =>
        examinee.offeringCode === code && verdictsOf(examinee, current).some(({ verdict }) => verdict === 'absent'),
    ).length;
  const lacking = lackingAmong(examinees, current);
  const offerings: Preview['offerings'] = [];
  for (const { offeringCode: code, on, askedBy, askedAt } of session.publications) {
    const ofOffering = outcomes.filter(({ offeringCode }) => offeringCode === code);
    const count = (wanted: Outcome) => ofOffering.filter(({ outcome }) => outcome === wanted).length;
    // of an offering that is out, only those wait who were kept back
    const here = new Set(
      examinees
        .filter(({ offeringCode, publishedOn }) => offeringCode === code && (on === null || publishedOn === null))
        .map(({ participantId }) => participantId),
    );
    const open = current.filter((mark) => isUnconfirmed(mark) && here.has(mark.participantId));
    const by = askedBy === null || on !== null ? null : await findAccount(h, askedBy);
    offerings.push({
      offering: offeringViewOf(notice, code),
      passed: count('passed'),
      failed: count('failed'),
      absent: count('absent'),
      absentSomewhere: absentIn(code),
      incomplete: count('incomplete'),
      pending: count('pending'),
      unconfirmed: open.length,
      awaitingCheck: open.filter(waits).length,
      toConfirm: open.filter(({ recordedBy }) => recordedBy !== accountId).length,
      lacking: lacking
        .filter(({ examinee }) => examinee.offeringCode === code)
        .slice(0, MOST_NAMED)
        .map(({ examinee: { ticketNumber, name }, subjects }) => ({ ticketNumber, name, subjects: [...subjects] })),
      publishedOn: on,
      asked: by && { byName: by.displayName ?? '', at: askedAt ?? 0, mine: askedBy === accountId },
    });
  }
  const open = session.offeringCodes.filter((code) => publishedOnFor(session, code) === null);
  const rooms = await unsettledRooms(h, session.id, open);
  return {
    offerings,
    attendance: {
      isDoorUsed: await isDoorUsed(h, session.id),
      rooms: rooms.map(({ roomId, slot, siteName, roomName, present, absent }) => ({
        roomId,
        slot,
        siteName,
        roomName,
        present,
        absent,
      })),
    },
  };
}
