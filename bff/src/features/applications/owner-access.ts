import type { ApplicationView } from '@jikaotong/shared/contract';
import { type Actor, type Context, refuse } from '../../platform/http';
import { presentApplication } from './application.presenter';
import type { Application } from './application.record';
import { findOwn, findOwnAsOf } from './application.repository';
import { loadFrame } from './frame';

/** One's own application; anybody else's does not exist (`not-found`). */
export const loadOwn = async (ctx: Pick<Context, 'h'> & { actor: Actor }, id: string): Promise<Application> =>
  (await findOwn(ctx.h, ctx.actor.accountId, id)) ?? refuse('not-found');

/** One's own application as its owner sees it. */
export async function presentOwn(
  ctx: Pick<Context, 'h' | 'now' | 'ports'> & { actor: Actor },
  id: string,
): Promise<ApplicationView> {
  const { row, eventRevision } = (await findOwnAsOf(ctx.h, ctx.actor.accountId, id)) ?? refuse('not-found');
  return presentApplication(ctx, row, await loadFrame(ctx.h, row, eventRevision));
}
