import { feeOf } from '@jikaotong/shared/rules/fees';
import { isDuplicate } from '../../platform/db';
import { type Context, type Refused, refuse, refuseWhen } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import {
  type Application,
  type Frame,
  changeApplication,
  documentKeyOf,
  findByAccountKey,
  findByDocumentKey,
  loadFrame,
} from '../applications';
import { openCase } from '../cases';
import { loadNoticeVersion } from '../notices';
import { carryOrder } from '../orders';
import { type Session, findSession, lockSession } from '../sessions';
import { liftCandidate, planLateTicket } from '../sittings';
import { newFaults } from './exam-day.policy';
import { type Target, judgeTransfer } from './transfer.policy';

/** A session as a place to go on in. */
export async function targetOf(
  h: Context['h'],
  session: Session,
  { offeringCode }: Pick<Application, 'offeringCode'>,
): Promise<Target> {
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const fee = session.offeringCodes.includes(offeringCode) ? feeOf(notice, offeringCode) : null;
  return { ...session, feeFen: fee?.ok ? fee.value.totalFen : null };
}

/**
 * Goes on in another session: conditions, route and fees stay frozen, dates follow the new session, seat and ticket come
 * there anew. Refuses as `judgeTransfer`, `application-conflict`, and `identity-refused` or `not-eligible` where she
 * would not be valid on the exam day there.
 */
export async function transfer(c: Context, row: Application, toSessionId: string): Promise<void> {
  // locked: the target must not be cancelled between this look and her arrival
  const locked = await lockSession(c.h, toSessionId);
  const session = await findSession(c.h, toSessionId);
  if (!locked || !session || session.state === 'planned') return refuse('transfer-refused', { reason: 'other-notice' });
  // a read inside the transaction may still see it as it was before somebody else's act
  if (locked.revision !== session.revision) refuse('changed-meanwhile');
  refuseWhen(judgeTransfer(row, await targetOf(c.h, session, row), c.now.day));
  const frame = await loadFrame(c.h, row);
  refuseWhen(refusedThere(c, row, frame, session));

  const state = row.state === 'void' ? (row.stateBeforeChange ?? 'submitted') : row.state;
  const there = { ...row, sessionId: session.id };
  const set: Partial<Application> = {
    sessionId: session.id,
    state,
    accountKey: `${session.id}:${row.offeringCode}:${row.accountId}`,
    seated: false,
    ticketIssuedAt: null,
    changeId: null,
    changeKind: null,
    changeUntil: null,
    changeChoice: null,
    stateBeforeChange: null,
  };
  await arrive(c, row, set, documentKeyOf(there));
  c.audit(
    'application-transferred',
    { applicationId: row.id, fromSessionId: row.sessionId, sessionId: session.id },
    { state },
  );
  const revived = row.state === 'void';
  const { id: applicationId, accountId } = row;
  const arrived = { applicationId, accountId, sessionId: session.id };
  await carryOrder(c, { ...arrived, revived });
  await liftCandidate(c, arrived);
  await planLateTicket(c, arrived);
  const data = { sessionName: session.name, examOn: session.examStart };
  await tellAccount(c, { accountId, applicationId, code: 'session-transferred', data });
}

function refusedThere(c: Context, row: Application, frame: Frame, { examStart, examEnd }: Session): Refused | null {
  const { identity, assessment } = newFaults(c.ports.crypto, row, frame.notice, { examStart, examEnd }, null);
  if (identity.length > 0) return { refused: 'identity-refused', data: { faults: identity } };
  return assessment ? { refused: 'not-eligible', data: { assessment } } : null;
}

/**
 * Takes both keys there. Where somebody else's live application holds the document, hers goes on without it and staff
 * get a case, as at submission: neither account learns of the other.
 */
async function arrive(c: Context, row: Application, set: Partial<Application>, documentKey: string): Promise<void> {
  const guard = { id: row.id, version: row.version, states: [row.state] };
  const tryWith = (key: string | null) =>
    changeApplication(c.h, guard, { ...set, documentKey: key }).catch((error: unknown) => {
      if (isDuplicate(error, 'uq_application_document')) return 'document-held' as const;
      if (isDuplicate(error, 'uq_application_account')) return 'own-conflict' as const;
      throw error;
    });
  const first = await tryWith(documentKey);
  const outcome = first === 'document-held' ? await tryWith(null) : first;
  if (outcome === 'own-conflict') {
    const own = await findByAccountKey(c.h, set.accountKey ?? '');
    refuse('application-conflict', own ? { applicationId: own.id } : {});
  }
  if (outcome !== true) refuse('changed-meanwhile');
  if (first !== 'document-held') return;
  const holder = await findByDocumentKey(c.h, documentKey);
  const pair = holder ? [holder.id, row.id].toSorted() : [row.id];
  const cause = {
    caseKey: `document-twice:${pair.join(':')}`,
    bodyId: row.bodyId,
    kind: 'document-twice' as const,
    applicationId: row.id,
    ...(holder ? { otherApplicationId: holder.id } : {}),
  };
  await openCase(c.h, cause, c.now.ms);
}
