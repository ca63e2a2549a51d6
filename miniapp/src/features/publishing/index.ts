export { AssumptionsScreen } from './assumptions-screen';
export { DraftScreen } from './draft-screen';
export { ImportScreen } from './import-screen';
export { StaffNoticesScreen } from './notices-screen';
export { TrialScreen } from './trial-screen';
export { VersionScreen } from './version-screen';
export { VersionsScreen } from './versions-screen';
