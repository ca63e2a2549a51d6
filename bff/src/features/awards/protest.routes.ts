import { protests as contract } from '@jikaotong/shared/contract';
import { protestList } from '@jikaotong/shared/lists';
import { type Actor, type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { findOwnPlace, loadContest } from '../contests';
import { presentOwnProtests, presentStaffProtest } from './protest.presenter';
import { findProtestIn } from './protest.repository';
import { decide, file, note } from './protest-steps';
import { protestSource } from './protest-list.repository';

type Asked = Context & { readonly actor: Actor; readonly input: { readonly params: { id: string } } };

/** One's own entry with its competition; anybody else's does not exist. */
async function own(ctx: Asked) {
  const entry = (await findOwnPlace(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  return { entry, contest: await loadContest(ctx, entry.noticeId) };
}

const presentOwn = async (ctx: Asked) => {
  const { entry, contest } = await own(ctx);
  return presentOwnProtests(ctx, contest, entry.id);
};

const mine = query(contract.listMyProtests, (ctx) => presentOwn(ctx));

const fileIt = command(contract.fileProtest, {
  handle: async (ctx) => {
    const { entry, contest } = await own(ctx);
    await file(ctx, contest, { ...ctx.input.body, candidateId: entry.id, accountId: ctx.actor.accountId });
    return { id: entry.id };
  },
  present: (ctx) => presentOwn(ctx),
});

async function ofStaff(ctx: Asked) {
  const bodies = bodiesOf(ctx.actor, contract.getStaffProtest.who);
  const protest = (await findProtestIn(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
  return { protest, contest: await loadContest(ctx, protest.noticeId) };
}

const presentStaff = async (ctx: Asked) => {
  const { protest, contest } = await ofStaff(ctx);
  return presentStaffProtest(ctx, contest, protest);
};

const get = query(contract.getStaffProtest, (ctx) => presentStaff(ctx));

const addNote = command(contract.noteProtest, {
  handle: async (ctx) => {
    const { protest } = await ofStaff(ctx);
    if (protest.state !== 'open') refuse('wrong-state', { state: 'decided' });
    await note(ctx, protest, { kind: 'noted', words: ctx.input.body.words, byAccountId: ctx.actor.accountId });
    ctx.audit('protest-noted', { protestId: protest.id, noticeId: protest.noticeId });
    return { id: protest.id };
  },
  present: (ctx) => presentStaff(ctx),
});

const decideIt = command(contract.decideProtest, {
  handle: async (ctx) => {
    const { protest, contest } = await ofStaff(ctx);
    await decide(ctx, contest, protest, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: protest.id };
  },
  present: (ctx) => presentStaff(ctx),
});

const list = serveList(protestList, protestSource);

export const routes = [mine, fileIt, get, addNote, decideIt, ...list.routes];
