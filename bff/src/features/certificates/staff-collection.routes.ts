import { collections as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, bodiesOf, command, query, refuse } from '../../platform/http';
import { lockSession } from '../sessions';
import { findForBodies } from './certificate.repository';
import { duplicate, handOver, send } from './collect';
import { presentStaffCollection } from './collection.presenter';

type Ctx = Context & { readonly actor: Actor };
const { who } = contract.getStaffCollection;

const load = async (ctx: Ctx, id: string) =>
  (await findForBodies(ctx.h, bodiesOf(ctx.actor, who), id)) ?? refuse('not-found');

async function loadLocked(ctx: Ctx, id: string) {
  await lockSession(ctx.h, (await load(ctx, id)).sessionId);
  return load(ctx, id);
}

const present = async (ctx: Ctx, id: string) => presentStaffCollection(ctx, await load(ctx, id));

const get = query(contract.getStaffCollection, (ctx) => present(ctx, ctx.input.params.id));

const hand = command(contract.handOverCertificate, {
  handle: async (ctx) => {
    const certificate = await loadLocked(ctx, ctx.input.params.id);
    await handOver(ctx, certificate, { given: ctx.input.body, accountId: ctx.actor.accountId });
    return { id: certificate.id };
  },
  present,
});

const post = command(contract.sendCertificate, {
  handle: async (ctx) => {
    const certificate = await loadLocked(ctx, ctx.input.params.id);
    await send(ctx, certificate, ctx.input.body);
    return { id: certificate.id };
  },
  present,
});

const again = command(contract.duplicateCertificate, {
  handle: async (ctx) => {
    const certificate = await loadLocked(ctx, ctx.input.params.id);
    await duplicate(ctx, certificate, { ...ctx.input.body, accountId: ctx.actor.accountId });
    return { id: certificate.id };
  },
  present,
});

export const routes: Route[] = [get, hand, post, again];
