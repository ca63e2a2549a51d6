import {
  ATTEMPT_PAYS_BY,
  MERCHANT_METHODS,
  type AttemptMethod,
  type MerchantMethod,
} from '@jikaotong/shared/rules/fees';
import type { Handle } from '../../platform/db';
import type { Ports } from '../../platform/http';
import type { Body } from '../bodies';
import type { PaymentProvider, PaymentProviders } from './payment-provider';
import type { Attempt } from './payment.record';
import { wechatProviders } from './wechat-provider';

/** Who takes the money of each way that goes through a merchant. */
export const PROVIDERS: Readonly<Record<MerchantMethod, PaymentProviders>> = { wechat: wechatProviders };

/** Who takes the money of an attempt begun like this. */
export const providersOf = (method: AttemptMethod): PaymentProviders => PROVIDERS[ATTEMPT_PAYS_BY[method]];

/** The ways through a merchant that a body takes money by now. */
export const merchantMethodsOf = (body: Body): readonly MerchantMethod[] =>
  MERCHANT_METHODS.filter((method) => PROVIDERS[method].isTakenBy(body));

/** The provider as the merchant an attempt was made with. */
export async function providerOf(
  h: Handle,
  ports: Ports,
  attempt: Pick<Attempt, 'method' | 'merchantId'>,
): Promise<PaymentProvider> {
  const provider = await providersOf(attempt.method).open(h, ports, attempt.merchantId);
  if (!provider) throw new Error(`merchant ${attempt.merchantId} is gone`);
  return provider;
}
