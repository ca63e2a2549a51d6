import type { Feature } from '../../platform/http';
import { feedRecord, followRecord } from './calendar.record';
import { routes } from './calendar.routes';
import { heldHere } from './held';

export { followersOf } from './calendar.repository';

/** Every day of the notices one follows and of what one applied to: on the screen, as a file and as a private feed. */
export const feature: Feature = { name: 'calendars', records: [followRecord, feedRecord], held: heldHere, routes };
