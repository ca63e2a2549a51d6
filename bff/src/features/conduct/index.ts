import type { Feature } from '../../platform/http';
import { banRecord, breachRecord } from './breach.record';
import { routes as conductRoutes } from './body-conduct.routes';
import { evidenceRecord } from './evidence.record';
import { routes as banRoutes } from './ban.routes';
import { routes as breachRoutes } from './breach.routes';
import { heldHere } from './held';
import { retakeSchemeRecord } from './retake-scheme.record';
import { routes as schemeRoutes } from './retake-scheme.routes';
import { routes as retakeRoutes } from './retake.routes';
import { routes as staffRoutes } from './staff-breach.routes';

export { banFromBefore } from './ban-from-before';
export { refuseBanned, refuseBannedDocument, refuseBannedEntry, refuseBannedHandIn } from './bans';
export { refuseUnheard, settleKept } from './kept-passes';
export { refuseOldScheme, schemeOfRetake } from './retake-schemes';
export { closeForMark, openForMark } from './open-breach';

/** Passes that are kept and taken again, and what follows from how somebody behaved. */
export const feature: Feature = {
  name: 'conduct',
  records: [breachRecord, banRecord, evidenceRecord, retakeSchemeRecord],
  fileColumns: [{ table: 'breach_evidence', column: 'file_id' }],
  held: heldHere,
  routes: [...retakeRoutes, ...breachRoutes, ...staffRoutes, ...banRoutes, ...conductRoutes, ...schemeRoutes],
};
