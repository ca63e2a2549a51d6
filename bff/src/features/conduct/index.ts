import type { Feature } from '../../platform/http';
import { routes as retakeRoutes } from './retake.routes';

export { refuseUnheard, settleKept } from './kept-passes';

/** Passes that are kept and taken again, and what follows from how somebody behaved. */
export const feature: Feature = { name: 'conduct', records: [], routes: [...retakeRoutes] };
