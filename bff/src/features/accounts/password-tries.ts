import type { Context, Cookies } from '../../platform/http';
import { refuse } from '../../platform/http';
import { passwordKey } from './account.repository';
import { callerOf } from './caller';
import { PASSWORD_LIMIT, PASSWORD_LIMIT_OF_ALL } from './wrong-tries.policy';
import { type TriedSecret, waitFor } from './wrong-tries.repository';

type From = Context & { readonly cookies: Cookies; readonly ip: string };

/** What counts a wrong password of a name here: first the caller's own tries, then those of all who are not known for it. */
export function passwordTries(ctx: From, name: string): readonly [TriedSecret, ...TriedSecret[]] {
  const { crypto } = ctx.ports;
  const caller = callerOf(ctx, passwordKey(name));
  const own = { ...PASSWORD_LIMIT, key: crypto.blindIndex('wrong-passwords', `${name}\n${caller.key}`) };
  if (caller.isKnown) return [own];
  return [own, { ...PASSWORD_LIMIT_OF_ALL, key: crypto.blindIndex('wrong-passwords', name) }];
}

/** Ends the request while one of the counts is full. */
export async function refuseHeldUp(ctx: Context, tried: readonly TriedSecret[]): Promise<void> {
  for (const question of tried) {
    const waitMs = await waitFor(ctx.h, question, ctx.now.wallMs);
    if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
  }
}
