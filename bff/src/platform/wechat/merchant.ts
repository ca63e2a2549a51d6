import { type Fen } from '@jikaotong/shared/kernel';

/** A public key of the platform, as the merchant platform hands it out. */
export type PlatformKey = { readonly id: string; readonly pem: string };

/**
 * One body's account with WeChat Pay. The platform signs with any of its keys while it changes from one to the next; the
 * first is the one that it is asked to use.
 */
export type Merchant = {
  appid: string;
  mchid: string;
  serial: string;
  privateKeyPem: string;
  apiV3Key: string;
  platformKeys: readonly [PlatformKey, ...PlatformKey[]];
};

export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';

export type Transaction = {
  outTradeNo: string;
  state: TradeState;
  /** Null until paid, like the instants below (milliseconds). */
  transactionId: string | null;
  totalFen: Fen | null;
  openid: string | null;
  paidAtMs: number | null;
};

export type PayRefund = {
  outTradeNo: string;
  outRefundNo: string;
  refundId: string;
  status: 'SUCCESS' | 'PROCESSING' | 'CLOSED' | 'ABNORMAL';
  refundFen: Fen;
  totalFen: Fen;
  succeededAtMs: number | null;
};

export type Prepay = {
  /** 6 to 32 of `[0-9A-Za-z_-|*]`, never used before. */
  outTradeNo: string;
  description: string;
  totalFen: Fen;
  /** Without a query. */
  notifyUrl: string;
  /** Wall time in milliseconds after which nobody can pay; at most 90 days away. */
  expiresAtMs: number;
};

/** What wx.requestPayment takes. */
export type PaymentParams = {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
};

export type PrepayRefusal = 'order-paid' | 'order-closed' | 'trade-number-used';
export type CloseRefusal = 'order-paid' | 'order-not-found';
export type RefundRefusal = 'order-not-found' | 'balance-too-low' | 'refund-not-possible';
