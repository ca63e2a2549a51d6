import type { Feature } from '../../platform/http';
import { deliveryJob } from './delivery.job';
import { messageRecord } from './message.record';
import { routes } from './message.routes';
import { subscriptions } from './subscriptions';

export { type Notification, notify } from './notify';

/** What accounts are told, in the app and through WeChat. */
export const feature: Feature = {
  name: 'messages',
  records: [messageRecord],
  routes,
  jobs: [deliveryJob],
  on: subscriptions,
};
