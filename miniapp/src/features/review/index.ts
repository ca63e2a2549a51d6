export { CasesScreen } from './cases-screen';
export { QueueScreen } from './queue-screen';
export { ReviewScreen } from './review-screen';
