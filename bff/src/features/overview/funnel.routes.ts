import { TellNeeds, funnel as contract, tellings } from '@jikaotong/shared/contract';
import { applicantList, toldList } from '@jikaotong/shared/lists';
import { type JobHandler, type Route, bodiesOf, query, refuse } from '../../platform/http';
import { findSelection, openNeeds, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { offeringNamesOf } from '../sessions';
import { staffSession } from '../sittings';
import { applicantSource } from './applicant-list';
import { funnelOf, partsOf } from './funnel';
import { crowdsOf, silencesOf } from './funnel.repository';
import { previewOf, tellOne } from './tell';
import { stillHelps } from './tell.policy';
import { toldSource } from './told-list';

const getFunnel = query(contract.getFunnel, async (ctx) => {
  const session = await staffSession(ctx, contract.getFunnel.who);
  const { by = 'offering' } = ctx.input.query;
  // an employer is sealed with the person: only who sees applications sees them, counted too
  if (by === 'unit' && !bodiesOf(ctx.actor, SEES_EMPLOYERS).includes(session.bodyId)) refuse('forbidden');
  const crowds = await crowdsOf(ctx.h, ctx.ports.crypto, session.id, by);
  const names = by === 'offering' ? await offeringNamesOf(ctx.h, session.id) : new Map<string, string>();
  const silent = await silencesOf(ctx.h, session.id);
  const stillOpens = stillHelps('ticket', { windows: session.windows, day: ctx.now.day });
  return {
    steps: funnelOf(crowds),
    parts: partsOf(crowds, (part) => names.get(part) ?? part, by),
    // once the exam is over nobody is asked to open a ticket
    silent: stillOpens ? silent : { ...silent, 'ticket-unopened': 0 },
  };
});
const SEES_EMPLOYERS = ['reviewer', 'exam-officer', 'administrator'] as const;

const applicants = serveList(applicantList, { ...applicantSource, acts: { tell: tellOne }, actorNow: staffActor });
const told = serveList(toldList, { ...toldSource, acts: {} });

const previewTelling = query(tellings.previewTelling, async (ctx) => {
  const session = await staffSession(ctx, tellings.previewTelling.who);
  const { selectionId } = ctx.input.params;
  const wanted = { id: selectionId, list: applicantList.name, withinId: session.id };
  const selection = (await findSelection(ctx.h, wanted)) ?? refuse('not-found');
  return previewOf(ctx, session, { selectionId, chosen: TellNeeds.parse(openNeeds(ctx.ports.crypto, selection)) });
});

export const routes: Route[] = [getFunnel, previewTelling, ...applicants.routes, ...told.routes];
export const jobs: readonly JobHandler[] = applicants.jobs;
