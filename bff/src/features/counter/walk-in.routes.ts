import { counter as contract, slips } from '@jikaotong/shared/contract';
import { type Route, bodiesOf, command, refuse, refuseWhen } from '../../platform/http';
import { findFrame, openDraftOfNobody, presentOwnApplication, withdrawApplication } from '../applications';
import { findSessionIn } from '../sessions';
import { daysOf, lockedClerksOwn, presentOwn } from './at-counter';
import { claim } from './claim';
import { refuseWindow } from './counter-days';
import { putSlip } from './slip.repository';

const CLERKS = contract.enterWalkIn.who;

/** The application belongs to nobody until the candidate claims it. */
const enter = command(contract.enterWalkIn, {
  handle: async (ctx) => {
    const { sessionId, offeringCode } = ctx.input.body;
    const session = await findSessionIn(ctx.h, bodiesOf(ctx.actor, CLERKS), sessionId);
    const frame = session?.state === 'published' ? await findFrame(ctx.h, session.id) : null;
    if (!frame) return refuse('not-found');
    if (!frame.offeringCodes.includes(offeringCode)) refuse('offering-unknown', { offeringCode });
    const days = (await daysOf(ctx, frame)) ?? refuse('counter-not-offered');
    refuseWhen(refuseWindow(frame.windows, days, ctx.now.day));
    const id = await openDraftOfNobody(ctx, { frame, offeringCode });
    await putSlip(ctx.h, { candidateId: id, bodyId: frame.bodyId, walkIn: true, nowMs: ctx.now.ms });
    // agreed by word of mouth, to this clerk
    ctx.audit('walk-in-entered', { applicationId: id }, { consents: ctx.input.body.consents });
    return { id };
  },
  present: presentOwn,
});

const drop = command(contract.dropWalkIn, {
  handle: async (ctx) => {
    const { slip, row } = await lockedClerksOwn(ctx, CLERKS, ctx.input.params.id);
    if (!slip.walkIn || slip.claimedAt !== null) refuse('wrong-state', { state: 'not-a-walk-in' });
    await withdrawApplication(ctx, row);
    return { id: row.id };
  },
  present: () => Promise.resolve({ done: true } as const),
});

/** The id of this command is the application, or the verdict on a wrong try: it is counted before it is refused. */
const claimOne = command(slips.claimWalkIn, {
  handle: async (ctx) => ({ id: (await claim(ctx, { ...ctx.input.body, accountId: ctx.actor.accountId })) ?? NONE }),
  call: () => Promise.resolve(),
  present: async (ctx, id) => (id === NONE ? refuse('claim-not-found') : presentOwnApplication(ctx, id)),
});

const NONE = 'none';

export const routes: Route[] = [enter, drop, claimOne];
