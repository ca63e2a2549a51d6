import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { Actor, Call, OutsideCall, Reply, Request } from './call';
import { type Exchange, admit, keyOf, originOf, readRequest, sendReply, takeBudget } from './exchange';
import { type KeyRow, type IdempotencyKey, findHandled, noteResult, takeKey } from './idempotency';
import { type Refused, refusalIn } from './refusal';
import { type Route, routeOf } from './route';
import { inRead, inTx, outsideOf } from './serving';

/**
 * The steps of a command. Only `handle` and `present` are needed; `B` comes out of `before`, `O` is shown once only
 * (such as an invitation link), `X` is the outside's answer.
 */
export type Steps<E extends EndpointSpec, B, O, X> = {
  /** Outside, ahead of the transaction: hashing, a question to WeChat. Not run on a replay. */
  readonly before?: (outside: OutsideCall<E>) => Promise<B>;
  /** In the transaction, after the idempotency row: the effect; returns the id of its result. */
  readonly handle: (ctx: Call<E>, before: B) => Promise<{ readonly id: string; readonly once?: O }>;
  /** Outside, after the commit: the network. It may run again after a crash or a replay: same id, same question. */
  readonly call?: (outside: OutsideCall<E>, id: string) => Promise<X>;
  /** In a transaction of its own, when `call` refused: what must not stand then. The refusal is given all the same. */
  readonly undo?: (ctx: Call<E>, id: string, refused: Refused) => Promise<void>;
  /** In a second transaction: what the answer changes; may run twice, so guard it by state. */
  readonly finish?: (ctx: Call<E>, id: string, answer: X) => Promise<void>;
  /** The reply, first and on every replay (then without `once`). */
  readonly present: (ctx: Call<E>, id: string, once?: O) => Promise<Reply<E>>;
};

/** A change: limit → auth → parse → tx { idempotency row, handle } → call → tx { finish } → reply parse. */
export function command<E extends EndpointSpec, B = undefined, O = undefined, X = undefined>(
  endpoint: E,
  steps: Steps<E, B, O, X>,
): Route;
export function command(endpoint: EndpointSpec, steps: Steps<EndpointSpec, unknown, unknown, unknown>): Route {
  return routeOf(endpoint, 'command', async (exchange) => {
    await takeBudget(exchange, endpoint);
    const actor = await exchange.serving.db.read((h) => admit(exchange, endpoint, h));
    const request = await readRequest(exchange, endpoint, actor);
    const keyed = keyOf(exchange, endpoint, actor);
    const run = { x: exchange, endpoint, steps, actor, request, keyed };
    const handled = keyed && (await exchange.serving.db.read((h) => findHandled(h, keyed)));
    sendReply(exchange, endpoint, handled ? await replay(run, handled) : await firstTime(run));
  });
}

/** A change that has no key and whose reply cannot be told twice, such as a sign-in; also for PATCH, PUT and DELETE. */
export function action<E extends EndpointSpec, B = undefined>(
  endpoint: E,
  steps: {
    readonly before?: (outside: OutsideCall<E>) => Promise<B>;
    readonly handle: (ctx: Call<E>, before: B) => Promise<Reply<E>>;
  },
): Route;
export function action(
  endpoint: EndpointSpec,
  steps: {
    readonly before?: (outside: OutsideCall<EndpointSpec>) => Promise<unknown>;
    readonly handle: (ctx: Call<EndpointSpec>, before: unknown) => Promise<unknown>;
  },
): Route {
  return routeOf(endpoint, 'command', async (exchange) => {
    await takeBudget(exchange, endpoint);
    const actor = await exchange.serving.db.read((h) => admit(exchange, endpoint, h));
    const request = await readRequest(exchange, endpoint, actor);
    if (keyOf(exchange, endpoint, actor)) throw new Error(`${endpoint.name} takes a key: make it a command`);
    const origin = originOf(exchange, actor);
    const before = await steps.before?.({ ...outsideOf(exchange.serving, origin), ...request });
    sendReply(
      exchange,
      endpoint,
      await inTx(exchange.serving, origin, (ctx) => steps.handle({ ...ctx, ...request }, before)),
    );
  });
}

type Run = {
  readonly x: Exchange;
  readonly endpoint: EndpointSpec;
  readonly steps: Steps<EndpointSpec, unknown, unknown, unknown>;
  readonly actor: Actor | null;
  readonly request: Request<EndpointSpec>;
  readonly keyed: IdempotencyKey | null;
};

async function firstTime(run: Run): Promise<unknown> {
  const { x, steps, actor, request, keyed } = run;
  const origin = originOf(x, actor);
  const before = await steps.before?.({ ...outsideOf(x.serving, origin), ...request });
  const outcome = await inTx(x.serving, origin, async (context) => {
    const ctx = { ...context, ...request };
    if (keyed && !(await takeKey(ctx.h, keyed, ctx.now.wallMs))) return null;
    const { id, once } = await steps.handle(ctx, before);
    if (keyed) await noteResult(ctx.h, keyed, id, steps.call ? 'handled' : 'finished');
    return { id, once, draft: steps.call ? undefined : await steps.present(ctx, id, once) };
  });
  if (outcome) return steps.call ? await callAndFinish(run, outcome.id, outcome.once) : outcome.draft;
  // the same request came twice at once and the other one won
  const handled = keyed && (await x.serving.db.read((h) => findHandled(h, keyed)));
  if (!handled) throw new Error('an idempotency key was taken and is gone');
  return replay(run, handled);
}

const replay = (run: Run, row: KeyRow): Promise<unknown> =>
  row.state === 'handled'
    ? callAndFinish(run, row.resultId, undefined)
    : inRead(run.x.serving, originOf(run.x, run.actor), (ctx) =>
        run.steps.present({ ...ctx, ...run.request }, row.resultId),
      );

async function callAndFinish(run: Run, id: string, once: unknown): Promise<unknown> {
  const { x, steps, actor, request, keyed } = run;
  const origin = originOf(x, actor);
  const answer = await steps
    .call?.({ ...outsideOf(x.serving, origin), ...request }, id)
    .catch(async (error: unknown) => {
      const refused = refusalIn(error);
      const { undo } = steps;
      if (refused && undo) await inTx(x.serving, origin, (context) => undo({ ...context, ...request }, id, refused));
      throw error;
    });
  return inTx(x.serving, origin, async (context) => {
    const ctx = { ...context, ...request };
    await steps.finish?.(ctx, id, answer);
    if (keyed) await noteResult(ctx.h, keyed, id, 'finished');
    return steps.present(ctx, id, once);
  });
}
