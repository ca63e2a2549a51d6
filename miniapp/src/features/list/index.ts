export type { AskPart, AskProps, PreviewProps } from './list-props';
export { ListView } from './list-view';
export { soundIn } from './use-list-state';
