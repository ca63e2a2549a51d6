export type { AskPart, AskProps, PreviewProps } from './list-props';
export { ActScreen } from './act-screen';
export { ActsScreen } from './acts-screen';
export { ListView } from './list-view';
export { fewWords } from './filter-words';
export { runningWords, useLatestAct } from './own-acts';
export { soundIn } from './use-list-state';
