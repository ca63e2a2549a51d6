import { type CounterDays, type SlipView, slips } from '@jikaotong/shared/contract';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import {
  type Actor,
  type Context,
  type Route,
  command,
  download,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import {
  type Application,
  judgeHandIn,
  loadFrame,
  loadOwnApplication,
  openApplicant,
  openToldParts,
} from '../applications';
import { atCounter, daysOf } from './at-counter';
import { refuseWindow } from './counter-days';
import { presentSlip } from './counter.presenter';
import { printedSlip } from './printed-slip';
import { findSlipOf, lockSlipOf, putSlip } from './slip.repository';

type Own = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };

const create = command(slips.createSlip, {
  handle: async (ctx) => {
    const row = await loadOwnApplication(ctx, ctx.input.params.id);
    await lockSlipOf(ctx.h, row.id);
    await refuseSlip(ctx, row);
    await putSlip(ctx.h, { candidateId: row.id, bodyId: row.bodyId, walkIn: false, nowMs: ctx.now.ms });
    ctx.audit('slip-made', { applicationId: row.id });
    return { id: row.id };
  },
  present: presentOwnSlip,
});

const get = query(slips.getSlip, (ctx) => presentOwnSlip(ctx, ctx.input.params.id));

const pdf = download(slips.downloadSlip, {
  find: async (ctx) => {
    const slip = await presentOwnSlip(ctx, ctx.input.params.id);
    return printedSlip(slip) ?? refuse('wrong-state', { state: slip.state });
  },
  render: async (outside, slip) => ({
    bytes: await outside.ports.pdf.renderSlip(slip),
    type: 'application/pdf',
    name: `现场报名单-${slip.name}.pdf`,
  }),
});

export const routes: Route[] = [create, get, pdf];

/**
 * A slip is of use to who could be confirmed, papers apart, on a day that is still to come. People of a unit have that of the
 * group: one of their own would wipe what a clerk has seen.
 */
async function refuseSlip(ctx: Own, row: Application): Promise<void> {
  if (row.unitId !== null) refuse('wrong-state', { state: 'of-unit' });
  if (row.state !== 'draft') refuse('wrong-state', { state: row.state });
  if (!hasConsented(await loadAccount(ctx.h, ctx.actor.accountId))) refuse('consent-needed');
  const frame = await loadFrame(ctx.h, row);
  const days = individualsApply(frame.notice) === 'counter' ? await daysOf(ctx, frame) : null;
  if (!days) return refuse('counter-not-offered');
  refuseWhen(refuseWindow(frame.windows, days, ctx.now.day));
  if (!opensAgain(days)) refuse('counter-window', { when: 'after', closedOn: days.lastDay });
  const candidate = openApplicant(ctx.ports.crypto, row);
  const told = openToldParts(ctx.ports.crypto, row);
  refuseWhen(judgeHandIn({ row, candidate, told, frame, day: ctx.now.day, channel: 'counter' }).refused);
}

/** Without a known calendar nobody is sent away. */
const opensAgain = ({ days, lastDay, now }: CounterDays): boolean =>
  days.length > 0 || lastDay === null || now.state === 'unknown';

async function presentOwnSlip(ctx: Own, applicationId: string): Promise<SlipView> {
  const row = await loadOwnApplication(ctx, applicationId);
  const slip = await findSlipOf(ctx.h, row.id);
  if (!slip || slip.walkIn) return refuse('not-found');
  return presentSlip(ctx, await atCounter(ctx, slip, row));
}
