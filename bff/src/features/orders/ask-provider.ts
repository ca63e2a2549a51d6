import { type Context, type Outside, type Ports, refuse } from '../../platform/http';
import type { Payment } from './payment-provider';
import type { Attempt } from './payment.record';
import { endAttempt } from './payment.repository';
import { providerOf } from './providers';
import { settleAttempt } from './settle';

/** What the provider said of an attempt; null: it knows no such order. */
export type AttemptAnswer = { readonly attempt: Attempt; readonly payment: Payment | null };

/** Asks about an attempt, outside any transaction. */
export async function askAbout(outside: Outside, attempt: Attempt): Promise<AttemptAnswer> {
  const provider = await outside.read((h) => providerOf(h, outside.ports, attempt));
  return { attempt, payment: await provider.query(attempt.outTradeNo) };
}

/** Closes an attempt where it is paid, so that nobody pays it any more; what it brought before is told instead. */
export async function closeAtProvider(outside: Outside, attempt: Attempt): Promise<AttemptAnswer> {
  const provider = await outside.read((h) => providerOf(h, outside.ports, attempt));
  if ((await provider.close(attempt.outTradeNo)) === 'paid') return askAbout(outside, attempt);
  return { attempt, payment: null };
}

/** An outage is no answer: the candidate tries again; the log keeps what it was. */
export const orUnavailable = <T>({ log }: Ports, call: Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    log.error({ err: error }, 'payment provider');
    return refuse('payment-unavailable');
  });

/** Takes over what the provider told; `over` ends an attempt that brought nothing and cannot any more. */
export async function takeOver(ctx: Context, { attempt, payment }: AttemptAnswer, over: boolean): Promise<void> {
  switch (payment?.state) {
    case 'paid': {
      const { transactionId, paidFen } = payment;
      await settleAttempt(ctx, attempt, { transactionId, paidFen });
      return;
    }
    case 'closed':
    case 'failed':
      await endAttempt(ctx.h, attempt.id, payment.state);
      return;
    case 'open':
    case undefined:
      if (over) await endAttempt(ctx.h, attempt.id, 'closed');
      return;
  }
}
