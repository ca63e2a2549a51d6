import { contestGroups as contract } from '@jikaotong/shared/contract';
import { packageTitleOf } from '@jikaotong/shared/rules/units';
import {
  type Actor,
  type Context,
  DEFAULT_PAGE,
  type Route,
  action,
  command,
  cursorIn,
  download,
  pageOf,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { writeSheet } from '../../platform/sheets';
import { listNoticeRows } from '../notices';
import { findContest, loadContest } from './contest';
import { waitsForStaff } from './doubts-now';
import { openEntry } from './entrant';
import { entrySpanOf, spanState } from './entry-span';
import { wordIn } from './entry.presenter';
import { entriesOfUnit } from './entry.repository';
import { groupColumns, groupExample } from './group-columns';
import { presentGroup } from './group.presenter';
import { changeGroup, groupsOfUnit, openGroupOf } from './group.repository';
import { type OpenGroup, loadGroup, loadGroupUnit, offersTo, refuseClosedGroup, wayOf } from './open-group';
import { stepsOf } from './steps';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const presentOwn = async (ctx: Asked, id: string) => presentGroup(ctx, await loadGroup(ctx, id));

const list = query(contract.listUnitContests, async (ctx) => {
  const { unit } = await loadGroupUnit(ctx, ctx.input.query.unit);
  const groups = await groupsOfUnit(ctx.h, unit.id);
  const items = [];
  for (const { id: noticeId, kind } of await listNoticeRows(ctx.h, { bodyId: unit.bodyId })) {
    if (kind !== 'competition') continue;
    const contest = await findContest(ctx.h, noticeId);
    if (!contest || !offersTo(contest, unit)) continue;
    const span = entrySpanOf(contest.notice);
    const state = spanState(span, ctx.now.day);
    const groupId = groups.find((group) => group.noticeId === noticeId)?.id ?? null;
    if (state === 'closed' && groupId === null) continue;
    items.push({ noticeId, title: contest.notice.title.value, way: wayOf(contest), state, ...span, groupId });
  }
  return { items };
});

const openOne = command(contract.openContestGroup, {
  handle: async (ctx) => {
    const { unitId, noticeId } = ctx.input.body;
    const { unit } = await loadGroupUnit(ctx, unitId);
    if (unit.state !== 'approved') refuse('wrong-state', { state: `unit-${unit.state}` });
    const contest = await loadContest(ctx, noticeId);
    if (!offersTo(contest, unit)) refuse('group-not-offered');
    const id = await openGroupOf(ctx.h, { unitId, bodyId: unit.bodyId, noticeId, createdAt: ctx.now.ms });
    ctx.audit('contest-group-opened', { unitId, noticeId });
    return { id };
  },
  present: presentOwn,
});

const changed = async (
  ctx: Context & { readonly actor: Actor },
  open: OpenGroup,
  set: Parameters<typeof changeGroup>[2],
) => {
  await changeGroup(ctx.h, open.group.id, set);
  const { unitId, noticeId } = open.group;
  ctx.audit('contest-group-changed', { unitId, noticeId }, { fields: Object.keys(set).join(' ') });
  return presentOwn(ctx, open.group.id);
};

const callIt = action(contract.callPackage, {
  handle: async (ctx) => {
    const open = await loadGroup(ctx, ctx.input.params.id);
    const { title } = ctx.input.body;
    if (wayOf(open.contest) !== 'package') refuse('group-not-offered');
    if (packageTitleOf(title) === null) refuse('package-title-wrong');
    return changed(ctx, open, { title });
  },
});

const NOTES = [
  '一人一行。带下拉的列请从下拉里选；证件号码、手机号按文本填写。',
  '把填好的这张表和所有人的蓝底证件照压缩成一个 ZIP，命名为“企业简称+报名人数”，例如“甲安防+32”。',
  '照片用证件号码或姓名命名；同名的人用证件号码，或在最后一列写上照片文件名。',
  '填报前请告知每位选手：报什么、由谁填报、信息用于竞赛报名和组织，本人可以要求更正或退出。',
];

const template = download(contract.downloadPackageTemplate, {
  find: async (ctx) => {
    const open = await loadGroup(ctx, ctx.input.params.id);
    return wayOf(open.contest) === 'package' ? open : refuse('group-not-offered');
  },
  render: async (_, { contest }) => {
    const columns = groupColumns(contest.rule);
    const notes = [contest.notice.title.value, ...NOTES];
    const blank = { title: '团体报名名单（附件1、附件2）', notes, columns, rows: [], blankRows: 300 };
    const bytes = await writeSheet({ ...blank, example: groupExample(contest.rule) });
    return {
      bytes,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: '团体报名名单.xlsx',
    };
  },
});

const entrants = query(contract.listGroupEntrants, async (ctx) => {
  const { group } = await loadGroup(ctx, ctx.input.params.id);
  const { cursor, limit = DEFAULT_PAGE } = ctx.input.query;
  const [after = ''] = cursorIn(cursor, 1) ?? [];
  const rows = (await entriesOfUnit(ctx.h, group)).filter(({ id }) => id > String(after));
  const page = pageOf(rows.slice(0, limit + 1), limit, ({ id }) => [id]);
  return {
    next: page.next,
    items: page.items.map((entry) => ({
      id: entry.id,
      name: entry.name,
      documentTail: openEntry(ctx.ports.crypto, entry).documentNumber.slice(-4),
      state: entry.state,
      undecided: waitsForStaff(entry),
      reason: wordIn(ctx, entry, 'decisionReason'),
      photoUrl: entry.photo && ctx.ports.files.link(entry.photo.fileId),
    })),
  };
});

const tick = action(contract.tickGroupStep, {
  handle: async (ctx) => {
    const open = await loadGroup(ctx, ctx.input.params.id);
    refuseWhen(refuseClosedGroup(open, ctx.now.day));
    const text = stepsOf(open.contest.notice, 'group')[ctx.input.params.step - 1]?.text ?? refuse('not-found');
    const others = open.group.ticks.filter((one) => one.text !== text);
    return changed(ctx, open, { ticks: ctx.input.body.done ? [...others, { text, on: ctx.now.day }] : others });
  },
});

const note = action(contract.noteGroup, {
  handle: async (ctx) => {
    const open = await loadGroup(ctx, ctx.input.params.id);
    const closed = refuseClosedGroup(open, ctx.now.day);
    // what became of it is noted after closing too
    if (closed && closed.refused !== 'too-late') refuseWhen(closed);
    const { registeredOn } = ctx.input.body;
    if (registeredOn !== null && registeredOn > ctx.now.day) refuse('invalid-input', { issues: ['body.registeredOn'] });
    return changed(ctx, open, ctx.input.body);
  },
});

export const routes: Route[] = [
  list,
  openOne,
  query(contract.getContestGroup, (ctx) => presentOwn(ctx, ctx.input.params.id)),
  callIt,
  template,
  entrants,
  tick,
  note,
];
