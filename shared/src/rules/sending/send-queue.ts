/** What the server made of an act. */
export const SEND_OUTCOMES = ['done', 'same', 'conflict'] as const;
export type SendOutcome = (typeof SEND_OUTCOMES)[number];
export type SendAnswer = { readonly nonce: string; readonly outcome: SendOutcome };

/** Nobody else's nonce and never again: what comes twice is taken once. */
type Sendable = { readonly nonce: string };

/** What a phone keeps that works without a network: what waits to be sent, and what the server said last. */
export type SendQueue<A extends Sendable, T> = {
  readonly waiting: readonly A[];
  readonly told: readonly T[];
  /** Acts that did not count, for staff to decide. */
  readonly conflicts: number;
  /** What this phone kept and cannot read any more, such as after an update: sent as it stands, in nobody's way. */
  readonly unread: readonly Unread[];
};
export type Unread = { readonly nonce: string; readonly [key: string]: unknown };

export const EMPTY_QUEUE: SendQueue<never, never> = { waiting: [], told: [], conflicts: 0, unread: [] };

/** One more act; written to the phone before anybody is told that it is recorded. */
export const addAct = <A extends Sendable, T>(queue: SendQueue<A, T>, act: A): SendQueue<A, T> =>
  queue.waiting.some(({ nonce }) => nonce === act.nonce) ? queue : { ...queue, waiting: [...queue.waiting, act] };

/** So many go at once; one with a picture goes alone. */
export const MOST_AT_ONCE = 50;

/** What to send next, the oldest first. */
export function nextBatch<A extends Sendable>({
  waiting,
  unread,
}: Pick<SendQueue<A, unknown>, 'waiting' | 'unread'>): readonly (A | Unread)[] {
  const [first] = waiting;
  if (first && hasPicture(first)) return [first];
  const pictured = waiting.findIndex(hasPicture);
  const batch = waiting.slice(0, Math.min(MOST_AT_ONCE, pictured < 0 ? MOST_AT_ONCE : pictured));
  return [...batch, ...unread.slice(0, MOST_AT_ONCE - batch.length)];
}

/** So much still has to be sent. */
export const countWaiting = ({ waiting, unread }: Pick<SendQueue<Sendable, unknown>, 'waiting' | 'unread'>): number =>
  waiting.length + unread.length;

const hasPicture = (act: Sendable): boolean => 'picture' in act && act.picture !== null;

/** The server has these acts: they wait no more. What was added meanwhile, or was never answered, stays. */
export function takeAnswers<A extends Sendable, T>(
  queue: SendQueue<A, T>,
  { answers, told }: { readonly answers: readonly SendAnswer[]; readonly told: readonly T[] },
): SendQueue<A, T> {
  const outcomes = new Map(answers.map(({ nonce, outcome }) => [nonce, outcome]));
  const settled = [...queue.waiting, ...queue.unread].filter(({ nonce }) => outcomes.has(nonce));
  return {
    waiting: queue.waiting.filter(({ nonce }) => !outcomes.has(nonce)),
    unread: queue.unread.filter(({ nonce }) => !outcomes.has(nonce)),
    told,
    conflicts: queue.conflicts + settled.filter(({ nonce }) => outcomes.get(nonce) === 'conflict').length,
  };
}

/** What a phone kept, told apart: acts as they are known now, and what is none and goes as it stands, under a nonce. */
export function sortOut<A extends Sendable>(
  kept: readonly unknown[],
  read: (act: unknown) => A | null,
): Pick<SendQueue<A, unknown>, 'waiting' | 'unread'> {
  const waiting: A[] = [];
  const unread: Unread[] = [];
  for (const [at, one] of kept.entries()) {
    const act = read(one);
    if (act) waiting.push(act);
    else unread.push({ ...(typeof one === 'object' ? one : { said: one }), nonce: nonceIn(one) ?? `unread-${at}` });
  }
  return { waiting, unread };
}

const nonceIn = (one: unknown): string | null => {
  const nonce: unknown = typeof one === 'object' && one !== null && 'nonce' in one ? one.nonce : null;
  return typeof nonce === 'string' && /^[0-9A-Za-z-]{8,40}$/.test(nonce) ? nonce : null;
};
