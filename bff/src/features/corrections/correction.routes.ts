import { corrections as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { findHandedIn, loadOwnApplication, measureOwnPhoto } from '../applications';
import { acceptCorrection } from './accept-correction';
import { askCorrection } from './ask-correction';
import { presentCorrection, presentForStaff } from './correction.presenter';
import { correctionsOf, findCorrection, lockCorrection } from './correction.repository';
import { refuseCorrection, withdrawCorrection } from './end-correction';

type Ctx = Context & { readonly actor: Actor };

/** One's own; anybody else's does not exist. */
async function loadOwn(ctx: Ctx, id: string) {
  const row = (await findCorrection(ctx.h, id)) ?? refuse('not-found');
  await loadOwnApplication(ctx, row.candidateId);
  return row;
}

const ask = command(contract.askCorrection, {
  before: async (outside) => {
    const { photoFileId } = outside.input.body;
    return photoFileId === undefined ? null : measureOwnPhoto(outside, outside.actor.accountId, photoFileId);
  },
  handle: async (ctx, photo) => {
    const row = await loadOwnApplication(ctx, ctx.input.params.id);
    return { id: await askCorrection(ctx, { row, asked: ctx.input.body, photo }) };
  },
  present: async (ctx, id) => presentCorrection(ctx, await loadOwn(ctx, id)),
});

const list = query(contract.listCorrections, async (ctx) => {
  const { id } = await loadOwnApplication(ctx, ctx.input.params.id);
  return { items: await Promise.all((await correctionsOf(ctx.h, id)).map((row) => presentCorrection(ctx, row))) };
});

const withdraw = command(contract.withdrawCorrection, {
  handle: async (ctx) => {
    const row = await loadOwn(ctx, ctx.input.params.id);
    await withdrawCorrection(ctx, row, ctx.actor);
    return { id: row.id };
  },
  present: async (ctx, id) => presentCorrection(ctx, await loadOwn(ctx, id)),
});

const get = query(contract.getStaffCorrection, async (ctx) => {
  const view = await presentStaff(ctx, ctx.input.params.id);
  // the full numbers are shown: who looked, and when, is kept
  ctx.audit('application-looked-at', { applicationId: view.applicationId });
  return view;
});

const decide = command(contract.decideCorrection, {
  handle: async (ctx) => {
    const { id } = ctx.input.params;
    const bodyIds = bodiesOf(ctx.actor, contract.decideCorrection.who);
    const row = (await lockCorrection(ctx.h, id)) ?? refuse('not-found');
    const { accountId: ownerId } = (await findHandedIn(ctx.h, bodyIds, row.candidateId)) ?? refuse('not-found');
    if (row.state !== 'open') refuse('wrong-state', { state: row.state });
    const { accountId } = ctx.actor;
    const { body } = ctx.input;
    if (body.accept) await acceptCorrection(ctx, row, { accountId, bodyIds });
    else await refuseCorrection(ctx, { ...row, ownerId }, { accountId, reason: body.reason });
    return { id };
  },
  present: presentStaff,
});

export const routes = [ask, list, withdraw, get, decide];

async function presentStaff(ctx: Ctx, id: string) {
  const row = (await findCorrection(ctx.h, id)) ?? refuse('not-found');
  const bodyIds = bodiesOf(ctx.actor, contract.getStaffCorrection.who);
  const application = (await findHandedIn(ctx.h, bodyIds, row.candidateId)) ?? refuse('not-found');
  return presentForStaff(ctx, row, application);
}
