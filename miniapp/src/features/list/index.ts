export type { AskPart, NeedsProps } from './list-props';
export { ListView } from './list-view';
export { soundIn } from './use-list-state';
