export { ApplicantsScreen } from './applicants-screen';
export { FunnelScreen } from './funnel-screen';
