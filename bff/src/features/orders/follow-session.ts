import { spanOf } from '@jikaotong/shared/rules/progress';
import type { Context } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { closeCaseByKey } from '../cases';
import { noteOrder } from '../participants';
import { type Session, findSession } from '../sessions';
import { findUnit } from '../units';
import { type Place, cancelOpenIn, moveOpenIn, moveOrder, paidAttemptsOf, reopen } from './follow-session.repository';
import { giveBack } from './give-back';
import { type Held, holdOrderOf } from './hold-order';
import { CLOSE_JOB } from './job-kinds';
import { giveBackOf, leaveLines, leaveOpen } from './leave-order';
import { openOrderFor, planPayingJobs } from './open-order';
import { latestOrderIdOf, moveLines, participantIdsOf, standingLinesOf } from './order-lines.repository';
import { type Order, payerOf } from './order.record';
import { findAnyOrder } from './order.repository';
import { settleOrder } from './settle';

type Changed = { readonly sessionId: string; readonly changeId: string };

/** Nothing is owed for a cancelled session; what was paid first stays until its owner says where it goes. */
export async function cancelOrdersOfSession(ctx: Context, { sessionId, changeId }: Changed): Promise<void> {
  const orders = await cancelOpenIn(ctx.h, sessionId, ctx.now.ms);
  const orderIds = orders.map(({ id }) => id);
  await noteOrder(ctx.h, await participantIdsOf(ctx.h, orderIds), { orderState: 'cancelled' });
  for (const orderId of orderIds)
    await enqueue(ctx.h, { kind: CLOSE_JOB, key: `${orderId}:${changeId}`, dueMs: ctx.now.ms, payload: { orderId } });
  ctx.audit('orders-cancelled', { sessionId, changeId }, { orders: orders.length });
}

/** The window to pay moved with its session. */
export async function moveOrdersOfSession(ctx: Context, { sessionId, changeId }: Changed): Promise<void> {
  const session = await loadSession(ctx, sessionId);
  for (const order of await moveOpenIn(ctx.h, placeIn(session)))
    await planPayingJobs(ctx, order, `${order.id}:${changeId}`);
}

/** The candidate left: an open order is not owed any more, of a settled one what was paid for the candidate goes back. */
export async function giveUpOrder(
  ctx: Context,
  { applicationId, accountId, sessionName }: { applicationId: string; accountId: string | null; sessionName: string },
): Promise<void> {
  // before its lines end: what a unit has paid goes back to the unit, also of whoever left its roster since
  const unitName = await payingUnitOf(ctx, applicationId);
  const totalFen = await giveBackOf(ctx, applicationId, `${sessionName}改期或取消，全额退费`);
  if (totalFen === null || totalFen === 0) return;
  const data: Readonly<Record<string, string | number | null>> =
    unitName === null ? { sessionName, totalFen } : { sessionName, totalFen: null, unitName };
  await tellAccount(ctx, { accountId, candidateId: applicationId, code: 'session-left', data });
}

async function payingUnitOf({ h }: Pick<Context, 'h'>, candidateId: string): Promise<string | null> {
  const orderId = await latestOrderIdOf(h, candidateId, false);
  const order = orderId === null ? null : await findAnyOrder(h, orderId);
  return order?.unitId ? ((await findUnit(h, order.unitId))?.name ?? null) : null;
}

type Carried = {
  readonly applicationId: string;
  readonly accountId: string | null;
  readonly sessionId: string;
  readonly revived: boolean;
};

/**
 * The application goes on elsewhere: its order goes with it, and so does whatever was paid for it; from an order of
 * several its own lines alone. Refuses as `leaveOpen`.
 */
export async function carryOrder(ctx: Context, carried: Carried): Promise<void> {
  const held = await holdOrderOf(ctx, carried.applicationId);
  if (!held) return;
  const place = placeIn(await loadSession(ctx, carried.sessionId));
  await (held.shares.size === 1 ? carryWhole(ctx, held.order, carried, place) : carryLines(ctx, held, carried, place));
}

async function carryWhole(
  ctx: Context,
  order: Order,
  { applicationId, accountId, sessionId, revived }: Carried,
  place: Place,
): Promise<void> {
  await moveOrder(ctx.h, order.id, applicationId, place);
  const moved: Order = { ...order, ...place };
  const reopened = revived && (await reopen(ctx.h, moved, applicationId));
  if (reopened) {
    await noteOrder(ctx.h, await participantIdsOf(ctx.h, [order.id]), { orderState: 'open' });
    if (await settleByLatePayment(ctx, moved, accountId)) return;
  }
  if (reopened || order.state === 'open') await planPayingJobs(ctx, moved, `${order.id}:${sessionId}:${ctx.now.ms}`);
}

/** What is paid moves within its order; what is not becomes an order of its own there, by the same payer. */
async function carryLines(ctx: Context, held: Held, { applicationId }: Carried, place: Place): Promise<void> {
  const { order } = held;
  if (order.state === 'settled') {
    await moveLines(ctx.h, { orderId: order.id, candidateId: applicationId }, place.eventId);
    return;
  }
  const isOver = order.state !== 'open';
  if (isOver && (order.state !== 'cancelled' || order.settledAt !== null)) return;
  const lines = await standingLinesOf(ctx.h, order.id);
  const fees = lines.filter(({ candidateId }) => candidateId === applicationId);
  if (isOver) {
    await leaveLines(ctx, held, applicationId);
    // a transfer that is claimed for all of them pays for none any more
    await giveBack(ctx, order, { reason: '批次取消，缴费单已关闭，全额退费', part: null });
  } else await leaveOpen(ctx, held, applicationId);
  const { bodyId, noticeId, noticeVersion, offeringCode } = order;
  const owed = [{ candidateId: applicationId, fees }];
  const of = { bodyId, noticeId, noticeVersion, offeringCode, ...place };
  await openOrderFor(ctx, { ...of, payer: payerOf(order), owed });
}

/** Money that arrived after the cancellation counts for the new session, and its case is closed by that. */
async function settleByLatePayment(ctx: Context, order: Order, accountId: string | null): Promise<boolean> {
  for (const attempt of await paidAttemptsOf(ctx.h, order.id)) {
    if (attempt.paidFen !== order.totalFen || attempt.refundFen > 0) continue;
    const by = { accountId, note: '考生改到其他批次，这笔费用转入新批次', nowMs: ctx.now.ms };
    if (!(await closeCaseByKey(ctx, `paid-late:${attempt.id}`, by))) continue;
    return settleOrder(ctx, order, attempt.id);
  }
  return false;
}

const placeIn = ({ id: eventId, windows }: Session): Place => {
  const payment = spanOf(windows, 'payment');
  return { eventId, payOpens: payment.opens, payBy: payment.closes };
};

async function loadSession(ctx: Context, sessionId: string): Promise<Session> {
  const session = await findSession(ctx.h, sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  return session;
}
