import { sumFen } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { type ApplicationEvent, findApplication, loadFrame } from '../applications';
import { report } from '../participants';
import { CLOSE_JOB, LAPSE_JOB, REMIND_JOB } from './job-kinds';
import { payEndMs, reminderMs } from './order.policy';
import { participantIdsOf } from './order-lines.repository';
import type { Order } from './order.record';
import { changeOrderOwner, endIfOpen, findOrderOfCandidate, insertOrder } from './order.repository';
import { openKeyOf, refuseShared } from './sole-candidate';

/** The candidate took over what was entered by somebody else: the order goes over as well. */
export const followOwner = async (
  c: Context,
  { applicationId, toAccountId }: { applicationId: string; toAccountId: string },
): Promise<void> => {
  const order = await findOrderOfCandidate(c.h, applicationId);
  if (!order) return;
  await refuseShared(c.h, order.id);
  await changeOrderOwner(c.h, order.id, toAccountId);
};

/** Opens the order of an approved application from the fees frozen at its submission; one application, one order. */
export async function openOrder(c: Context, { applicationId }: ApplicationEvent): Promise<void> {
  const application = await findApplication(c.h, applicationId);
  if (!application?.fees) throw new Error(`application ${applicationId} was approved without fees`);
  const { windows } = await loadFrame(c.h, application);
  const payment = spanOf(windows, 'payment');
  const order: Order = {
    id: newId(),
    openKey: openKeyOf(applicationId, application.sessionId),
    accountId: application.accountId,
    bodyId: application.bodyId,
    sessionId: application.sessionId,
    noticeId: application.noticeId,
    noticeVersion: application.noticeVersion,
    offeringCode: application.offeringCode,
    state: 'open',
    totalFen: sumFen(application.fees.map((line) => line.fen)),
    payOpens: payment.opens,
    payBy: payment.closes,
    openedAt: c.now.ms,
    settledAt: null,
    settledBy: null,
    endedAt: null,
  };
  const lines = application.fees.map(({ item, fen, source }, position) => ({
    id: newId(),
    orderId: order.id,
    candidateId: applicationId,
    eventId: application.sessionId,
    position,
    item,
    fen,
    source,
  }));
  await insertOrder(c.h, order, lines);
  await report(c.h, { ids: await participantIdsOf(c.h, [order.id]) }, { orderState: 'open', transferClaimed: false });
  await planPayingJobs(c, order, order.id);
  c.audit('order-opened', { orderId: order.id, applicationId }, { totalFen: order.totalFen });
}

/** Queues what is due at the end of the window to pay; the key tells one window of an order from another. */
export async function planPayingJobs(c: Context, order: Pick<Order, 'id' | 'payBy'>, key: string): Promise<void> {
  const job = { key, payload: { orderId: order.id } };
  const endMs = payEndMs(order);
  if (endMs !== null) await enqueue(c.h, { kind: LAPSE_JOB, ...job, dueMs: endMs });
  const remindMs = reminderMs(order, c.now.ms);
  if (remindMs !== null) await enqueue(c.h, { kind: REMIND_JOB, ...job, dueMs: remindMs });
}

/** The candidate stepped back: nothing is owed any more. Refuses `already-paid` when the money was faster. */
export async function cancelOrder(c: Context, { applicationId }: ApplicationEvent): Promise<void> {
  const order = await findOrderOfCandidate(c.h, applicationId);
  if (!order) return;
  await refuseShared(c.h, order.id);
  if (!(await endIfOpen(c.h, order.id, 'cancelled', c.now.ms))) refuse('already-paid');
  await enqueue(c.h, { kind: CLOSE_JOB, key: order.id, dueMs: c.now.ms, payload: { orderId: order.id } });
  c.audit('order-cancelled', { orderId: order.id, applicationId });
}
