export { PublicityScreen } from './publicity-screen';
export { PublicSessionsScreen } from './public-sessions-screen';
export { ResultScreen } from './result-screen';
