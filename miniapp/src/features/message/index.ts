export { MessagesScreen } from './messages-screen';
export { MessagesCell } from './messages-cell';
export { WaitingRows } from './waiting-rows';
