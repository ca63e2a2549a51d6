import { accounts } from '@jikaotong/shared/contract';
import { useEffect, useState } from 'react';
import { type Refusal, call } from '../../platform';

/** Asks for an SMS code and counts down until the next may be asked for. */
export function useSmsCode() {
  const [waitS, setWaitS] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sent, setSent] = useState(false);

  useEffect(() => {
    if (waitS === 0) return undefined;
    const timer = setTimeout(() => setWaitS(waitS - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitS]);

  const request = async (phone: string): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const reply = await call(accounts.requestCode, { body: { phone } });
    setBusy(false);
    if (reply.ok) {
      setSent(true);
      setWaitS(reply.data.resendInSeconds);
      return;
    }
    setRefusal(reply);
    const seconds = reply.data['retryInSeconds'];
    if (reply.code === 'code-too-soon' && typeof seconds === 'number') setWaitS(seconds);
  };
  return { waitS, busy, sent, refusal, request };
}
