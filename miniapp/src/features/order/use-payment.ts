import { type OrderView, orders } from '@jikaotong/shared/contract';
import type { MerchantMethod } from '@jikaotong/shared/rules/fees';
import { useEffect, useRef, useState } from 'react';
import { ATTEMPTS, type Refusal, call, pay, payReturnUrl, reloadScreens, useCommand } from '../../platform';
import { isPaymentBegun } from './pay-stage';

/** Asks the server, which asks WeChat, until the order is settled or patience ends. */
const ASK_EVERY_MS = 2_000;
const MOST_ASKS = 6;

export type Payment = {
  /** `asking`: looking for the end of a payment that was begun; `quiet`: nothing to wait for. */
  readonly phase: 'quiet' | 'starting' | 'asking' | 'unclear';
  readonly refusal: Refusal | null;
  readonly start: (method: MerchantMethod) => Promise<void>;
  readonly ask: () => void;
};

/** Pays an order and finds out what became of it, also when the notification is late or the page was loaded anew. */
export function usePayment(order: OrderView, isUnderWay: boolean): Payment {
  const [asksLeft, setAsksLeft] = useState(isUnderWay ? MOST_ASKS : 0);
  const [starting, setStarting] = useState(false);
  /** Whether nothing may be offered before the end is known: nobody has answered yet, or the money may have gone. */
  const [locked, setLocked] = useState(isUnderWay);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** Whether this phone itself was told that the money went, or that it may have. */
  const mayHaveGone = useRef(false);
  const attempt = useCommand(orders.startPayment);
  const { id, state } = order;

  useEffect(() => {
    if (asksLeft === 0 || state !== 'open') return undefined;
    const timer = setTimeout(() => void ask(), asksLeft === MOST_ASKS ? 0 : ASK_EVERY_MS);
    let gone = false;
    const ask = async () => {
      const reply = await call(orders.queryPayment, { params: { id } });
      if (gone) return;
      if (!reply.ok && reply.code !== 'offline' && reply.code !== 'payment-unavailable') setRefusal(reply);
      const settled = reply.ok && reply.data.state !== 'open';
      const closed = reply.ok && !isPaymentBegun(reply.data);
      // not paid as yet: it goes on asking, but whoever left the cashier without paying may pay again at once
      if (reply.ok && !mayHaveGone.current) setLocked(false);
      setAsksLeft(settled || closed ? 0 : (left) => left - 1);
      if (settled || closed) void reloadScreens();
    };
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asksLeft, id, state]);

  const start = async (method: MerchantMethod) => {
    setRefusal(null);
    setStarting(true);
    const returnUrl = payReturnUrl();
    const reply = await attempt.run({
      params: { id },
      body: { method: ATTEMPTS[method], ...(returnUrl ? { returnUrl } : {}) },
    });
    if (!reply.ok) {
      setRefusal(reply);
      setStarting(false);
      if (reply.code === 'already-paid') void reloadScreens();
      return;
    }
    const { jsapi, cashierUrl } = reply.data;
    // Neither: it was paid in the meantime, and the order says so.
    const end = jsapi || cashierUrl ? await pay({ jsapi, cashierUrl }) : 'paid';
    setStarting(false);
    // a failure may have come after the money went
    if (end === 'paid' || end === 'failed') {
      mayHaveGone.current = true;
      setLocked(true);
      setAsksLeft(MOST_ASKS);
    }
    if (end !== 'left') void reloadScreens();
  };
  return {
    phase: phaseOf({ starting, isAsking: locked && asksLeft > 0 && state === 'open', isUnderWay }),
    refusal,
    start,
    ask: () => {
      setLocked(true);
      setAsksLeft(MOST_ASKS);
    },
  };
}

function phaseOf(now: { starting: boolean; isAsking: boolean; isUnderWay: boolean }): Payment['phase'] {
  if (now.starting) return 'starting';
  if (now.isAsking) return 'asking';
  return now.isUnderWay ? 'unclear' : 'quiet';
}
