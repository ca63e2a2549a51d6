import { rosterResults as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, download, pdfFile, query, refuse } from '../../platform/http';
import { presentOffering } from '../applications';
import { groupNoticeOf, handOversOf, waysOf } from '../certificates';
import { outcomesOf } from '../results';
import { findTicketBatch, handOutOf, ticketsOf, zipTicketsOf } from '../sittings';
import { type Member, type OpenRoster, loadRoster, membersOf, toldBy } from './own-roster';

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

/** Whoever was handed in, in the order of the roster; drafts took no part. */
async function takingPart(ctx: Asked, id: string): Promise<OpenRoster & { readonly members: readonly Member[] }> {
  const open = await loadRoster(ctx, id);
  const members = (await membersOf(ctx.h, open.roster.id)).filter(
    ({ application }) => application.firstSubmittedOn !== null && application.unitId === open.unit.id,
  );
  return { ...open, members };
}

const participantsOf = (members: readonly Member[]) => members.map(({ application }) => application.participantId);

const certificatesOf = ({ h }: Pick<Context, 'h'>, { roster, members }: Awaited<ReturnType<typeof takingPart>>) =>
  handOversOf(h, { sessionId: roster.sessionId, candidateIds: members.map(({ row }) => row.id) });

/** Whether the notice lets units fetch the certificates of their people. */
const fetchesOf = async ({ h }: Pick<Context, 'h'>, { roster }: OpenRoster): Promise<boolean> =>
  (await waysOf(h, roster.sessionId)).some(({ method }) => method === 'unit-list');

const results = query(contract.getRosterResults, async (ctx) => {
  const found = await takingPart(ctx, ctx.input.params.id);
  const { unit, frame, members, roster } = found;
  const outcomes = await outcomesOf(
    ctx.h,
    members.map(({ application }) => application),
  );
  const tickets = new Set((await ticketsOf(ctx.h, participantsOf(members))).map(({ participantId }) => participantId));
  const certificates = await certificatesOf(ctx, found);
  ctx.audit('roster-results-seen', { unitId: unit.id, sessionId: roster.sessionId }, { count: members.length });
  return {
    unitName: unit.name,
    sessionName: frame.sessionName,
    unitFetches: await fetchesOf(ctx, found),
    rows: members.map(({ row, application }) => {
      const { name, documentNumber } = toldBy(ctx, application).candidate;
      const published = outcomes.get(row.id);
      const held = certificates.get(row.id);
      return {
        id: row.id,
        position: row.position,
        name: name ?? '',
        documentTail: documentNumber?.slice(-4) ?? '',
        offering: presentOffering(frame, application.offeringCode),
        hasTicket: tickets.has(application.participantId),
        outcome: published?.outcome ?? null,
        // the marks are the member's own
        marks: published && row.marksSharedAt !== null ? [...published.subjects] : null,
        certificate: held
          ? { number: held.certificate.number, handOver: held.handOver, collectedOn: held.collectedOn }
          : null,
      };
    }),
  };
});

const files = download(contract.downloadRosterTicketFiles, {
  find: async (ctx) => {
    const { members, unit, roster } = await takingPart(ctx, ctx.input.params.id);
    const found = await findTicketBatch(ctx, participantsOf(members));
    const about = { unitId: unit.id, sessionId: roster.sessionId };
    ctx.audit('seats-printed', about, { tickets: found.parts.length });
    return { found, name: `准考证-${unit.name}.zip` };
  },
  render: async (outside, { found, name }) => ({
    bytes: await zipTicketsOf(outside, found),
    type: 'application/zip',
    name,
  }),
});

const handOut = download(contract.downloadRosterHandOut, {
  find: async (ctx) => {
    const open = await takingPart(ctx, ctx.input.params.id);
    const { members, unit, roster, frame } = open;
    const tickets = new Map(
      (await ticketsOf(ctx.h, participantsOf(members))).map((ticket) => [ticket.participantId, ticket.number]),
    );
    const holders = members.flatMap(({ application }) => {
      const ticketNumber = tickets.get(application.participantId);
      const { name, documentType, documentNumber } = toldBy(ctx, application).candidate;
      if (ticketNumber === undefined || name === null || documentType === null) return [];
      const offering = open.offeringNames.get(application.offeringCode) ?? '';
      return [
        { name, ticketNumber, entrantNumber: null, documentType, documentNumber: documentNumber ?? '', offering },
      ];
    });
    const about = { unitId: unit.id, sessionId: roster.sessionId };
    ctx.audit('seats-printed', about, { print: 'hand-out', seats: holders.length });
    const of = { bodyId: roster.bodyId, examName: frame.sessionName, unitName: unit.name, ofStage: false, holders };
    return { print: await handOutOf(ctx, of), unit };
  },
  render: async ({ ports }, { print, unit }) =>
    pdfFile(`${print.title}-${unit.name}`, await ports.pdf.renderPrint(print, new Map())),
});

const certificateList = download(contract.downloadRosterCertificateList, {
  find: async (ctx) => {
    const open = await takingPart(ctx, ctx.input.params.id);
    if (!(await fetchesOf(ctx, open))) refuse('collection-not-offered', { ways: [] });
    const held = await certificatesOf(ctx, open);
    const certificates = open.members.flatMap(({ row }) => held.get(row.id)?.certificate ?? []);
    if (certificates.length === 0) refuse('no-certificates');
    const about = { unitId: open.unit.id, sessionId: open.roster.sessionId };
    ctx.audit('certificates-printed', about, { print: 'unit-notices', certificates: certificates.length });
    const of = { unit: open.unit.name, certificates };
    return { print: await groupNoticeOf(ctx, { name: open.frame.sessionName }, of), unit: open.unit };
  },
  render: async ({ ports }, { print, unit }) =>
    pdfFile(`领证通知单-${unit.name}`, await ports.pdf.renderPrint(print, new Map())),
});

export const routes: Route[] = [results, files, handOut, certificateList];
