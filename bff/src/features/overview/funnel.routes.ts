import { funnel as contract } from '@jikaotong/shared/contract';
import { applicantList } from '@jikaotong/shared/lists';
import { type Route, bodiesOf, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { offeringNamesOf } from '../sessions';
import { staffSession } from '../sittings';
import { applicantSource } from './applicant-list';
import { funnelOf, partsOf } from './funnel';
import { crowdsOf, silencesOf } from './funnel.repository';

const getFunnel = query(contract.getFunnel, async (ctx) => {
  const session = await staffSession(ctx, contract.getFunnel.who);
  const { by = 'offering' } = ctx.input.query;
  // an employer is sealed with the person: only who sees applications sees them, counted too
  if (by === 'unit' && !bodiesOf(ctx.actor, SEES_EMPLOYERS).includes(session.bodyId)) refuse('forbidden');
  const crowds = await crowdsOf(ctx.h, ctx.ports.crypto, session.id, by);
  const names = by === 'offering' ? await offeringNamesOf(ctx.h, session.id) : new Map<string, string>();
  return {
    steps: funnelOf(crowds),
    parts: partsOf(crowds, (part) => names.get(part) ?? part, by),
    silent: await silencesOf(ctx.h, session.id),
  };
});
const SEES_EMPLOYERS = ['reviewer', 'exam-officer', 'administrator'] as const;

const list = serveList(applicantList, { ...applicantSource, acts: {} });

export const routes: Route[] = [getFunnel, ...list.routes];
