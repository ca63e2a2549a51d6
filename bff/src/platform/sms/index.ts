export { type Sms, type SmsOptions, type SmsRefusal, openSms } from './sms';
