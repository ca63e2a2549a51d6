import { type SheetProblem, registrations as contract } from '@jikaotong/shared/contract';
import { cellProblemSentence } from '@jikaotong/shared/words';
import { type Actor, type Context, action, download, query, refuse, upload } from '../../platform/http';
import { markedSheet, readSheet, withCells, writeSheet } from '../../platform/sheets';
import { accountKeyOf } from '../candidates';
import { loadContest, loadStaffContest } from './contest';
import { entersHere } from './entry-span';
import { importList } from './import-list';
import { LIST_COLUMNS, judgeList } from './list-sheet';
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
      rows: [],
      blankRows: 20,
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: '官网报名名单模板.xlsx',
  }),
});

const takeList = upload(contract.importList, {
  keep: async (o, file) => {
    // the door is looked at before the file is
    const contest = await o.read((h) =>
      loadStaffContest({ h, actor: o.actor }, o.input.params.id, contract.importList.who),
    );
    if (entersHere(contest.notice)) refuse('entry-here');
    const sheet = await readSheet(file.bytes, { columns: LIST_COLUMNS });
    if (!sheet.ok) return refuse('file-refused', { reason: sheet.error });
    const { people, problems } = judgeList(sheet.value.rows, o.now.day);
    const wrong = withCells([...sheet.value.problems, ...problems], sheet.value.letters);
    return wrong.length === 0
      ? people
      : refuse('sheet-refused', { problems: wrong, marked: await marked(file.bytes, wrong) });
  },
  handle: async (c, people) => {
    const contest = await loadStaffContest(c, c.input.params.id, contract.importList.who);
    const { apply, gone } = c.input.query;
    return importList(c, contest, { people, apply: apply === 'yes', gone });
  },
});

export const routes = [getMine, listMine, tickOne, noteDown, template, takeList];

/** The same sheet with what is wrong beside each row, as base64; null where the workbook cannot be written again. */
async function marked(bytes: Buffer, problems: readonly SheetProblem[]): Promise<string | null> {
  const errors = problems.map(({ row, column, code, value }) => ({
    row,
    column,
    text: `${column ?? ''}：${cellProblemSentence(code, { value })}`,
  }));
  const sheet = await markedSheet(bytes, { columns: LIST_COLUMNS }, errors);
  return sheet.ok ? sheet.value.toString('base64') : null;
}

async function presentOwn(c: Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor }, noticeId: string) {
  const row = await findRegistration(c.h, accountKeyOf(noticeId, c.actor.accountId));
  return row ? presentRegistration(c, row) : refuse('not-found');
}
