import { registrations as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, action, download, query, refuse } from '../../platform/http';
import { writeSheet } from '../../platform/sheets';
import { accountKeyOf } from '../candidates';
import { loadContest, loadStaffContest } from './contest';
import { LIST_COLUMNS, LIST_EXAMPLE } from './list-sheet';
import { note, tick } from './register';
import { presentRegistration } from './registration.presenter';
import { findRegistration, listOwnRegistrations } from './registration.repository';

const getMine = query(contract.getMyRegistration, async (c) => {
  const { notice } = await loadContest(c, c.input.params.id);
  const row = await findRegistration(c.h, accountKeyOf(notice.id, c.actor.accountId));
  return { registration: row && (await presentRegistration(c, row)) };
});

const listMine = query(contract.listMyRegistrations, async (c) => {
  const items = [];
  for (const row of await listOwnRegistrations(c.h, c.actor.accountId)) items.push(await presentRegistration(c, row));
  return { items };
});

const tickOne = action(contract.tickStep, {
  handle: async (c) => {
    const { id, step } = c.input.params;
    const { accountId } = c.actor;
    const contest = await loadContest(c, id);
    await tick(c, { accountId, contest, step, ...c.input.body });
    return presentOwn(c, contest.notice.id);
  },
});

const noteDown = action(contract.noteRegistration, {
  handle: async (c) => {
    const contest = await loadContest(c, c.input.params.id);
    await note(c, { accountId: c.actor.accountId, contest, body: c.input.body });
    return presentOwn(c, contest.notice.id);
  },
});

const template = download(contract.downloadListTemplate, {
  find: async (c) =>
    (await loadStaffContest(c, c.input.params.id, contract.downloadListTemplate.who)).notice.title.value,
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

export const routes = [getMine, listMine, tickOne, noteDown, template];

async function presentOwn(c: Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor }, noticeId: string) {
  const row = await findRegistration(c.h, accountKeyOf(noticeId, c.actor.accountId));
  return row ? presentRegistration(c, row) : refuse('not-found');
}
