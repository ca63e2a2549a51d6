import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { openOrderFor } from '../orders';
import { type OpenRoster, membersOf } from './own-roster';
import { isToOrder } from './roster.presenter';
import { lockRoster } from './roster.repository';

/**
 * Opens one order of the unit for everybody who is approved and in none; who is approved later stands in a second one.
 * Refuses `wrong-state` where nobody is, and `too-late` after the window to pay.
 */
export async function openUnitOrder(ctx: Context, { roster, unit, frame }: OpenRoster): Promise<void> {
  if (unit.state !== 'approved') refuse('wrong-state', { state: `unit-${unit.state}` });
  // of two agents at once the second sees what the first has ordered; the open key of each line guards beyond that
  await lockRoster(ctx.h, roster.id);
  const payment = spanOf(frame.windows, 'payment');
  if (payment.closes !== null && payment.closes < ctx.now.day)
    refuseWhen({ refused: 'too-late', data: { closedOn: payment.closes } });
  const approved = (await membersOf(ctx.h, roster.id)).filter(isToOrder).map(({ application }) => application);
  const [first] = approved;
  if (!first) return refuse('wrong-state', { state: 'nobody-to-order' });
  await openOrderFor(ctx, {
    bodyId: roster.bodyId,
    eventId: roster.sessionId,
    noticeId: first.noticeId,
    noticeVersion: first.noticeVersion,
    offeringCode: first.offeringCode,
    payOpens: payment.opens,
    payBy: payment.closes,
    payer: { accountId: null, unitId: unit.id },
    owed: approved.map(({ id, fees }) => {
      if (!fees) throw new Error(`application ${id} was approved without fees`);
      return { candidateId: id, fees };
    }),
  });
}
