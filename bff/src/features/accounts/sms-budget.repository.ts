import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import type { Caller } from './caller';
import { OF_ADDRESS, OF_NUMBER, ofAll } from './sms-budget.policy';
import { type TriedSecret, countedOf, noteWrong, takeBack, waitFor } from './wrong-tries.repository';

export type CodeRequest = { readonly phone: string; readonly caller: Caller; readonly mostADay: number };

export type Spent = { readonly spent: true; readonly sentToday: number };
/** What holds a message back, and until when. */
export type HeldBack = { readonly spent: false; readonly by: 'number' | 'address' | 'all'; readonly waitMs: number };

/**
 * Takes one message from the budgets of its number, of the address that asks and of the installation. A known device has
 * the number's budget to itself: who asks in its name elsewhere uses up another one.
 */
export async function spendMessage(
  h: Handle,
  crypto: Crypto,
  request: CodeRequest,
  wallMs: number,
): Promise<Spent | HeldBack> {
  const budgets = budgetsOf(crypto, request);
  for (const { by, counted } of budgets) {
    const waitMs = await waitFor(h, counted, wallMs);
    if (waitMs > 0) return { spent: false, by, waitMs };
  }
  for (const { counted } of budgets) await noteWrong(h, counted, wallMs);
  const all = budgets.findLast(({ by }) => by === 'all');
  return { spent: true, sentToday: all ? await countedOf(h, all.counted, wallMs) : 0 };
}

/** Gives a message back that never left. */
export async function returnMessage(h: Handle, crypto: Crypto, request: CodeRequest): Promise<void> {
  for (const { counted } of budgetsOf(crypto, request)) await takeBack(h, counted);
}

/** Always in this order, so that two requests do not wait for each other. */
function budgetsOf(
  crypto: Crypto,
  { phone, caller, mostADay }: CodeRequest,
): readonly { by: HeldBack['by']; counted: TriedSecret }[] {
  const asked = caller.isKnown ? caller.key : 'anybody';
  const key = (of: string, withinMs: number) => crypto.blindIndex('messages-sent', `${of}\n${withinMs}`);
  const of = (by: HeldBack['by'], what: string) => (limit: { most: number; withinMs: number }) => ({
    by,
    counted: { ...limit, key: key(`${by}\n${what}`, limit.withinMs) },
  });
  return [
    ...OF_NUMBER.map(of('number', `${phone}\n${asked}`)),
    ...(caller.isKnown ? [] : OF_ADDRESS.map(of('address', caller.key))),
    of('all', '')(ofAll(mostADay)),
  ];
}
