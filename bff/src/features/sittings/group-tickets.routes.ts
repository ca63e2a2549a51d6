import { groupTickets as contract } from '@jikaotong/shared/contract';
import { examDayWords } from '@jikaotong/shared/words';
import { type Actor, type Context, type Route, download, pdfFile, query, refuse } from '../../platform/http';
import { contestStagesOf, entriesOfUnit, loadGroup } from '../contests';
import { drawnPlaces, drawnPlacesFor } from '../draws';
import { admittedOf, participantsIn } from '../participants';
import { findExamDay, offeringNamesOf } from '../sessions';
import { rosterNumbersOf } from '../stages';
import { placesIn } from './group-places';
import { handOutOf } from './hand-out';
import { ticketsOf } from './sitting.repository';
import { placesOfUnit } from './unit-places';
import { findTicketBatch, renderTicketsOf, zipTicketsOf } from './ticket-batch';

type Asked = Pick<Context, 'h'> & { readonly actor: Actor };

const list = query(contract.listGroupTickets, async (ctx) => {
  const { group } = await loadGroup(ctx, ctx.input.params.id);
  const places = await placesOfUnit(ctx.h, group);
  const items = [];
  for (const { id: stageId } of await contestStagesOf(ctx.h, group.noticeId)) {
    const stage = await findExamDay(ctx.h, stageId);
    const tickets = stage ? (await ticketsOf(ctx.h, places.get(stageId) ?? [])).length : 0;
    if (stage && tickets > 0) items.push({ stageId, name: stage.name, day: stage.examStart, tickets });
  }
  return { items };
});

const places = query(contract.listGroupPlaces, async (ctx) => {
  const { group, unit, contest, by } = await loadGroup(ctx, ctx.input.params.id);
  const entries = (await entriesOfUnit(ctx.h, group)).filter(({ state }) => state === 'entered');
  const there = await participantsIn(
    ctx.h,
    entries.map(({ id }) => id),
  );
  const ids = new Map((await contestStagesOf(ctx.h, group.noticeId)).map(({ id, stage }) => [stage, id]));
  const last = contest.rule.stages.at(-1)?.code;
  const stages = [];
  for (const { code, name } of contest.rule.stages) {
    const stageId = ids.get(code);
    if (stageId === undefined) continue;
    const people = await placesIn(ctx.h, stageId, {
      people: entries.map(({ id, name }) => ({
        id,
        name,
        participantId: there.get(id)?.find((one) => one.eventId === stageId && one.state === 'approved')?.id,
      })),
      drawn: () => placesFor(ctx, stageId, by),
    });
    if (people.length > 0) stages.push({ stageId, name, isLast: code === last, people });
  }
  return { unitName: unit.name, stages };
});

/** A unit is told where its own people start, staff only who may know whose place is whose. */
const placesFor = (ctx: Asked, stageId: string, by: 'agent' | 'staff') =>
  by === 'agent' ? drawnPlaces(ctx.h, stageId) : drawnPlacesFor(ctx.h, stageId, ctx.actor.accountId);

/** A stage of the group's competition, with whom the group has in it; any other does not exist. */
async function stageOf(
  ctx: Asked & { readonly input: { readonly params: { readonly id: string; readonly stageId: string } } },
) {
  const { id, stageId } = ctx.input.params;
  const { group, unit, by } = await loadGroup(ctx, id);
  const stage = await findExamDay(ctx.h, stageId);
  if (stage?.kind !== 'stage' || stage.noticeId !== group.noticeId) return refuse('not-found');
  return { stage, unit, by, participantIds: (await placesOfUnit(ctx.h, group)).get(stageId) ?? [] };
}

type OfStage = Context & Parameters<typeof stageOf>[0];

async function batchOf(ctx: OfStage) {
  const { stage, unit, by, participantIds } = await stageOf(ctx);
  const found = await findTicketBatch(ctx, participantIds, await placesFor(ctx, stage.id, by));
  ctx.audit('seats-printed', { unitId: unit.id, sessionId: stage.id }, { tickets: found.parts.length });
  return { found, title: `${examDayWords(true).ticket}-${unit.name}` };
}

const tickets = download(contract.downloadGroupTickets, {
  find: batchOf,
  render: async (outside, { found, title }) => ({
    bytes: await renderTicketsOf(outside, title, found),
    type: 'application/pdf',
    name: `${title}.pdf`,
  }),
});

const files = download(contract.downloadGroupTicketFiles, {
  find: batchOf,
  render: async (outside, { found, title }) => ({
    bytes: await zipTicketsOf(outside, found),
    type: 'application/zip',
    name: `${title}.zip`,
  }),
});

const handOut = download(contract.downloadGroupHandOut, {
  find: async (ctx) => {
    const { stage, unit, participantIds } = await stageOf(ctx);
    const numbers = new Map((await ticketsOf(ctx.h, participantIds)).map((one) => [one.participantId, one.number]));
    const entrantNumbers = await rosterNumbersOf(ctx.h, participantIds);
    const offerings = await offeringNamesOf(ctx.h, stage.id);
    const holders = (await admittedOf(ctx.h, ctx.ports.crypto, participantIds)).flatMap((one) => {
      const ticketNumber = numbers.get(one.participantId);
      if (ticketNumber === undefined) return [];
      const entrantNumber = entrantNumbers.get(one.participantId) ?? null;
      return [{ ...one, ticketNumber, entrantNumber, offering: offerings.get(one.offeringCode) ?? '' }];
    });
    ctx.audit('seats-printed', { unitId: unit.id, sessionId: stage.id }, { print: 'hand-out', seats: holders.length });
    const of = { bodyId: stage.bodyId, examName: stage.name, unitName: unit.name, ofStage: true, holders };
    return { print: await handOutOf(ctx, of), unitName: unit.name };
  },
  render: async ({ ports }, { print, unitName }) =>
    pdfFile(`${print.title}-${unitName}`, await ports.pdf.renderPrint(print, new Map())),
});

export const routes: Route[] = [list, places, tickets, files, handOut];
