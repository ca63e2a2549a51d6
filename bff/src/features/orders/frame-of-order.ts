import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { findNotice, loadNoticeVersion } from '../notices';
import { findEvents, findSession } from '../sessions';
import type { Order } from './order.record';

/** What an order stands in, a session's or a stage's alike. */
export type OrderFrame = {
  /** In the version that binds its candidates. */
  readonly notice: Notice;
  /** Where and how one pays follows the event: money must not go to an account that a newer version gave up. */
  readonly payment: Notice['fees'];
  readonly eventName: string;
  /** Nobody can be seated after it; null: not known yet. */
  readonly lastDay: LocalDate | null;
  readonly isCancelled: boolean;
};

/** Whether what is paid for will not be held any more. */
export const isTooLateFor = ({ lastDay, isCancelled }: OrderFrame, day: LocalDate): boolean =>
  isCancelled || (lastDay !== null && day > lastDay);

type Framed = Pick<Order, 'id' | 'eventId' | 'noticeId' | 'noticeVersion'>;

/** The frames of a page of orders, each loaded once. */
export async function framesOfOrders(h: Handle, orders: readonly Framed[]): Promise<(order: Framed) => OrderFrame> {
  const nameOf = ({ eventId, noticeId, noticeVersion }: Framed) => `${eventId} ${noticeId} ${noticeVersion}`;
  const frames = new Map<string, OrderFrame>();
  for (const order of orders) {
    if (!frames.has(nameOf(order))) frames.set(nameOf(order), await frameOfOrder(h, order));
  }
  return (order) => {
    const frame = frames.get(nameOf(order));
    if (!frame) throw new Error(`order ${order.id} was not loaded`);
    return frame;
  };
}

export async function frameOfOrder(h: Handle, order: Framed): Promise<OrderFrame> {
  const event = (await findEvents(h, [order.eventId])).get(order.eventId);
  const binding = await findNotice(h, order.noticeId, order.noticeVersion);
  if (!event || !binding) throw new Error(`the event or the notice of order ${order.id} is gone`);
  const { notice } = binding;
  // a stage has no name of its own beside its competition's
  const eventName = (await findSession(h, event.id))?.name ?? notice.title.value;
  const payment = (await loadNoticeVersion(h, event.noticeVersionId)).notice.fees;
  return { notice, payment, eventName, lastDay: event.lastDay, isCancelled: event.state === 'cancelled' };
}
