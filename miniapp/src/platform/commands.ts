import type { EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { type CallOptions, call, newKey } from './call';
import { untilStaying } from './navigation';
import { reloadScreens, takeReply } from './queries';
import type { Refusal, Reply } from './reply';
import { scrollToRefusal } from './scroll';
import type { CallArgs, LooseArgs } from './send';

/** A button that changes something: whether it waits, and the last "no". */
export type Sending = {
  busy: boolean;
  /** The last "no", until the next run. */
  refusal: Refusal | null;
  /** Takes the last "no" away: what it spoke of has been changed. */
  forget: () => void;
};

export type Command<E extends EndpointSpec> = Sending & {
  /** Does it; after a network failure the same input goes out under the same idempotency key. */
  run: (args: CallArgs<E>, options?: Omit<CallOptions, 'key'>) => Promise<Reply<ReplyOf<E>>>;
};

/** Changes something; afterwards what the page in front shows is fetched anew, in the background. */
export function useCommand<E extends EndpointSpec>(endpoint: E): Command<E> {
  const { send, ...sending } = useSending(endpoint);
  const intent = useRef({ input: '', key: '' });
  const underWay = useRef(new Set<string>());

  const run: Command<E>['run'] = (args, options = {}) => {
    const input = JSON.stringify(args);
    // a second tap on the same is none: whoever waits for it must not go on twice
    if (underWay.current.has(input)) return new Promise(() => undefined);
    underWay.current.add(input);
    return send(args, async () => {
      if (intent.current.input !== input) intent.current = { input, key: newKey() };
      try {
        const reply = await call(endpoint, args, { ...options, key: intent.current.key });
        if (reply.ok || !LEFT_OPEN.has(reply.code)) intent.current = { input: '', key: '' };
        return reply;
      } finally {
        underWay.current.delete(input);
      }
    });
  };
  return { run, ...sending };
}

/**
 * Sends by `send` and resolves with the answer itself. The button stays busy after a "yes" until the screen shows what came
 * of it, which may not take long, or until the page has gone, if it is left for another one.
 */
export function useSending<E extends EndpointSpec>(
  endpoint: E,
): Sending & { send: (args: LooseArgs, go: () => Promise<Reply<ReplyOf<E>>>) => Promise<Reply<ReplyOf<E>>> } {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** Counts what was sent: what ends late frees no button that something else keeps busy. */
  const latest = useRef(0);
  const isSettling = useRef(false);
  const settle = async (sent: number, shown: Promise<void>) => {
    // whoever called goes to another page first, or stays
    await nextTurn();
    await untilStaying();
    await shown;
    await untilStaying();
    if (latest.current === sent) setBusy(false);
  };
  // also on the way back from the page it went to
  useDidShow(() => {
    if (isSettling.current) setBusy(false);
  });

  const send = async (args: LooseArgs, go: () => Promise<Reply<ReplyOf<E>>>) => {
    latest.current += 1;
    const sent = latest.current;
    isSettling.current = false;
    setBusy(true);
    setRefusal(null);
    const reply = await go();
    if (reply.ok) {
      isSettling.current = true;
      void settle(sent, takeReply(endpoint, args, reply));
      return reply;
    }
    setRefusal(reply);
    scrollToRefusal();
    // somebody was faster: what the page shows is not how things stand
    if (isOutdated(reply.code)) void reloadScreens();
    if (latest.current === sent) setBusy(false);
    return reply;
  };
  return { send, busy, refusal, forget: () => setRefusal(null) };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Whether an answer means that what the screen shows is not how things stand any more; the page in front is read anew. */
export const isOutdated = (code: Refusal['code']): boolean => OUTDATED.has(code);
const OUTDATED: ReadonlySet<Refusal['code']> = new Set([
  'wrong-state',
  'changed-meanwhile',
  'done-by-another',
  'draw-done',
  'heats-clash',
  'already-published',
  'ruled-already',
]);

/** Answers after which nobody knows whether it was done: the next try must carry the same key. */
const LEFT_OPEN: ReadonlySet<Refusal['code']> = new Set([
  'offline',
  'internal',
  'newer-version',
  'unavailable',
  'payment-unavailable',
]);
