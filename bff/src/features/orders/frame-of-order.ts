import type { Handle } from '../../platform/db';
import { type Application, type Frame, findApplication, loadFrame } from '../applications';
import type { Order } from './order.record';

/** The application an order is for, and what it stands in. */
export async function frameOfOrder(
  h: Handle,
  order: Pick<Order, 'applicationId'>,
): Promise<{ application: Application; frame: Frame }> {
  const application = await findApplication(h, order.applicationId);
  if (!application) throw new Error(`application ${order.applicationId} is gone`);
  return { application, frame: await loadFrame(h, application) };
}
