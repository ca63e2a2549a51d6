export { ClaimPassesScreen } from './claim-passes-screen';
export { RetakeScreen } from './retake-screen';
