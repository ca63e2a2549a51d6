import type { Feature } from '../../platform/http';
import { jobs } from './delivery.job';
import { routes } from './message.routes';
import { heldHere } from './held';

export {
  giveMessages,
  tellApproved,
  tellLapsed,
  tellReinstated,
  tellRejected,
  tellReopened,
  tellReturned,
  tellSubmitted,
  tellWithdrawn,
} from './tell-of-application';

/** What accounts are told, in the app and through WeChat. */
export const feature: Feature = {
  name: 'messages',
  records: [],
  held: heldHere,
  routes,
  jobs,
};
