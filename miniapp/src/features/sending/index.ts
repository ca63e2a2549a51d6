export { JoinByLink } from './join-by-link';
export { keptQueue } from './kept-queue';
export { oneAtATime, useSendingBy } from './use-sending';
export { LinkCard } from './link-card';
