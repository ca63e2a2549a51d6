import { type Role, contests as contract } from '@jikaotong/shared/contract';
import { type ContestRule, entrantGroupName } from '@jikaotong/shared/notice';
import { stageDayFault } from '@jikaotong/shared/rules/calendar';
import { documentTypeWord, levelWord, sexWord, unitTypeWord } from '@jikaotong/shared/words';
import {
  type Actor,
  type Context,
  DEFAULT_PAGE,
  action,
  bodiesOf,
  command,
  download,
  lastSeen,
  pageOf,
  query,
  refuse,
} from '../../platform/http';
import { type Column, writeSheet } from '../../platform/sheets';
import { acceptEntries, acceptedBefore } from './accept-entries';
import { loadStaffContest, presentContest } from './contest';
import { entrySpanOf } from './entry-span';
import { type OpenEntry, openEntry } from './entrant';
import { type Entry, countEntries, entrantsOf, findStaffEntry, listLiveEntries } from './entry.repository';
import { decideEntry } from './decide-entry';
import { presentDetail, presentStaffEntries } from './entry.presenter';
import { countRegistrations } from './registration.repository';
import { putStage, stagesOf } from './stage.repository';
import { planStageReminder, stageData } from './stage-reminder.job';
import { tellEntrant } from './tell-entrant';

const list = query(contract.listEntries, async (c) => {
  const contest = await loadStaffContest(c, c.input.params.id, contract.listEntries.who);
  const { q = null, only = null, cursor, limit = DEFAULT_PAGE } = c.input.query;
  const rows = await listLiveEntries(c.h, contest.notice.id, { q, only, after: lastSeen(cursor), limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return {
    items: await presentStaffEntries(c, contest, items),
    next,
    contest: await presentContest(c.h, contest, c.now.day),
    counts: {
      ...(await countEntries(c.h, contest.notice.id)),
      ...(await countRegistrations(c.h, contest.notice.id)),
    },
  };
});

const sheet = download(contract.downloadEntries, {
  find: async (c) => {
    const { notice, rule } = await loadStaffContest(c, c.input.params.id, contract.downloadEntries.who);
    const rows = await listLiveEntries(c.h, notice.id, { q: null, only: null, after: null, limit: MOST });
    c.audit('contest-entries-exported', { noticeId: notice.id }, { count: rows.length });
    return { title: notice.title.value, rule, rows };
  },
  render: async (o, { title, rule, rows }) => ({
    bytes: await writeSheet({
      title: '参赛选手名单',
      notes: [title],
      columns: COLUMNS,
      rows: rows.map((row, at) => cellsOf(row, at, { rule, ...openEntry(o.ports.crypto, row) })),
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
    if (day < c.now.day) refuse('day-over');
    const noticeId = contest.notice.id;
    const said = new Map((await stagesOf(c.h, noticeId)).map((one) => [one.stage, one.day]));
    const stages = contest.rule.stages.map(({ code }) => ({ code, day: said.get(code) ?? null }));
    const fault = stageDayFault({ closesOn: entrySpanOf(contest.notice).closesOn, stages }, stage, day);
    if (fault) refuse('stage-order-wrong', fault);
    const by = { announcedAt: c.now.ms, announcedBy: c.actor.accountId };
    await putStage(c.h, { noticeId, stage }, { day, startsAt, place, ...by });
    c.audit('contest-stage-announced', { noticeId }, { stage, day });
    const data = stageData(contest, { stage, day, startsAt, place });
    for (const entrant of await entrantsOf(c.h, noticeId))
      await tellEntrant(c, entrant, 'contest-stage-announced', data);
    await planStageReminder(c, { noticeId, stage, day });
    return presentContest(c.h, contest, c.now.day);
  },
});

const detail = query(contract.getStaffEntry, async (c) =>
  presentDetail(c, await loadStaffEntry(c, contract.getStaffEntry.who)),
);

const decide = action(contract.decideEntry, {
  handle: async (c) => {
    const row = await loadStaffEntry(c, contract.decideEntry.who);
    await decideEntry(c, row, { ...c.input.body, byAccountId: c.actor.accountId });
    return presentDetail(c, await loadStaffEntry(c, contract.decideEntry.who));
  },
});

const acceptMany = command(contract.acceptEntries, {
  handle: async (c) => {
    const contest = await loadStaffContest(c, c.input.params.id, contract.acceptEntries.who);
    const asked = { items: c.input.body.items, byAccountId: c.actor.accountId };
    return { id: contest.notice.id, once: await acceptEntries(c, contest, asked) };
  },
  present: async (c, id, once) => {
    if (once) return { results: once };
    const contest = await loadStaffContest(c, id, contract.acceptEntries.who);
    return {
      results: await acceptedBefore(c, contest, { items: c.input.body.items, byAccountId: c.actor.accountId }),
    };
  },
});

export const routes = [list, sheet, announce, detail, decide, acceptMany];

async function loadStaffEntry(
  c: Pick<Context, 'h'> & { actor: Actor; input: { params: { id: string } } },
  roles: readonly Role[],
): Promise<Entry> {
  return (await findStaffEntry(c.h, bodiesOf(c.actor, roles), c.input.params.id)) ?? refuse('not-found');
}

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
  listReference: '官网报名编号',
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
  column('listReference', 20),
];

type Clear = OpenEntry & { readonly rule: ContestRule };

const cellsOf = (
  row: Entry,
  at: number,
  { rule, documentNumber, phone, birthDate, sex }: Clear,
): Record<Key, string> => ({
  number: String(at + 1),
  name: row.name,
  sex: sex === null ? '' : sexWord(sex),
  birthDate: birthDate ?? '',
  documentType: documentTypeWord(row.documentType),
  documentNumber,
  phone: phone ?? '',
  unit: row.unit ?? '',
  unitType: row.unitType === null ? '' : unitTypeWord(row.unitType),
  group: row.groupNote ?? (row.entrantGroup === null ? null : entrantGroupName(rule, row.entrantGroup)) ?? '',
  coach: row.coach ?? '',
  unionCard: yes(row.unionCard),
  levels: row.levels
    .map(({ occupation, level }) => `${occupation}${level === null ? '' : levelWord(level)}`)
    .join('、'),
  training: yes(row.training),
  listReference: row.listReference ?? '',
});

const yes = (value: boolean): string => (value ? '是' : '否');
