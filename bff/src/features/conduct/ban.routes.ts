import { bans as contract } from '@jikaotong/shared/contract';
import { banList } from '@jikaotong/shared/lists';
import { type Actor, type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { findApplication } from '../applications';
import { findCase } from '../cases';
import { banSource } from './ban-list.repository';
import { presentBan } from './ban.presenter';
import { type StoredBan, findBanIn } from './ban.repository';
import { banOfCandidate, confirmLifting, proposeLifting } from './bans';
import { decideBannedPaid } from './bar-paid';

type Staff = Pick<Context, 'h' | 'ports'> & { readonly actor: Actor };

const load = async ({ h, actor }: Pick<Staff, 'h' | 'actor'>, id: string): Promise<StoredBan> =>
  (await findBanIn(h, bodiesOf(actor, contract.getBan.who), id)) ?? refuse('not-found');

const present = async (ctx: Staff, id: string) => presentBan(ctx, await load(ctx, id));

const get = query(contract.getBan, (ctx) => present(ctx, ctx.input.params.id));

/** Of a draft nobody of the staff knows, unless it ends at their counter. */
const ofCandidate = query(contract.getBanOfCandidate, async (ctx) => {
  const row = await findApplication(ctx.h, ctx.input.params.id);
  const isTheirs = row && bodiesOf(ctx.actor, contract.getBanOfCandidate.who).includes(row.bodyId);
  if (!isTheirs || (row.state === 'draft' && !row.atCounter)) return refuse('not-found');
  const ban = await banOfCandidate(ctx, { candidateId: row.id, bodyId: row.bodyId });
  return { ban: ban && { id: ban.id, from: ban.fromDay, until: ban.untilDay, source: ban.source } };
});

const propose = command(contract.proposeLifting, {
  handle: async (ctx) => {
    const ban = await load(ctx, ctx.input.params.id);
    await proposeLifting(ctx, ban, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: ban.id };
  },
  present,
});

const confirm = command(contract.confirmLifting, {
  handle: async (ctx) => {
    const ban = await load(ctx, ctx.input.params.id);
    await confirmLifting(ctx, ban, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: ban.id };
  },
  present,
});

/** A case of another body, or of another kind, does not exist. */
const decide = command(contract.decideBannedPaid, {
  handle: async (ctx) => {
    const found = await findCase(ctx.h, bodiesOf(ctx.actor, contract.decideBannedPaid.who), ctx.input.params.id);
    if (found?.kind !== 'banned-paid') return refuse('not-found');
    await decideBannedPaid(ctx, found, { ...ctx.input.body, accountId: ctx.actor.accountId });
    return { id: found.id };
  },
  present: () => Promise.resolve({ done: true } as const),
});

const bans = serveList(banList, banSource);

export const routes = [...bans.routes, get, ofCandidate, propose, confirm, decide];
