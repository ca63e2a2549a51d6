import { contests as contract } from '@jikaotong/shared/contract';
import { documentTypeWord, entrantGroupWord, levelWord, sexWord, unitTypeWord } from '@jikaotong/shared/words';
import { DEFAULT_PAGE, action, cursorIn, download, pageOf, query } from '../../platform/http';
import { type Column, writeSheet } from '../../platform/sheets';
import { accountNotified } from '../accounts';
import { loadStaffContest, presentContest } from './contest';
import { openEntrant } from './entrant';
import { type Entry, countEntries, entrantsOf, listLiveEntries, putStage } from './entry.repository';
import { presentStaffEntry } from './entry.presenter';

const list = query(contract.listEntries, async (c) => {
  const contest = await loadStaffContest(c, c.input.params.id, contract.listEntries.who);
  const { q = null, cursor, limit = DEFAULT_PAGE } = c.input.query;
  const [last] = cursorIn(cursor, 1) ?? [];
  const after = last === undefined ? null : String(last);
  const rows = await listLiveEntries(c.h, contest.notice.id, { q, after, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return {
    items: items.map((row) => presentStaffEntry(c, row)),
    next,
    contest: await presentContest(c.h, contest, c.now.day),
    counts: await countEntries(c.h, contest.notice.id),
  };
});

const sheet = download(contract.downloadEntries, {
  find: async (c) => {
    const { notice } = await loadStaffContest(c, c.input.params.id, contract.downloadEntries.who);
    const rows = await listLiveEntries(c.h, notice.id, { q: null, after: null, limit: MOST });
    c.audit('contest-entries-exported', { noticeId: notice.id }, { count: rows.length });
    return { title: notice.title.value, rows };
  },
  render: async (o, { title, rows }) => ({
    bytes: await writeSheet({
      title: '参赛选手名单',
      notes: [title],
      columns: COLUMNS,
      rows: rows.map((row, at) => cellsOf(row, at, openEntrant(o.ports.crypto, row))),
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: '参赛选手名单.xlsx',
  }),
});

const announce = action(contract.announceStage, {
  handle: async (c) => {
    const contest = await loadStaffContest(c, c.input.params.id, contract.announceStage.who);
    const { stage } = c.input.params;
    const { day, startsAt, place } = c.input.body;
    const noticeId = contest.notice.id;
    const by = { announcedAt: c.now.ms, announcedBy: c.actor.accountId };
    await putStage(c.h, { noticeId, stage }, { day, startsAt, place, ...by });
    c.audit('contest-stage-announced', { noticeId }, { stage, day });
    const name = contest.rule.stages.find(({ code }) => code === stage)?.name ?? stage;
    const data = { title: contest.notice.title.value, stage: name, day, startsAt, place };
    for (const accountId of await entrantsOf(c.h, noticeId))
      await c.emit(accountNotified({ accountId, code: 'contest-stage-announced', data }));
    return presentContest(c.h, contest, c.now.day);
  },
});

export const routes = [list, sheet, announce];

const MOST = 10_000;

const KEYS = {
  number: '序号',
  name: '姓名',
  sex: '性别',
  birthDate: '出生日期',
  documentType: '证件类型',
  documentNumber: '证件号码',
  phone: '手机号',
  unit: '单位',
  unitType: '单位类型',
  group: '人员类别',
  coach: '教练',
  unionCard: '工会会员互助服务卡',
  levels: '已有职业技能等级',
  training: '参加赛前培训',
} as const;
type Key = keyof typeof KEYS;

const column = (key: Key, width: number): Column<Key> => ({ key, header: KEYS[key], kind: 'text', width });
const COLUMNS = [
  column('number', 8),
  column('name', 12),
  column('sex', 8),
  column('birthDate', 14),
  column('documentType', 16),
  column('documentNumber', 22),
  column('phone', 16),
  column('unit', 32),
  column('unitType', 12),
  column('group', 32),
  column('coach', 12),
  column('unionCard', 12),
  column('levels', 32),
  column('training', 12),
];

const cellsOf = (row: Entry, at: number, clear: ReturnType<typeof openEntrant>): Record<Key, string> => ({
  number: String(at + 1),
  name: row.name,
  sex: sexWord(row.sex),
  birthDate: row.birthDate,
  documentType: documentTypeWord(row.documentType),
  documentNumber: clear.documentNumber,
  phone: clear.phone,
  unit: row.unit,
  unitType: unitTypeWord(row.unitType),
  group: row.groupNote === null ? entrantGroupWord(row.entrantGroup) : row.groupNote,
  coach: row.coach ?? '',
  unionCard: yes(row.unionCard),
  levels: row.levels
    .map(({ occupation, level }) => `${occupation}${level === null ? '' : levelWord(level)}`)
    .join('、'),
  training: yes(row.training),
});

const yes = (value: boolean): string => (value ? '是' : '否');
