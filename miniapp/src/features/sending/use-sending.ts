import { useEffect, useState } from 'react';
import type { Refusal } from '../../platform';

type Send = (id: string) => Promise<Refusal | null>;

/** Sends one after the other, however often it is asked. */
export function oneAtATime(send: Send): Send {
  const sending = new Map<string, Promise<Refusal | null>>();
  return (id) => {
    const running = sending.get(id);
    if (running) return running;
    const run = send(id).finally(() => sending.delete(id));
    sending.set(id, run);
    return run;
  };
}

const TRY_AGAIN_MS = 20_000;

/** Sends what waits while the page is open, and says what stands in the way. */
export function useSendingBy(
  send: Send,
  id: string,
): { readonly refusal: Refusal | null; readonly send: () => Promise<void> } {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    const tryNow = () => void send(id).then(setRefusal);
    tryNow();
    const timer = setInterval(tryNow, TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [send, id]);
  return { refusal, send: async () => setRefusal(await send(id)) };
}
