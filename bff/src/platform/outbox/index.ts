export { type Message, type MessageData, messageRecord, openMessage } from './message.record';
export { CHANNELS, type Channel, DELIVERIES } from './channels';
export { type Notification, sendOn, tellAccount, tellAll } from './tell-account';
