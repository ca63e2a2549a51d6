export type { NeedsProps } from './list-props';
export { ListView } from './list-view';
