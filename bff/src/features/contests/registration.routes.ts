import { registrations as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, action, download, query, refuse } from '../../platform/http';
import { writeSheet } from '../../platform/sheets';
import { measureOwnPhoto } from '../applications';
import { accountKeyOf } from '../candidates';
import { loadContest, loadStaffContest } from './contest';
import { addListedPhoto } from './listed-photo';
import { LIST_COLUMNS, LIST_EXAMPLE } from './list-sheet';
import { note, tick } from './register';
import { presentRegistration } from './registration.presenter';
import { findRegistration, listOwnRegistrations } from './registration.repository';

const getMine = query(contract.getMyRegistration, async (ctx) => {
  const { notice } = await loadContest(ctx, ctx.input.params.id);
  const row = await findRegistration(ctx.h, accountKeyOf(notice.id, ctx.actor.accountId));
  return { registration: row && (await presentRegistration(ctx, row)) };
});

const listMine = query(contract.listMyRegistrations, async (ctx) => {
  const items = [];
  for (const row of await listOwnRegistrations(ctx.h, ctx.actor.accountId))
    items.push(await presentRegistration(ctx, row));
  return { items };
});

const tickOne = action(contract.tickStep, {
  handle: async (ctx) => {
    const { id, step } = ctx.input.params;
    const { accountId } = ctx.actor;
    const contest = await loadContest(ctx, id);
    await tick(ctx, { accountId, contest, step, ...ctx.input.body });
    return presentOwn(ctx, contest.notice.id);
  },
});

const noteDown = action(contract.noteRegistration, {
  handle: async (ctx) => {
    const contest = await loadContest(ctx, ctx.input.params.id);
    await note(ctx, { accountId: ctx.actor.accountId, contest, body: ctx.input.body });
    return presentOwn(ctx, contest.notice.id);
  },
});

const addPhoto = action(contract.addListedPhoto, {
  before: (outside) => measureOwnPhoto(outside, outside.actor.accountId, outside.input.body.photoFileId),
  handle: async (ctx, photo) => {
    const contest = await loadContest(ctx, ctx.input.params.id);
    await addListedPhoto(ctx, contest, { accountId: ctx.actor.accountId, photo });
    return presentOwn(ctx, contest.notice.id);
  },
});

const template = download(contract.downloadListTemplate, {
  find: async (ctx) =>
    (await loadStaffContest(ctx, ctx.input.params.id, contract.downloadListTemplate.who)).notice.title.value,
  render: async (_, title) => ({
    bytes: await writeSheet({
      title: '官网报名名单',
      notes: [title, '一人一行；手机号、单位、报名编号可以不填。其他列不读取。'],
      columns: LIST_COLUMNS,
      example: LIST_EXAMPLE,
      rows: [],
      blankRows: 500,
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: '官网报名名单模板.xlsx',
  }),
});

export const routes = [getMine, listMine, tickOne, noteDown, addPhoto, template];

async function presentOwn(ctx: Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor }, noticeId: string) {
  const row = await findRegistration(ctx.h, accountKeyOf(noticeId, ctx.actor.accountId));
  return row ? presentRegistration(ctx, row) : refuse('not-found');
}
