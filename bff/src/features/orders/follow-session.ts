import { spanOf } from '@jikaotong/shared/rules/progress';
import type { Context } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { findApplication } from '../applications';
import { closeCaseByKey } from '../cases';
import { noteOrder } from '../participants';
import { type Session, findSession } from '../sessions';
import { cancelOpenIn, moveOpenIn, moveOrder, paidAttemptsOf, reopen, unsettle } from './change.repository';
import { giveBack } from './give-back';
import { CLOSE_JOB } from './job-kinds';
import { findRefundOfAttempt } from './money.repository';
import { planPayingJobs } from './open-order';
import { participantIdsOf } from './order-lines.repository';
import type { Order } from './order.record';
import { endIfOpen, findAnyOrder, findOrderOfCandidate } from './order.repository';
import { settleOrder } from './settle';
import { openKeyOf, refuseShared } from './sole-candidate';

type Changed = { readonly sessionId: string; readonly changeId: string };

/** Nothing is owed for a cancelled session; what was paid first stays until its owner says where it goes. */
export async function cancelOrdersOfSession(c: Context, { sessionId, changeId }: Changed): Promise<void> {
  const orders = await cancelOpenIn(c.h, sessionId, c.now.ms);
  const orderIds = orders.map(({ id }) => id);
  await noteOrder(c.h, { ids: await participantIdsOf(c.h, orderIds) }, { orderState: 'cancelled' });
  for (const { id: orderId } of orders) await closeLater(c, orderId, changeId);
  c.audit('orders-cancelled', { sessionId, changeId }, { orders: orders.length });
}

/** The window to pay moved with its session. */
export async function moveOrdersOfSession(c: Context, { sessionId, changeId }: Changed): Promise<void> {
  const session = await loadSession(c, sessionId);
  for (const order of await moveOpenIn(c.h, placeIn(session)))
    await planPayingJobs(c, order, `${order.id}:${changeId}`);
}

/** She left: an open order is not owed any more, a settled one goes back in full. */
export async function giveUpOrder(
  c: Context,
  { applicationId, accountId, sessionName }: { applicationId: string; accountId: string; sessionName: string },
): Promise<void> {
  const known = await findOrderOfCandidate(c.h, applicationId);
  if (!known) return;
  await refuseShared(c.h, known.id);
  if (await endIfOpen(c.h, known.id, 'cancelled', c.now.ms)) await closeLater(c, known.id, c.now.ms);
  else await unsettle(c.h, known.id, c.now.ms);
  // read again: the money may have come between the first look and this act
  const order = await findAnyOrder(c.h, known.id);
  if (order?.state !== 'cancelled') return;
  await noteOrder(c.h, { candidateIds: [applicationId] }, { orderState: 'cancelled', transferClaimed: false });
  const totalFen = await giveBack(c, order, `${sessionName}改期或取消，全额退费`);
  c.audit('order-given-back', { orderId: order.id, applicationId }, { fen: totalFen });
  if (totalFen === 0) return;
  const data = { sessionName, totalFen };
  await tellAccount(c, { accountId, candidateId: applicationId, code: 'session-left', data });
}

/** Her application goes on elsewhere: the order goes with it, and so does whatever was paid for it. */
export async function carryOrder(
  c: Context,
  {
    applicationId,
    accountId,
    sessionId,
    revived,
  }: { applicationId: string; accountId: string; sessionId: string; revived: boolean },
): Promise<void> {
  const order = await findOrderOfCandidate(c.h, applicationId);
  if (!order) return;
  await refuseShared(c.h, order.id);
  const openKey = openKeyOf(applicationId, sessionId);
  const place = placeIn(await loadSession(c, sessionId));
  await moveOrder(c.h, order.id, { ...place, openKey: order.openKey === null ? null : openKey });
  const moved: Order = { ...order, ...place };
  const reopened = revived && (await reopen(c.h, order.id, openKey));
  if (reopened) {
    const claimed = (await findApplication(c.h, applicationId))?.transferClaimed ?? false;
    await noteOrder(c.h, { candidateIds: [applicationId] }, { orderState: 'open', transferClaimed: claimed });
    if (await settleByLatePayment(c, moved, accountId)) return;
  }
  if (reopened || order.state === 'open') await planPayingJobs(c, moved, `${order.id}:${sessionId}:${c.now.ms}`);
}

/** Money that arrived after the cancellation counts for the new session, and its case is closed by that. */
async function settleByLatePayment(c: Context, order: Order, accountId: string): Promise<boolean> {
  for (const attempt of await paidAttemptsOf(c.h, order.id)) {
    if (attempt.paidFen !== order.totalFen || (await findRefundOfAttempt(c.h, attempt.id))) continue;
    const by = { accountId, note: '考生改到其他批次，这笔费用转入新批次', nowMs: c.now.ms };
    if (!(await closeCaseByKey(c.h, `paid-late:${attempt.id}`, by))) continue;
    return settleOrder(c, order.id, attempt.id);
  }
  return false;
}

const placeIn = ({ id: sessionId, windows }: Session) => {
  const payment = spanOf(windows, 'payment');
  return { sessionId, payOpens: payment.opens, payBy: payment.closes };
};

async function loadSession(c: Context, sessionId: string): Promise<Session> {
  const session = await findSession(c.h, sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  return session;
}

/** Under a key of its own: the order may open again, and be closed again, elsewhere. */
const closeLater = (c: Context, orderId: string, cause: string | number): Promise<boolean> =>
  enqueue(c.h, { kind: CLOSE_JOB, key: `${orderId}:${cause}`, dueMs: c.now.ms, payload: { orderId } });
