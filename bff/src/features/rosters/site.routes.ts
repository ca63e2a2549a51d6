import { type RosterSiteView, rosterSites as contract } from '@jikaotong/shared/contract';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { groupsApply } from '@jikaotong/shared/rules/units';
import { type Actor, type Context, type Route, action, bodiesOf, query, refuse, upload } from '../../platform/http';
import { runningImport } from '../../platform/sheet-imports';
import { readLayout } from '../../platform/sheets';
import { findUnitOfBodies } from '../units';
import { LIST_NEEDS, suggestedMapping } from './list-columns';
import { loadSite } from './list-import';
import { type Member, type OpenRoster, membersOf, toldBy } from './own-roster';
import { LIST_SHEET, rosterColumns } from './roster-columns';
import { findRoster, findRosterRow, rostersOfUnit } from './roster.repository';
import { givenByHand } from './signed-scan.presenter';
import { takenPages } from './signed-scan.repository';
import { changeSite, mappingOf, noteOriginal, originalsOf, saveMapping, siteOf } from './site.repository';
import { findFrame } from '../applications';

type Asked = Pick<Context, 'h'> & { readonly actor: Actor };

const LIVE = statesThatAre('live');

const stepsOf = ({ frame }: OpenRoster) =>
  frame.notice.applicationMethods.find(({ who, where }) => who === 'group' && where === 'elsewhere');

async function present(ctx: Asked, open: OpenRoster): Promise<RosterSiteView> {
  const { roster, unit } = open;
  const rule = groupsApply(open.frame.notice) ?? refuse('group-not-offered');
  const site = await siteOf(ctx.h, roster.id);
  const method = stepsOf(open);
  const live = (await membersOf(ctx.h, roster.id)).filter(({ application }) => LIVE.includes(application.state));
  const received = await originalsOf(
    ctx.h,
    live.map(({ row }) => row.id),
  );
  return {
    text: rule.text,
    source: { ...rule.source },
    url: method?.url ?? null,
    steps: (method?.steps ?? []).map(({ text, source }) => ({
      text,
      source: { ...source },
      doneOn: site.ticks.find((tick) => tick.text === text)?.on ?? null,
    })),
    reference: site.reference,
    handedInOn: site.handedInOn,
    keys: rosterColumns(open).map(({ key, header }) => ({
      key,
      header,
      required: LIST_NEEDS.some((need) => need === key),
    })),
    mapping: await mappingOf(ctx.h, unit.id),
    originals: { received: received.size, of: live.length },
    runningImport: await runningImport(ctx.h, { sheet: LIST_SHEET, subjectId: roster.id }),
  };
}

/** Of a unit that is approved: the others look, and do nothing. */
async function loadToChange(ctx: Asked, id: string): Promise<OpenRoster> {
  const open = await loadSite(ctx, id);
  return open.unit.state === 'approved' ? open : refuse('wrong-state', { state: `unit-${open.unit.state}` });
}

const noted = (ctx: Context, { roster }: OpenRoster, fields: string): void =>
  ctx.audit('roster-site-changed', { unitId: roster.unitId, sessionId: roster.sessionId }, { fields });

const get = query(contract.getRosterSite, async (ctx) => present(ctx, await loadSite(ctx, ctx.input.params.id)));

const tick = action(contract.tickRosterStep, {
  handle: async (ctx) => {
    const open = await loadToChange(ctx, ctx.input.params.id);
    const text = stepsOf(open)?.steps[ctx.input.params.step - 1]?.text ?? refuse('not-found');
    const others = (await siteOf(ctx.h, open.roster.id)).ticks.filter((one) => one.text !== text);
    const ticks = ctx.input.body.done ? [...others, { text, on: ctx.now.day }] : others;
    await changeSite(ctx.h, open.roster.id, { ticks });
    noted(ctx, open, 'ticks');
    return present(ctx, open);
  },
});

const note = action(contract.noteRosterSite, {
  handle: async (ctx) => {
    const open = await loadToChange(ctx, ctx.input.params.id);
    const { handedInOn } = ctx.input.body;
    if (handedInOn !== null && handedInOn > ctx.now.day) refuse('invalid-input', { issues: ['body.handedInOn'] });
    await changeSite(ctx.h, open.roster.id, ctx.input.body);
    noted(ctx, open, 'reference handedInOn');
    return present(ctx, open);
  },
});

