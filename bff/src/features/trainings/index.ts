import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { heldHere } from './held';
import { routes as ownRoutes } from './own.routes';
import { jobs as listJobs, routes as listRoutes } from './trainee-list.routes';
import { jobs as reminderJobs } from './training-reminder.job';
import { attendanceRecord, trainingRecord } from './training.record';
import { routes as staffRoutes } from './training.routes';
import { jobs as sheetJobs, routes as sheetRoutes } from './training-sheet';

export { countUntrained, trainingNamesOf } from './training.repository';

/** Trainings before the stages of a competition: when and where, who wants them, who came. */
export const feature: Feature = {
  name: 'trainings',
  records: [trainingRecord, attendanceRecord],
  held: heldHere,
  routes: [...staffRoutes, ...listRoutes, ...sheetRoutes, ...ownRoutes],
  jobs: [...listJobs, ...reminderJobs, ...sheetJobs],
  bodyOf: { trainingId: bodyIn(trainingRecord) },
};
