import { rosterRows, rosters as contract } from '@jikaotong/shared/contract';
import { findFile } from '../../platform/files';
import {
  type Actor,
  type Context,
  type Route,
  action,
  command,
  download,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { findTicketBatch, renderTicketsOf } from '../sittings';
import { MENDABLE, findForm, measureOwnPhoto, renderForm } from '../applications';
import { attachFile } from '../candidates';
import { writeSheet } from '../../platform/sheets';
import { photoRuleSentence, remarkSentence, rowStandsWord } from '@jikaotong/shared/words';
import { addRows } from './add-rows';
import { conditionsOf } from './condition-words';
import {
  type Member,
  type OpenRoster,
  judgeMember,
  loadRoster,
  memberOf,
  membersOf,
  refuseClosed,
  toldBy,
} from './own-roster';
import { JUDGED_COLUMNS, exampleOf, rosterColumns } from './roster-columns';
import { refuseMending } from './mending';
import { awaitsMember, openRemarks, presentRowDetail } from './roster.presenter';
import { changeRow, findRosterRow, touch } from './roster.repository';
import { valuesOf } from './row-values';
import { removeRow, rewriteRow, toldIn } from './write-row';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };
type Placed = OpenRoster & { readonly member: Member };

/** A row of a roster that one may see. */
async function loadRow(ctx: Asked, { id, rowId }: { readonly id: string; readonly rowId: string }): Promise<Placed> {
  const open = await loadRoster(ctx, id);
  const row = (await findRosterRow(ctx.h, open.roster.id, rowId)) ?? refuse('not-found');
  const member = (await memberOf(ctx.h, row)) ?? refuse('not-found');
  return { ...open, member };
}

const presentOwn = async (ctx: Asked, params: { id: string; rowId: string }) => {
  const { member, ...open } = await loadRow(ctx, params);
  return presentRowDetail(ctx, open, member);
};

const get = query(rosterRows.getRosterRow, (ctx) => presentOwn(ctx, ctx.input.params));

const add = command(rosterRows.addRosterRow, {
  handle: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    refuseWhen(refuseClosed(open, ctx.now.day));
    const told = toldIn(ctx, open, ctx.input.body.values);
    const [id] = await addRows(ctx, open, [{ told, standing: null }]);
    await touch(ctx.h, open.roster.id);
    return { id: id ?? refuse('row-twice') };
  },
  present: (ctx, rowId) => presentOwn(ctx, { id: ctx.input.params.id, rowId }),
});

const change = action(rosterRows.changeRosterRow, {
  before: async (outside) => {
    const { photoFileId } = outside.input.body;
    return photoFileId ? measureOwnPhoto(outside, outside.actor.accountId, photoFileId) : null;
  },
  handle: async (ctx, photo) => {
    const { member, ...open } = await loadRow(ctx, ctx.input.params);
    await refuseMending(ctx, open, member);
    const { values } = ctx.input.body;
    const told = values && toldIn(ctx, open, values);
    const written = { told, photo, agentId: ctx.actor.accountId };
    if (!(await rewriteRow(ctx, open, member.row.id, ctx.ifMatch, written))) refuse('row-twice');
    await touch(ctx.h, open.roster.id);
    return presentOwn(ctx, ctx.input.params);
  },
});

const remove = action(rosterRows.removeRosterRow, {
  handle: async (ctx) => {
    const { member, ...open } = await loadRow(ctx, ctx.input.params);
    if (open.unit.state !== 'approved') refuse('wrong-state', { state: `unit-${open.unit.state}` });
    await removeRow(ctx, member.row);
    await touch(ctx.h, open.roster.id);
    return { done: true as const };
  },
});

const form = download(rosterRows.downloadRosterForm, {
  find: async (ctx) => {
    const { member } = await loadRow(ctx, ctx.input.params);
    return findForm(ctx, member.application, 'application-form');
  },
  render: renderForm,
});

