import { counter as contract } from '@jikaotong/shared/contract';
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
  handle: async (c) => {
    const { sessionId, offeringCode } = c.input.body;
    const session = await findSessionIn(c.h, bodiesOf(c.actor, CLERKS), sessionId);
    const frame = session?.state === 'published' ? await findFrame(c.h, session.id) : null;
    if (!frame) return refuse('not-found');
    if (!frame.offeringCodes.includes(offeringCode)) refuse('offering-unknown', { offeringCode });
    const days = (await daysOf(c, frame)) ?? refuse('counter-not-offered');
    refuseWhen(refuseWindow(frame.windows, days, c.now.day));
    const id = await openDraftOfNobody(c, { frame, offeringCode });
    await putSlip(c.h, { candidateId: id, bodyId: frame.bodyId, walkIn: true, nowMs: c.now.ms });
    // agreed by word of mouth, to this clerk
    c.audit('walk-in-entered', { applicationId: id }, { consents: c.input.body.consents });
    return { id };
  },
  present: presentOwn,
});

const drop = command(contract.dropWalkIn, {
  handle: async (c) => {
    const { slip, row } = await lockedClerksOwn(c, CLERKS, c.input.params.id);
    if (!slip.walkIn || slip.claimedAt !== null) refuse('wrong-state', { state: 'not-a-walk-in' });
    await withdrawApplication(c, row);
    return { id: row.id };
  },
  present: () => Promise.resolve({ done: true } as const),
});

/** The id of this command is the application, or the verdict on a wrong try: it is counted before it is refused. */
const claimOne = command(contract.claimWalkIn, {
  handle: async (c) => ({ id: (await claim(c, { ...c.input.body, accountId: c.actor.accountId })) ?? NONE }),
  call: () => Promise.resolve(),
  present: async (c, id) => (id === NONE ? refuse('claim-not-found') : presentOwnApplication(c, id)),
});

const NONE = 'none';

export const routes: Route[] = [enter, drop, claimOne];
