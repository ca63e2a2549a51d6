export type {
  CloseRefusal,
  Merchant,
  PayRefund,
  PaymentParams,
  Prepay,
  PrepayRefusal,
  RefundRefusal,
  TradeState,
  Transaction,
} from './merchant';
export type { LoginRefusal, MiniCode, PhoneRefusal, SendRefusal, SubscribeMessage } from './mini-program';
export type { PayNotification, NotifyRefusal } from './notify';
export type { Pay } from './pay';
export { type Wechat, type WechatOptions, openWechat } from './wechat';
