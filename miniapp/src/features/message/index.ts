export { MessagesScreen } from './messages-screen';
export { MessagesCell } from './messages-cell';
export { ClaimButton, WaitingRows, useWaitingEntry, useWaitingRows } from './waiting-rows';
