import type { Feature } from '../../platform/http';
import { bodyPeriodRecord } from './body-period.record';
import { periodRoutes } from './body-period.routes';
import { exportRecord } from './data-export.record';
import { exportJob } from './export.job';
import { routes } from './personal-data.routes';
import { exportOverJob, planFirstRetention, removeFilesJob, retentionJob } from './retention.job';

export { HELD } from './held-records';

/** What people may do about what is held of them, and the job that ends what has been kept long enough. */
export const feature: Feature = {
  name: 'personal-data',
  records: [exportRecord, bodyPeriodRecord],
  fileColumns: [{ table: 'data_export', column: 'file_id' }],
  routes: [...routes, ...periodRoutes],
  jobs: [exportJob, exportOverJob, retentionJob, removeFilesJob],
  start: async (ctx) => {
    await planFirstRetention(ctx.h, ctx.now.day);
  },
};
