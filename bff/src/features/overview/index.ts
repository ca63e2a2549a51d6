import type { Feature } from '../../platform/http';
import { routes as demonstrationRoutes } from './demonstration.routes';

/** What is seen across the features: the demonstration's clock. */
export const feature: Feature = { name: 'overview', records: [], routes: [...demonstrationRoutes] };