const headers = upload(contract.readListHeaders, {
  keep: async (outside, { bytes }) => {
    const { actor, input } = outside;
    const [open, known] = await outside.read(async (h) => {
      const found = await loadSite({ h, actor }, input.params.id);
      return [found, await mappingOf(h, found.unit.id)] as const;
    });
    const layout = await readLayout(bytes);
    if (!layout.ok) return refuse('file-refused', { reason: layout.error });
    const own = layout.value.headers.filter((header) => header !== '');
    const stands = known !== null && Object.values(known).every((header) => own.includes(header));
    return { headers: own, suggested: { ...(stands ? known : suggestedMapping(own, rosterColumns(open))) } };
  },
  handle: (_, read) => Promise.resolve({ headers: [...read.headers], suggested: read.suggested }),
});

const map = action(contract.mapList, {
  handle: async (ctx) => {
    const open = await loadToChange(ctx, ctx.input.params.id);
    const { columns } = ctx.input.body;
    const keys = new Set(rosterColumns(open).map(({ key }) => key));
    const isWhole = LIST_NEEDS.every((need) => columns[need] !== undefined);
    const isDistinct = new Set(Object.values(columns)).size === Object.keys(columns).length;
    if (!isWhole || !isDistinct || Object.keys(columns).some((key) => !keys.has(key))) refuse('list-not-mapped');
    await saveMapping(ctx.h, open.unit.id, { columns, changedAt: ctx.now.ms });
    noted(ctx, open, 'columns');
    return present(ctx, open);
  },
});

const staffRosters = query(contract.listStaffRosters, async (ctx) => {
  const bodies = bodiesOf(ctx.actor, contract.listStaffRosters.who);
  const unit = (await findUnitOfBodies(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
  const items = [];
  for (const roster of await rostersOfUnit(ctx.h, unit.id)) {
    const frame = await findFrame(ctx.h, roster.sessionId);
    if (!frame) continue;
    const originals = groupsApply(frame.notice)?.where === 'elsewhere';
    const members = await membersOf(ctx.h, roster.id);
    const received = await originalsOf(
      ctx.h,
      members.map(({ row }) => row.id),
    );
    const waiting = members.filter(({ application }) => application.state === 'submitted');
    const given = waiting.length > 0 ? givenByHand(waiting, await takenPages(ctx.h, roster.id)) : [];
    items.push({
      id: roster.id,
      sessionId: roster.sessionId,
      sessionName: frame.sessionName,
      waiting: waiting.length,
      originals,
      firstReviewedAt: roster.firstReviewedAt,
      byHand: given.map(({ member, fileId }) => ({ ...whoIs(ctx, member), url: ctx.ports.files.link(fileId) })),
      rows: (originals ? members : []).map((member) => ({
        ...whoIs(ctx, member),
        state: member.application.state,
        receivedAt: received.get(member.row.id) ?? null,
      })),
    });
  }
  return { items };
});

function whoIs(ctx: Pick<Context, 'ports'>, { row, application }: Member) {
  const { name, documentNumber } = toldBy(ctx, application).candidate;
  return { id: row.id, name: name ?? '', documentTail: documentNumber?.slice(-4) ?? '' };
}

const original = action(contract.tickRosterOriginal, {
  handle: async (ctx) => {
    const { id, rowId } = ctx.input.params;
    const roster = await findRoster(ctx.h, id);
    if (!roster || !bodiesOf(ctx.actor, contract.tickRosterOriginal.who).includes(roster.bodyId))
      return refuse('not-found');
    const row = (await findRosterRow(ctx.h, id, rowId)) ?? refuse('not-found');
    const { received } = ctx.input.body;
    const by = { receivedAt: ctx.now.ms, receivedBy: ctx.actor.accountId };
    await noteOriginal(ctx.h, row.id, received ? by : null);
    ctx.audit('original-arrived', { applicationId: row.id }, { received });
    return { done: true as const };
  },
});

export const routes: Route[] = [get, tick, note, headers, map, staffRosters, original];
