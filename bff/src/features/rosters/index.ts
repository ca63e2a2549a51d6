import type { Feature } from '../../platform/http';
import { routes as admissionRoutes } from './admission.routes';
import { routes as codeRoutes } from './claim-codes.routes';
import { routes as claimRoutes } from './claim.routes';
import { rosterDisputeRecord } from './dispute.record';
import { routes as disputeRoutes } from './dispute.routes';
import { heldHere } from './held';
import { confirmGroup } from './confirm-counted.job';
import { routes as counterRoutes } from './counter.routes';
import { routes as resultRoutes } from './results.routes';
import { rosterCounterRecord } from './roster-counter.record';
import { routes as formRoutes } from './forms.routes';
import { routes as memberRoutes } from './member.routes';
import { jobs as photoJobs, routes as photoRoutes } from './photo.routes';
import { rosterListImport } from './list-import';
import { rosterImport } from './roster-import';
import { jobs as newsJobs } from './roster-news.job';
import { rosterLinkRecord, rosterRecord, rosterRowRecord } from './roster.record';
import { routes as rosterRoutes } from './roster.routes';
import { routes as rowRoutes } from './row.routes';
import { listMappingRecord, rosterOriginalRecord, rosterSiteRecord } from './site.record';
import { jobs as scanJobs } from './signed-scan.job';
import { signedPageRecord, signedScanRecord } from './signed-scan.record';
import { routes as scanRoutes } from './signed-scan.routes';
import { routes as siteRoutes } from './site.routes';
import { submitRoster } from './submit-roster.job';

export { planLapse, planNews } from './roster-news.job';
export { unconfirmRow } from './unconfirm-row';

/** What units hand in for their people: rosters of drafts that become applications like any other. */
export const feature: Feature = {
  name: 'rosters',
  records: [
    rosterRecord,
    rosterRowRecord,
    rosterLinkRecord,
    rosterSiteRecord,
    listMappingRecord,
    rosterOriginalRecord,
    rosterCounterRecord,
    rosterDisputeRecord,
    signedScanRecord,
    signedPageRecord,
  ],
  held: heldHere,
  fileColumns: [
    { table: 'roster_row', column: 'form_file_id' },
    { table: 'signed_scan', column: 'file_id' },
    { table: 'signed_page', column: 'file_id' },
    { table: 'roster_row', column: 'next_photo', json: true },
  ],
  routes: [
    ...rosterRoutes,
    ...rowRoutes,
    ...photoRoutes,
    ...admissionRoutes,
    ...memberRoutes,
    ...codeRoutes,
    ...claimRoutes,
    ...disputeRoutes,
    ...siteRoutes,
    ...counterRoutes,
    ...resultRoutes,
    ...formRoutes,
    ...scanRoutes,
    ...rosterListImport.routes,
    ...rosterImport.routes,
  ],
  jobs: [
    ...rosterImport.jobs,
    ...rosterListImport.jobs,
    submitRoster,
    confirmGroup,
    ...photoJobs,
    ...newsJobs,
    ...scanJobs,
  ],
};
