import { certificates as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, bodiesOf, command, query, refuse } from '../../platform/http';
import { lockSession } from '../sessions';
import { findForBodies } from './certificate.repository';
import { replaceCertificate, voidCertificate } from './replace-certificate';
import { presentForStaff } from './staff-certificate.presenter';

type Ctx = Context & { readonly actor: Actor };
const { who } = contract.getStaffCertificate;

const load = async (ctx: Ctx, id: string) =>
  (await findForBodies(ctx.h, bodiesOf(ctx.actor, who), id)) ?? refuse('not-found');

/** The same with its session locked: certificates of a session come and go one at a time. */
async function loadLocked(ctx: Ctx, id: string) {
  await lockSession(ctx.h, (await load(ctx, id)).sessionId);
  return load(ctx, id);
}

const present = async (ctx: Ctx, id: string) => presentForStaff(ctx, await load(ctx, id));

const get = query(contract.getStaffCertificate, (ctx) => present(ctx, ctx.input.params.id));

const makeVoid = command(contract.voidCertificate, {
  handle: async (ctx) => {
    const certificate = await loadLocked(ctx, ctx.input.params.id);
    await voidCertificate(ctx, { certificate, reason: ctx.input.body.reason, accountId: ctx.actor.accountId });
    return { id: certificate.id };
  },
  present,
});

const replace = command(contract.replaceCertificate, {
  handle: async (ctx) => {
    const certificate = await loadLocked(ctx, ctx.input.params.id);
    const { reason } = ctx.input.body;
    return { id: await replaceCertificate(ctx, { certificate, reason, accountId: ctx.actor.accountId }) };
  },
  present,
});

export const routes: Route[] = [get, makeVoid, replace];
