import { breachCases as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, command, query, refuse, upload } from '../../platform/http';
import { applicationsOfPeopleOf, ownsCandidate } from '../candidates';
import { presentBreach } from './breach.presenter';
import { type Breach, breachesOf, findBreach } from './breach.repository';
import { addEvidence, keepEvidence, removeEvidence } from './evidence';
import { takeAppeal, takeStatement } from './breach-steps';

type Mine = Pick<Context, 'h' | 'ports' | 'now'> & { readonly actor: Actor };

/** One's own, once it was told; anybody else's does not exist. */
async function own({ h, actor }: Pick<Mine, 'h' | 'actor'>, id: string): Promise<Breach> {
  const breach = await findBreach(h, id);
  if (!breach || breach.notifiedOn === null) return refuse('not-found');
  const isMine = await ownsCandidate(h, actor.accountId, breach.candidateId);
  const isMyPerson = isMine || (await applicationsOfPeopleOf(h, actor.accountId)).includes(breach.candidateId);
  return isMyPerson ? breach : refuse('not-found');
}

const present = async (ctx: Mine, id: string) => presentBreach(ctx, await own(ctx, id));

const list = query(contract.listBreaches, async (ctx) => {
  const breaches = await breachesOf(ctx.h, await applicationsOfPeopleOf(ctx.h, ctx.actor.accountId));
  const told = breaches.filter(({ notifiedOn }) => notifiedOn !== null);
  return { items: await Promise.all(told.map((breach) => presentBreach(ctx, breach))) };
});

const get = query(contract.getBreach, (ctx) => present(ctx, ctx.input.params.id));

const state = command(contract.stateToBreach, {
  handle: async (ctx) => {
    const breach = await own(ctx, ctx.input.params.id);
    await takeStatement(ctx, breach, ctx.input.body.words);
    return { id: breach.id };
  },
  present,
});

const appeal = command(contract.appealBreach, {
  handle: async (ctx) => {
    const breach = await own(ctx, ctx.input.params.id);
    await takeAppeal(ctx, breach, ctx.input.body.words);
    return { id: breach.id };
  },
  present,
});

const side = 'person' as const;

const addFile = upload(contract.addOwnBreachEvidence, {
  keep: (outside, { bytes }) => {
    const { actor, input } = outside;
    return keepEvidence(outside, { bytes, side, load: (h) => own({ h, actor }, input.params.id) });
  },
  handle: async (ctx, file) => {
    const breach = await own(ctx, ctx.input.params.id);
    await addEvidence(ctx, breach, { file, side, accountId: ctx.actor.accountId });
    return present(ctx, breach.id);
  },
});

const removeFile = command(contract.removeOwnBreachEvidence, {
  handle: async (ctx) => {
    const breach = await own(ctx, ctx.input.params.id);
    await removeEvidence(ctx, breach, { evidenceId: ctx.input.params.evidenceId, side });
    return { id: breach.id };
  },
  present,
});

export const routes = [list, get, state, addFile, removeFile, appeal];
