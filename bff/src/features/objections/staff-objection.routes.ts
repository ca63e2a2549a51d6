import { objections as contract } from '@jikaotong/shared/contract';
import { objectionList } from '@jikaotong/shared/lists';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Actor, type Context, type Route, bodiesOf, command, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { loadNoticeVersion } from '../notices';
import { findParticipants } from '../participants';
import { offeringViewOf, windowsFor } from '../sessions';
import { staffSession } from '../sittings';
import { objectionSource } from './objection-list.repository';
import { presentForStaff } from './objection.presenter';
import { type Objection, findObjectionIn, waitingIn } from './objection.repository';
import { decideObjection, settleObjection } from './objections';

type Staff = Context & { readonly actor: Actor };
const { who } = contract.getStaffObjection;

const load = async ({ h, actor }: Pick<Staff, 'h' | 'actor'>, id: string): Promise<Objection> =>
  (await findObjectionIn(h, bodiesOf(actor, who), id)) ?? refuse('not-found');

const getStanding = query(contract.getPublicityStanding, async (ctx) => {
  const session = await staffSession(ctx, contract.getPublicityStanding.who);
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const waiting = await waitingIn(ctx.h, session.id);
  const people = new Map(
    (await findParticipants(ctx.h, [...new Set(waiting.map(({ participantId }) => participantId))])).map((one) => [
      one.id,
      one,
    ]),
  );
  return {
    sessionName: session.name,
    offerings: session.publications
      .filter(({ on }) => on !== null)
      .map(({ offeringCode, publicityClosedAt }) => ({
        offering: offeringViewOf(notice, offeringCode),
        ...spanOf(windowsFor(session, offeringCode), 'publicity'),
        closedAt: publicityClosedAt,
        waiting: [...new Map(waiting.map((one) => [one.participantId, one])).values()]
          .filter(({ participantId }) => people.get(participantId)?.offeringCode === offeringCode)
          .map(({ participantId, ticketNumber }) => ({ ticketNumber, name: people.get(participantId)?.name ?? '' })),
      })),
  };
});

const present = async (ctx: Staff, id: string) => presentForStaff(ctx, await load(ctx, id));

const get = query(contract.getStaffObjection, (ctx) => present(ctx, ctx.input.params.id));

const decide = command(contract.decideObjection, {
  handle: async (ctx) => {
    const objection = await load(ctx, ctx.input.params.id);
    await decideObjection(ctx, objection, ctx.input.body);
    return { id: objection.id };
  },
  present,
});

const settle = command(contract.settleObjection, {
  handle: async (ctx) => {
    const objection = await load(ctx, ctx.input.params.id);
    await settleObjection(ctx, objection, ctx.input.body.settlement);
    return { id: objection.id };
  },
  present,
});

const list = serveList(objectionList, objectionSource);

export const routes: Route[] = [getStanding, ...list.routes, get, decide, settle];
