export { ContestScreen } from './contest-screen';
export { EnterScreen } from './enter-screen';
export { EntriesScreen } from './entries-screen';
export { EntryScreen } from './entry-screen';
export { PosterScreen } from './poster-screen';
export { PostersScreen } from './posters-screen';
export { ScanScreen } from './scan-screen';
