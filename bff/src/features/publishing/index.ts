import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { confirmedRecord, draftRecord } from './draft.record';
import { routes as draftRoutes } from './draft.routes';
import { notifyVersionChangeJob } from './notify-version-change.job';
import { routes as versionRoutes } from './version.routes';

/** From a notice file to the next version of a notice, and to everybody for whom it changes something. */
export const feature: Feature = {
  name: 'publishing',
  bodyOf: { draftId: bodyIn(draftRecord) },
  records: [draftRecord, confirmedRecord],
  routes: [...draftRoutes, ...versionRoutes],
  jobs: [notifyVersionChangeJob],
};
