export { type Message, type MessageData, messageRecord } from './message.record';
export { DELIVERY_JOB, type Notification, tellAccount } from './tell-account';
