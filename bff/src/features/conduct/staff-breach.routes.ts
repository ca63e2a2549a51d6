import { breachCases as contract } from '@jikaotong/shared/contract';
import { breachList } from '@jikaotong/shared/lists';
import { laterOf } from '@jikaotong/shared/kernel';
import { offeringOf } from '@jikaotong/shared/notice';
import { type Actor, type Context, bodiesOf, command, query, refuse, upload } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { findHandedIn } from '../applications';
import { findDoorBreach } from '../invigilation';
import { frameWithConduct } from './body-conduct';
import { breachSource } from './breach-list.repository';
import { presentStaffBreach } from './breach.presenter';
import { addEvidence, keepEvidence, removeEvidence } from './evidence';
import { findBreachIn } from './breach.repository';
import { confirmBreach, decideAppeal, notifyBreach, proposeBreach } from './breach-steps';
import { nameItem, openBreach, openDoorBreach } from './open-breach';
import { printedItem, printedItems } from './printed';

type Staff = Context & { readonly actor: Actor };
const { who } = contract.getStaffBreach;

const load = async ({ h, actor }: Pick<Staff, 'h' | 'actor'>, id: string) =>
  (await findBreachIn(h, bodiesOf(actor, who), id)) ?? refuse('not-found');
const present = async (ctx: Pick<Staff, 'h' | 'ports' | 'now' | 'actor'>, id: string) =>
  presentStaffBreach(ctx, await load(ctx, id));
const handedIn = async ({ h, actor }: Pick<Staff, 'h' | 'actor'>, id: string) =>
  (await findHandedIn(h, bodiesOf(actor, who), id)) ?? refuse('not-found');

const items = query(contract.listBreachItems, async (ctx) => {
  const row = await handedIn(ctx, ctx.input.params.id);
  const { notice } = await frameWithConduct(ctx.h, row);
  const subjects = (offeringOf(notice, row.offeringCode)?.subjects ?? []).map(({ code }) => code);
  return {
    name: row.name ?? '',
    subjects: subjects.filter((code) => row.subjects?.includes(code) ?? true),
    items: printedItems(notice),
    door: await doorPart(ctx, row.participantId),
  };
});

async function doorPart(
  ctx: Staff & { readonly input: { readonly query: { doorActId?: string | undefined } } },
  of: string,
) {
  const { doorActId } = ctx.input.query;
  if (doorActId === undefined) return null;
  const act = await findDoorBreach(ctx, bodiesOf(ctx.actor, who), doorActId);
  if (act?.participantId !== of) return refuse('not-found');
  const { participantId: _, pictureFileId, ...said } = act;
  return { ...said, pictureUrl: pictureFileId === null ? null : ctx.ports.files.link(pictureFileId) };
}

const open = command(contract.openBreach, {
  handle: async (ctx) => {
    const row = await handedIn(ctx, ctx.input.params.id);
    const { warned, doorActId, ...said } = ctx.input.body;
    const frame = await frameWithConduct(ctx.h, row);
    if (printedItem(frame.notice, said.item)?.afterWarning && !warned) refuse('warning-needed');
    const by = { byAccountId: ctx.actor.accountId };
    if (doorActId) return { id: await openDoorBreach(ctx, row, { ...said, ...by, doorActId }) };
    const lastDay = frame.paperDays.reduce((last, { day }) => laterOf(last, day), frame.examEnd);
    const source = ctx.now.day > lastDay ? 'later' : 'desk';
    return { id: await openBreach(ctx, row, { ...said, ...by, source, causeKey: null }) };
  },
  present,
});

const name = command(contract.nameBreachItem, {
  handle: async (ctx) => {
    const breach = await load(ctx, ctx.input.params.id);
    const { warned, ...said } = ctx.input.body;
    const row = await handedIn(ctx, breach.candidateId);
    const { notice } = await frameWithConduct(ctx.h, row, breach.conductId);
    if (printedItem(notice, said.item)?.afterWarning && !warned) refuse('warning-needed');
    await nameItem(ctx, breach, said);
    return { id: breach.id };
  },
  present,
});

const get = query(contract.getStaffBreach, (ctx) => present(ctx, ctx.input.params.id));

const notify = command(contract.notifyBreach, {
  handle: async (ctx) => {
    const breach = await load(ctx, ctx.input.params.id);
    await notifyBreach(ctx, breach);
    return { id: breach.id };
  },
  present,
});

const propose = command(contract.proposeBreach, {
  handle: async (ctx) => {
    const breach = await load(ctx, ctx.input.params.id);
    await proposeBreach(ctx, breach, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: breach.id };
  },
  present,
});

const confirm = command(contract.confirmBreach, {
  handle: async (ctx) => {
    const breach = await load(ctx, ctx.input.params.id);
    await confirmBreach(ctx, breach, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: breach.id };
  },
  present,
});

const decide = command(contract.decideBreachAppeal, {
  handle: async (ctx) => {
    const breach = await load(ctx, ctx.input.params.id);
    await decideAppeal(ctx, breach, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: breach.id };
  },
  present,
});

const side = 'body' as const;

const addFile = upload(contract.addBreachEvidence, {
  keep: (outside, { bytes }) => {
    const { actor, input } = outside;
    return keepEvidence(outside, { bytes, side, load: (h) => load({ h, actor }, input.params.id) });
  },
  handle: async (ctx, file) => {
    const breach = await load(ctx, ctx.input.params.id);
    await addEvidence(ctx, breach, { file, side, accountId: ctx.actor.accountId });
    return present(ctx, breach.id);
  },
});

const removeFile = command(contract.removeBreachEvidence, {
  handle: async (ctx) => {
    const breach = await load(ctx, ctx.input.params.id);
    await removeEvidence(ctx, breach, { evidenceId: ctx.input.params.evidenceId, side });
    return { id: breach.id };
  },
  present,
});

const breaches = serveList(breachList, breachSource);

export const routes = [
  ...breaches.routes,
  items,
  open,
  name,
  get,
  addFile,
  removeFile,
  notify,
  propose,
  confirm,
  decide,
];
