import { type Role, contests as contract, overview } from '@jikaotong/shared/contract';
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
import { loadContest, loadStaffContest, presentContest } from './contest';
import { type OpenEntry, openEntry } from './entrant';
import {
  type Entry,
  countEntries,
  countWaiting,
  entrantsOf,
  findStaffEntry,
  listLiveEntries,
} from './entry.repository';
import { decideEntry } from './decide-entry';
import { presentDetail, presentStaffEntries } from './entry.presenter';
import { countRegistrations } from './registration.repository';
import { putStage, stagesOf } from './stage.repository';
import { planStageReminder, stageData } from './stage-reminder.job';
import { tellEntrant } from './tell-entrant';

const list = query(contract.listEntries, async (ctx) => {
  const contest = await loadStaffContest(ctx, ctx.input.params.id, contract.listEntries.who);
  const { q = null, only = null, cursor, limit = DEFAULT_PAGE } = ctx.input.query;
  const rows = await listLiveEntries(ctx.h, contest.notice.id, { q, only, after: lastSeen(cursor), limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return {
    items: await presentStaffEntries(ctx, contest, items),
    next,
    contest: await presentContest(ctx.h, contest, ctx.now.day),
    counts: {
      ...(await countEntries(ctx.h, contest.notice.id)),
      ...(await countRegistrations(ctx.h, contest.notice.id)),
    },
  };
});

const waiting = query(overview.listWaitingEntries, async (ctx) => {
  const counts = await countWaiting(ctx.h, bodiesOf(ctx.actor, overview.listWaitingEntries.who));
  const items = [];
  for (const [noticeId, count] of counts)
    items.push({ noticeId, title: (await loadContest(ctx, noticeId)).notice.title.value, waiting: count });
  return { items };
});

const sheet = download(contract.downloadEntries, {
  find: async (ctx) => {
    const { notice, rule } = await loadStaffContest(ctx, ctx.input.params.id, contract.downloadEntries.who);
    const rows = await listLiveEntries(ctx.h, notice.id, { q: null, only: null, after: null, limit: MOST });
    ctx.audit('contest-entries-exported', { noticeId: notice.id }, { count: rows.length });
    return { title: notice.title.value, rule, rows };
  },
  render: async (outside, { title, rule, rows }) => ({
    bytes: await writeSheet({
      title: '参赛选手名单',
      notes: [title],
      columns: COLUMNS,
      rows: rows.map((row, at) => cellsOf(row, at, { rule, ...openEntry(outside.ports.crypto, row) })),
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: '参赛选手名单.xlsx',
  }),
});

const announce = action(contract.announceStage, {
  handle: async (ctx) => {
    const contest = await loadStaffContest(ctx, ctx.input.params.id, contract.announceStage.who);
    const { stage } = ctx.input.params;
    const { day, startsAt, place } = ctx.input.body;
    if (day < ctx.now.day) refuse('day-over');
    const noticeId = contest.notice.id;
    const said = new Map((await stagesOf(ctx.h, noticeId)).map((one) => [one.stage, one.day]));
    const stages = contest.rule.stages.map(({ code }) => ({ code, day: said.get(code) ?? null }));
    const fault = stageDayFault({ stages }, stage, day);
    if (fault) refuse('stage-order-wrong', fault);
    const by = { announcedAt: ctx.now.ms, announcedBy: ctx.actor.accountId };
    await putStage(ctx.h, { noticeId, stage }, { day, startsAt, place, ...by });
    ctx.audit('contest-stage-announced', { noticeId }, { stage, day });
    const data = stageData(contest, { stage, day, startsAt, place });
    for (const entrant of await entrantsOf(ctx.h, noticeId))
      await tellEntrant(ctx, entrant, 'contest-stage-announced', data);
    await planStageReminder(ctx, { noticeId, stage, day });
    return presentContest(ctx.h, contest, ctx.now.day);
  },
});

const detail = query(contract.getStaffEntry, async (ctx) =>
  presentDetail(ctx, await loadStaffEntry(ctx, contract.getStaffEntry.who)),
);

const decide = action(contract.decideEntry, {
  handle: async (ctx) => {
    const row = await loadStaffEntry(ctx, contract.decideEntry.who);
    await decideEntry(ctx, row, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return presentDetail(ctx, await loadStaffEntry(ctx, contract.decideEntry.who));
  },
});

const acceptMany = command(contract.acceptEntries, {
  handle: async (ctx) => {
    const contest = await loadStaffContest(ctx, ctx.input.params.id, contract.acceptEntries.who);
    const asked = { items: ctx.input.body.items, byAccountId: ctx.actor.accountId };
    return { id: contest.notice.id, once: await acceptEntries(ctx, contest, asked) };
  },
  present: async (ctx, id, once) => {
    if (once) return { results: once };
    const contest = await loadStaffContest(ctx, id, contract.acceptEntries.who);
    return {
      results: await acceptedBefore(ctx, contest, { items: ctx.input.body.items, byAccountId: ctx.actor.accountId }),
    };
  },
});

export const routes = [list, waiting, sheet, announce, detail, decide, acceptMany];

async function loadStaffEntry(
  ctx: Pick<Context, 'h'> & { actor: Actor; input: { params: { id: string } } },
  roles: readonly Role[],
): Promise<Entry> {
  return (await findStaffEntry(ctx.h, bodiesOf(ctx.actor, roles), ctx.input.params.id)) ?? refuse('not-found');
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
