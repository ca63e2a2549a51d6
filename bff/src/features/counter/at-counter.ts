import type { CounterView, Role } from '@jikaotong/shared/contract';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { type Actor, type Context, bodiesOf, refuse } from '../../platform/http';
import {
  type Application,
  type Frame,
  findApplication,
  loadFrame,
  openApplicant,
  openToldParts,
} from '../applications';
import { loadCalendar } from '../notices';
import { counterDaysOf } from './counter-days';
import type { AtCounter } from './counter.policy';
import { presentAtCounter } from './counter.presenter';
import { type Slip, findSlipIn, isDisputed, lockSlipOf } from './slip.repository';

type Asking = Pick<Context, 'h' | 'now' | 'ports'>;

/** Everything about an application at its counter. Refuses `counter-not-offered` where the notice has no counter. */
export async function atCounter(ctx: Asking, slip: Slip, row: Application, frame?: Frame): Promise<AtCounter> {
  const known = withCounterOpenUntil(frame ?? (await loadFrame(ctx.h, row)), slip);
  const days = (await daysOf(ctx, known)) ?? refuse('counter-not-offered');
  return {
    slip,
    row,
    frame: known,
    days,
    isDisputed: row.unitId !== null && (await isDisputed(ctx.h, row.id)),
    candidate: openApplicant(ctx.ports.crypto, row),
    told: openToldParts(ctx.ports.crypto, row),
  };
}

/** Somebody of a unit who did not come with the others is taken until the day that staff set, and no longer. */
export const withCounterOpenUntil = (frame: Frame, { openUntil }: Pick<Slip, 'openUntil'>): Frame =>
  openUntil === null
    ? frame
    : {
        ...frame,
        windows: frame.windows.map((window) =>
          window.kind === 'application' ? { ...window, closes: openUntil } : window,
        ),
      };

/** The days of the counter that takes applications of individuals; null where individuals apply elsewhere. */
export async function daysOf(ctx: Pick<Context, 'h' | 'now'>, { notice, windows }: Frame) {
  const [counter] = notice.counters;
  if (!counter || individualsApply(notice) === 'elsewhere') return null;
  return counterDaysOf({ counter, windows, calendar: await loadCalendar(ctx.h), now: ctx.now });
}

/**
 * The application that a clerk may see: of the clerk's bodies, and shown at the counter. One that was sent back to
 * the phone is the candidate's own business again.
 */
export async function clerksOwn(
  ctx: Asking & { actor: Actor },
  who: readonly Role[],
  applicationId: string,
): Promise<AtCounter> {
  const slip = await findSlipIn(ctx.h, bodiesOf(ctx.actor, who), applicationId);
  if (!slip || slip.note !== null) return refuse('not-found');
  return atCounter(ctx, slip, await applicationOf(ctx, slip));
}

/** The same, with the slip locked until the transaction ends. */
export async function lockedClerksOwn(ctx: Context & { actor: Actor }, who: readonly Role[], applicationId: string) {
  await lockSlipOf(ctx.h, applicationId);
  return clerksOwn(ctx, who, applicationId);
}

/** The clerk's view of an application, as it stands. */
export async function presentOwn(ctx: Asking & { actor: Actor }, applicationId: string): Promise<CounterView> {
  return presentAtCounter(ctx, await clerksOwn(ctx, ['reviewer', 'administrator'], applicationId));
}

export const applicationOf = async (ctx: Asking, slip: Slip): Promise<Application> =>
  (await findApplication(ctx.h, slip.candidateId)) ?? refuse('not-found');
