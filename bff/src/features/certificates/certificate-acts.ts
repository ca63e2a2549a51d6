import { certificateList } from '@jikaotong/shared/lists';
import { refuse, refuseWhen } from '../../platform/http';
import type { ActContext, ActOn } from '../../platform/lists';
import { lockSession } from '../sessions';
import type { Certificate } from './certificate.record';
import { findCertificate, unitsFetching } from './certificate.repository';
import { collected, recipientIn, register, tellReady, uncollect, unregister, waysOf } from './collect';
import { judgeUnitList, judgeWay } from './collection.policy';

const { acts } = certificateList;

/** What is done to many certificates at once; each refuses as it does alone. */
export const certificateActs: { readonly [K in keyof typeof acts]: ActOn } = {
  tell: async (ctx, { id }, needs) => {
    await tellReady(ctx, await locked(ctx, id), acts.tell.needs.parse(needs));
    return 0;
  },
  collect: async (ctx, { id }, needs) => {
    const told = acts.collect.needs.parse(needs);
    const certificate = await locked(ctx, id);
    refuseWhen(judgeWay(await waysOf(ctx.h, certificate.sessionId), told.method));
    const taking = { method: told.method, accountId: ctx.actor.accountId };
    if (told.method === 'in-person') await collected(ctx, certificate, taking);
    else {
      refuseWhen(judgeUnitList(await unitsFetching(ctx.h, { id, selectionId: ctx.selectionId })));
      await collected(ctx, certificate, { ...taking, set: recipientIn(ctx, certificate, told.agent) });
    }
    return 0;
  },
  uncollect: async (ctx, { id }) => {
    await uncollect(ctx, await locked(ctx, id));
    return 0;
  },
  register: async (ctx, { id }) => {
    await register(ctx, await locked(ctx, id), ctx.actor.accountId);
    return 0;
  },
  unregister: async (ctx, { id }) => {
    await unregister(ctx, await locked(ctx, id));
    return 0;
  },
};

/** One of the list's own session, which is locked: certificates of a session come and go one at a time. */
async function locked(ctx: ActContext, id: string): Promise<Certificate> {
  await lockSession(ctx.h, ctx.withinId);
  const certificate = await findCertificate(ctx.h, id);
  return certificate?.sessionId === ctx.withinId ? certificate : refuse('not-found');
}
