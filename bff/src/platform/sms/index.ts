export { type Sms, type SmsOptions, type SmsRefusal, isSurelyUnsent, openSms } from './sms';
