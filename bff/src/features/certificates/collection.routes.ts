import { collections as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, command, download, pdfFile, query, refuse } from '../../platform/http';
import { findOwnApplication } from '../applications';
import { lockSession } from '../sessions';
import { letterOf } from './agent-letter';
import { findByCandidate } from './certificate.repository';
import { choose } from './collect';
import { presentCollection } from './collection.presenter';

type Ctx = Context & { readonly actor: Actor };

/** The certificate that one holds, or held last; anybody else's does not exist. */
async function own(ctx: Ctx, applicationId: string) {
  const row = (await findOwnApplication(ctx.h, ctx.actor.accountId, applicationId)) ?? refuse('not-found');
  return (await findByCandidate(ctx.h, row.id)) ?? refuse('not-found');
}

const get = query(contract.getCollection, async (ctx) => presentCollection(ctx, await own(ctx, ctx.input.params.id)));

const chooseWay = command(contract.chooseCollection, {
  handle: async (ctx) => {
    await lockSession(ctx.h, (await own(ctx, ctx.input.params.id)).sessionId);
    const certificate = await own(ctx, ctx.input.params.id);
    await choose(ctx, certificate, ctx.input.body);
    return { id: certificate.id };
  },
  present: async (ctx) => presentCollection(ctx, await own(ctx, ctx.input.params.id)),
});

const letter = download(contract.downloadAgentLetter, {
  find: async (ctx) => letterOf(ctx, await own(ctx, ctx.input.params.id)),
  render: async ({ ports }, print) => pdfFile('领证委托书', await ports.pdf.renderPrint(print, new Map())),
});

export const routes: Route[] = [get, chooseWay, letter];
