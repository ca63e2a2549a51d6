import type { Handle } from '../db';
import { type Actor, bodiesOf, refuse } from '../http';
import type { Served } from './list-source';

/** The body whose people may see a list within this body or event; null when there is no such event. */
export async function bodyOf({ list, source }: Served, h: Handle, withinId: string): Promise<string | null> {
  if (list.within === 'body') return withinId;
  if (!source.bodyOf) throw new Error(`${list.name} lies within events and does not say whose they are`);
  return source.bodyOf(h, withinId);
}

/**
 * The body or event of the path, if the caller works there with a role of the list; else it does not exist for the
 * caller.
 */
export async function admitted(served: Served, ctx: { h: Handle; actor: Actor }, withinId: string): Promise<string> {
  const bodyId = await bodyOf(served, ctx.h, withinId);
  if (bodyId === null || !bodiesOf(ctx.actor, served.list.who).includes(bodyId)) return refuse('not-found');
  await served.source.mayRead?.(ctx, withinId);
  return withinId;
}
