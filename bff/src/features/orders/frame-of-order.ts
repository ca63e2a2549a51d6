import type { Handle } from '../../platform/db';
import { type Application, type Frame, findApplication, loadFrame } from '../applications';
import { candidatesOf } from './order-lines.repository';
import type { Order } from './order.record';

/** The first application an order is for, and what it stands in. */
export async function frameOfOrder(
  h: Handle,
  order: Pick<Order, 'id'>,
): Promise<{ application: Application; frame: Frame }> {
  const [candidateId = ''] = await candidatesOf(h, order.id);
  const application = await findApplication(h, candidateId);
  if (!application) throw new Error(`the application of order ${order.id} is gone`);
  return { application, frame: await loadFrame(h, application) };
}
