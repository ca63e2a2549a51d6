import { feeOf } from '@jikaotong/shared/rules/fees';
import { isDuplicate } from '../../platform/db';
import { type Context, type Refused, refuse, refuseWhen } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { type Application, type Frame, guardOf, loadFrame } from '../applications';
import { accountKeyOf, changeCandidate, findByAccountKey, holdPerson, sessionScope, takeDocument } from '../candidates';
import { schemeOfRetake } from '../conduct';
import { loadNoticeVersion } from '../notices';
import { carryOrder } from '../orders';
import { NO_CHANGE, changeIf, holdRetake, releaseKeys } from '../participants';
import { type Session, findSession, lockSession } from '../sessions';
import { liftParticipant, planLateTicket } from '../sittings';
import { newFaults } from './exam-day.policy';
import { type Target, judgeTransfer } from './transfer.policy';

/** A session as a place to go on in. */
export async function targetOf(h: Context['h'], session: Session, row: Application): Promise<Target> {
  const { offeringCode, subjects, retakeScheme } = row;
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const fee = session.offeringCodes.includes(offeringCode)
    ? feeOf(notice, offeringCode, { retake: subjects ?? undefined, charges: retakeScheme?.charges })
    : null;
  const schemeId = (await schemeOfRetake(h, row, session.id))?.id ?? null;
  return {
    ...session,
    feeFen: fee?.ok ? fee.value.totalFen : null,
    sameScheme: schemeId === (retakeScheme?.id ?? null),
  };
}

/**
 * Goes on in another session: conditions, route and fees stay frozen, dates follow the new session, seat and ticket
 * come there anew. Refuses as `judgeTransfer`, `application-conflict`, and `identity-refused` or `not-eligible` where
 * the candidate would not be valid on the exam day there.
 */
export async function transfer(ctx: Context, row: Application, toSessionId: string): Promise<void> {
  // locked: the target must not be cancelled between this look and the arrival
  const locked = await lockSession(ctx.h, toSessionId);
  const session = await findSession(ctx.h, toSessionId);
  if (!locked || !session || session.state === 'planned') return refuse('transfer-refused', { reason: 'other-notice' });
  // a read inside the transaction may still see it as it was before somebody else's act
  if (locked.revision !== session.revision) refuse('changed-meanwhile');
  refuseWhen(judgeTransfer(row, await targetOf(ctx.h, session, row), ctx.now.day));
  const frame = await loadFrame(ctx.h, row);
  refuseWhen(refusedThere(ctx, row, frame, session));

  const state = row.state === 'void' ? (row.stateBeforeChange ?? 'submitted') : row.state;
  await arrive(ctx, row, { sessionId: session.id, state });
  ctx.audit(
    'application-transferred',
    { applicationId: row.id, fromSessionId: row.sessionId, sessionId: session.id },
    { state },
  );
  const revived = row.state === 'void';
  const { id: applicationId, accountId } = row;
  const arrived = { applicationId, accountId, sessionId: session.id };
  await carryOrder(ctx, { ...arrived, revived });
  await liftParticipant(ctx, row);
  await planLateTicket(ctx, arrived);
  const data = { sessionName: session.name, examOn: session.examStart };
  await tellAccount(ctx, { accountId, candidateId: applicationId, code: 'session-transferred', data });
}

function refusedThere(ctx: Context, row: Application, frame: Frame, { examStart, examEnd }: Session): Refused | null {
  const { identity, assessment } = newFaults(ctx.ports.crypto, row, frame.notice, { examStart, examEnd }, null);
  if (identity.length > 0) return { refused: 'identity-refused', data: { faults: identity } };
  return assessment ? { refused: 'not-eligible', data: { assessment } } : null;
}

/**
 * Takes all keys there. Where somebody else's live application holds the document, this one goes on without it and
 * staff get a case, as at submission: neither account learns of the other.
 */
async function arrive(
  ctx: Context,
  row: Application,
  { sessionId, state }: Pick<Application, 'sessionId' | 'state'>,
): Promise<void> {
  const there = { eventId: sessionId, state, seated: false, ticketIssuedAt: null, ...NO_CHANGE };
  if (!(await changeIf(ctx.h, guardOf(row, [row.state]), there))) refuse('changed-meanwhile');
  await releaseKeys(ctx.h, row);
  const scope = sessionScope(sessionId, row.offeringCode);
  const accountKey = row.accountId === null ? null : accountKeyOf(scope, row.accountId);
  await changeCandidate(ctx.h, row.id, { scope, accountKey }).catch(async (error: unknown) => {
    if (accountKey === null || !isDuplicate(error, 'uq_candidate_account')) throw error;
    const own = await findByAccountKey(ctx.h, accountKey);
    return refuse('application-conflict', own ? { applicationId: own.id } : {});
  });
  if (!(await holdRetake(ctx.h, row))) refuse('application-conflict');
  await takeDocument(ctx, { ...row, scope });
  // one of the same person is approved there, by another document
  const isHeld = row.personId !== null && !(await holdPerson(ctx.h, { id: row.id, scope }, row.personId));
  if (isHeld) refuse('application-conflict');
}
