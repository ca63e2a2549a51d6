export { ApplicantsScreen } from './applicants-screen';
export { FunnelScreen } from './funnel-screen';
export { ToldScreen } from './told-screen';
