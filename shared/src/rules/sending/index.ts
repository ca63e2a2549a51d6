export {
  EMPTY_QUEUE,
  type SendAnswer,
  type SendOutcome,
  type SendQueue,
  SEND_OUTCOMES,
  type Unread,
} from './send-queue';
export { momentOf } from './moment';
export { MOST_AT_ONCE, addAct, countWaiting, nextBatch, sortOut, takeAnswers } from './send-queue';
