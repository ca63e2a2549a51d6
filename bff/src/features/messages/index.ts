import type { Feature } from '../../platform/http';
import { jobs } from './delivery.job';
import { routes } from './message.routes';
import { heldHere } from './held';
import { staffMessageRecord } from './staff-message.record';
import { textMessageMonthRecord, textMessageRecord } from './text-message.record';
import { routes as textMessageRoutes } from './text-message.routes';

export {
  giveEntryMessages,
  giveMessages,
  tellApproved,
  tellLapsed,
  tellRecalled,
  tellReinstated,
  tellRejected,
  tellReopened,
  tellReturned,
  tellSubmitted,
  tellWithdrawn,
} from './tell-of-application';

export { codeOfTemplate, tellChosen } from './tell-chosen';

/** What accounts are told, in the app, through WeChat or by SMS. */
export const feature: Feature = {
  name: 'messages',
  records: [staffMessageRecord, textMessageRecord, textMessageMonthRecord],
  held: heldHere,
  routes: [...routes, ...textMessageRoutes],
  jobs,
};