const takeForm = command(rosterRows.takeSignedForm, {
  handle: async (ctx) => {
    const { member, ...open } = await loadRow(ctx, ctx.input.params);
    const { fileId, version } = ctx.input.body;
    await refuseMending(ctx, open, member);
    const { row, application } = member;
    if (!MENDABLE.includes(application.state)) refuse('wrong-state', { state: application.state });
    if (application.version !== version) refuse('changed-meanwhile');
    // a form that was signed before does not stand for what is called wrong since
    if (row.disputedAt !== null) refuse('wrong-state', { state: 'row-disputed' });
    const file = await findFile(ctx.h, fileId);
    if (file?.ownerAccountId !== ctx.actor.accountId || file.purpose !== 'document')
      refuse('file-refused', { fileId, reason: 'not-yours' });
    await attachFile(ctx.h, row.id, fileId);
    await changeRow(ctx.h, row.id, { confirmedBy: 'form', confirmedAt: ctx.now.ms, formFileId: fileId });
    ctx.audit('roster-row-confirmed', { applicationId: row.id }, { by: 'form' });
    return { id: row.id };
  },
  present: (ctx) => presentOwn(ctx, ctx.input.params),
});

const NOTES = [
  '一人一行。带下拉的列请从下拉里选；证件号码、手机号按文本填写。',
  '身份证可以不填出生日期和性别。没有的工作、证书、学历留空。',
];

const photoNote = ({ frame: { notice } }: OpenRoster): string =>
  `照片另外打成 ZIP，用证件号码或姓名命名${notice.photo ? `；照片要求：${photoRuleSentence(notice.photo)}` : ''}。`;

const template = download(contract.downloadRosterTemplate, {
  find: (ctx) => loadRoster(ctx, ctx.input.params.id),
  render: async (_, open) => {
    const columns = rosterColumns(open);
    const blank = {
      title: `${open.frame.sessionName} 集体报名名单`,
      notes: [...NOTES, photoNote(open), ...routeNotes(open)],
      columns,
    };
    const bytes = await writeSheet({ ...blank, rows: [], blankRows: 300, example: exampleOf(columns, open) });
    return { bytes, type: XLSX, name: '集体报名名单模板.xlsx' };
  },
});

/** The printed conditions by their numbers, a line an offering. */
const routeNotes = (open: OpenRoster): string[] => {
  const conditions = conditionsOf(open);
  return [...new Set(conditions.map(({ of }) => of))].map((offering) => {
    const own = conditions.filter(({ of }) => of === offering).map(({ text }) => text);
    return `${offering}的申报条件：${own.join(' ')}`.slice(0, 900);
  });
};

const current = download(contract.downloadRoster, {
  find: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const rows = (await membersOf(ctx.h, open.roster.id)).map((member) => {
      const { row, application } = member;
      const isOpen = MENDABLE.includes(application.state);
      const judged = isOpen ? judgeMember(ctx, member, open.frame) : null;
      return {
        ...valuesOf(toldBy(ctx, application), open),
        verdict: isOpen
          ? rowStandsWord({ standing: judged?.standing ?? row.standing, awaitsMember: awaitsMember(open, member) })
          : '已提交',
        why: [...openRemarks(ctx, member).map(remarkSentence), ...(judged?.reasons ?? [])].join('；'),
      };
    });
    ctx.audit('list-exported', { unitId: open.unit.id }, { count: rows.length });
    return { open, rows };
  },
  render: async (_, { open, rows }) => {
    const columns = [...rosterColumns(open), ...JUDGED_COLUMNS];
    const title = `${open.frame.sessionName} 集体报名名单`;
    const notes = ['改好后可以直接上传这张表，“判定”和“原因”两列不读。'];
    return { bytes: await writeSheet({ title, notes, columns, rows }), type: XLSX, name: '集体报名名单.xlsx' };
  },
});

const tickets = download(contract.downloadRosterTickets, {
  find: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const members = await membersOf(ctx.h, open.roster.id);
    const ids = members.map(({ application }) => application.participantId);
    const found = await findTicketBatch(ctx, ids);
    ctx.audit(
      'seats-printed',
      { unitId: open.unit.id, sessionId: open.roster.sessionId },
      { tickets: found.parts.length },
    );
    return { found, title: `准考证-${open.unit.name}` };
  },
  render: async (outside, { found, title }) => ({
    bytes: await renderTicketsOf(outside, title, found),
    type: 'application/pdf',
    name: `${title}.pdf`,
  }),
});

export const routes: Route[] = [get, add, change, remove, form, takeForm, template, current, tickets];
