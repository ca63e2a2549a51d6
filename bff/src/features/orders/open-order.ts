import { sumFen } from '@jikaotong/shared/kernel';
import type { FeeLine } from '@jikaotong/shared/rules/fees';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { type ApplicationEvent, findApplication, loadFrame } from '../applications';
import { report } from '../participants';
import { nextOrderNumber } from './next-order-number';
import { LAPSE_JOB, REMIND_JOB } from './job-kinds';
import { payEndMs, reminderMs } from './order.policy';
import { openKeyOf, participantIdsOf } from './order-lines.repository';
import type { Order, OrderLine, Payer } from './order.record';
import { TURNS } from './order.states';
import { holdOrderOf } from './hold-order';
import { changeOrderOwner, insertOrder } from './order.repository';

/** Who pays what for whom, and until when. */
export type Opening = Pick<
  Order,
  'bodyId' | 'eventId' | 'noticeId' | 'noticeVersion' | 'offeringCode' | 'payOpens' | 'payBy'
> & {
  readonly payer: Payer;
  readonly owed: readonly { readonly candidateId: string; readonly fees: readonly FeeLine[] }[];
};

/** Opens the order of an approved application from the fees frozen at its submission; a unit opens one for many itself. */
export async function openOrder(
  ctx: Context,
  { applicationId }: Pick<ApplicationEvent, 'applicationId'>,
): Promise<void> {
  const application = await findApplication(ctx.h, applicationId);
  if (!application?.fees) throw new Error(`application ${applicationId} was approved without fees`);
  if (application.unitId !== null) return;
  const { windows } = await loadFrame(ctx.h, application);
  const payment = spanOf(windows, 'payment');
  const { accountId, bodyId, sessionId: eventId, noticeId, noticeVersion, offeringCode, fees } = application;
  const of = { bodyId, eventId, noticeId, noticeVersion, offeringCode };
  await openOrderFor(ctx, {
    ...of,
    payOpens: payment.opens,
    payBy: payment.closes,
    payer: accountId === null ? NOBODY : { accountId, unitId: null },
    owed: [{ candidateId: applicationId, fees }],
  });
}

/**
 * Opens one order for approved candidates of one event. Refuses `wrong-state` (`owes-already`) when one of them has an
 * order for it that counts; of two who open at once, one is refused.
 */
export async function openOrderFor(ctx: Context, { payer, owed, ...of }: Opening): Promise<Order> {
  const id = newId();
  const lines: OrderLine[] = owed
    .flatMap(({ candidateId, fees }) =>
      fees.map(({ item, fen, source }, nth) => ({ candidateId, item, fen, source, isFirst: nth === 0 })),
    )
    .map(({ isFirst, ...line }, position) => ({
      id: newId(),
      orderId: id,
      eventId: of.eventId,
      position,
      ...line,
      openKey: isFirst ? openKeyOf(line.candidateId, of.eventId) : null,
      endedAt: null,
    }));
  const order: Order & Payer = {
    id,
    number: await nextOrderNumber(ctx.h, { bodyId: of.bodyId, openedOn: ctx.now.day }),
    ...payer,
    ...of,
    state: 'open',
    turn: TURNS.open,
    totalFen: sumFen(lines.map(({ fen }) => fen)),
    openedAt: ctx.now.ms,
    settledAt: null,
    settledBy: null,
    endedAt: null,
  };
  await insertOrder(ctx.h, order, lines).catch((error: unknown) => {
    if (!isDuplicate(error, 'uq_pay_order_line_open')) throw error;
    return refuse('wrong-state', { state: 'owes-already' });
  });
  await report(ctx.h, await participantIdsOf(ctx.h, [id]), { orderState: 'open', transferClaimed: false });
  await planPayingJobs(ctx, order, id);
  for (const { candidateId } of owed)
    ctx.audit('order-opened', { orderId: id, applicationId: candidateId }, { totalFen: order.totalFen });
  return order;
}

/** A walk-in without an account pays at the counter; whoever claims the application has the order then. */
const NOBODY: Payer = { accountId: null, unitId: null };

/** Queues what is due at the end of the window to pay; the key tells one window of an order from another. */
export async function planPayingJobs(ctx: Context, order: Pick<Order, 'id' | 'payBy'>, key: string): Promise<void> {
  const job = { key, payload: { orderId: order.id } };
  const endMs = payEndMs(order);
  if (endMs !== null) await enqueue(ctx.h, { kind: LAPSE_JOB, ...job, dueMs: endMs });
  const remindMs = reminderMs(order, ctx.now.ms);
  if (remindMs !== null) await enqueue(ctx.h, { kind: REMIND_JOB, ...job, dueMs: remindMs });
}

/** The candidate took over what was entered by somebody else: the order goes over as well, unless others are in it. */
export const followOwner = async (
  ctx: Context,
  { applicationId, toAccountId }: { applicationId: string; toAccountId: string },
): Promise<void> => {
  const held = await holdOrderOf(ctx, applicationId);
  if (held && held.shares.size === 1) await changeOrderOwner(ctx.h, held.order.id, toAccountId);
};
