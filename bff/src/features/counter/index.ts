import type { Feature } from '../../platform/http';
import { routes as clerkRoutes } from './clerk.routes';
import { slipRecord } from './slip.record';
import { routes as slipRoutes } from './slip.routes';
import { routes as walkInRoutes } from './walk-in.routes';
import { heldHere } from './held';

export { type AtCounterOfUnit, atCounterOfUnit, confirmCounted, counterDaysFor } from './of-unit';
export { newSlipCode, readSlipCode } from './slip-code';
export { changeSlips, putSlip, queuedBy, ungroupSlip } from './slip.repository';

/** Applications that come in at a body's counter: pre-filled on a phone, or entered by the clerk. */
export const feature: Feature = {
  name: 'counter',
  records: [slipRecord],
  held: heldHere,
  routes: [...slipRoutes, ...clerkRoutes, ...walkInRoutes],
};
