export { DeskScreen } from './desk-screen';
export { HallScreen } from './hall-screen';
export { MarksScreen } from './marks-screen';
export { MyStagesScreen } from './my-stages-screen';
export { PreviewScreen } from './preview-screen';
export { RankingScreen } from './ranking-screen';
