import type { Handle } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { MENDABLE, handIn } from '../applications';
import { type AtCounter, originalsFor, refuseConfirmation, standingTicks } from './counter.policy';
import { sealNote } from './slip.record';
import { type Slip, changeSlip, confirmSlip } from './slip.repository';

/**
 * Notes that an original was seen, or takes it back. Refuses `wrong-state`, and `invalid-input` for a paper nobody
 * asks for.
 */
export async function tick(
  ctx: Context,
  at: AtCounter,
  given: { document: string; seen: boolean; received: boolean; byAccountId: string },
): Promise<void> {
  const { slip, row } = at;
  const { document, seen, received, byAccountId } = given;
  if (!MENDABLE.includes(row.state)) refuse('wrong-state', { state: row.state });
  const asked = originalsFor(at).flatMap(({ alternatives }) => alternatives.flat());
  if (!asked.some((original) => original.document === document)) refuse('invalid-input', { issues: ['body.document'] });
  const others = standingTicks(at).filter((other) => other.document !== document);
  const mark = { document, received, seenBy: byAccountId, seenAt: ctx.now.ms, version: row.version };
  await changeSlip(ctx.h, slip.id, { originals: seen ? [...others, mark] : others });
  ctx.audit('original-seen', { applicationId: row.id }, { document, seen, received });
}

/** What the clerk corrects, with the candidate present, asks for no second look. */
export const carryTicks = (h: Handle, slip: Slip, { from, to }: { from: number; to: number }): Promise<number> =>
  changeSlip(h, slip.id, {
    originals: slip.originals.map((mark) => (mark.version === from ? { ...mark, version: to } : mark)),
  });

/** Sends a slip back to the phone of the candidate, who is told why; its code is dead. Refuses `wrong-state`. */
export async function sendBack(ctx: Context, { slip, row }: AtCounter, note: string): Promise<void> {
  if (row.unitId !== null) refuse('wrong-state', { state: 'of-unit' });
  if (slip.walkIn || row.state !== 'draft') refuse('wrong-state', { state: slip.walkIn ? 'walk-in' : row.state });
  await changeSlip(ctx.h, slip.id, { code: null, note: sealNote(ctx.ports.crypto, slip.id, note), originals: [] });
  ctx.audit('slip-sent-back', { applicationId: row.id });
  const data = { reason: note };
  await tellAccount(ctx, { accountId: row.accountId, candidateId: row.id, code: 'slip-sent-back', data });
}

/**
 * Hands it in through the counter, once: the conditional updates let one of two clerks through. Refuses by
 * `refuseConfirmation`, `changed-meanwhile` when the clerk saw another version, and `passes-kept` while nobody has signed
 * that they are given up. Outside opening hours it goes on, and is noted.
 */
export async function confirm(
  ctx: Context,
  at: AtCounter,
  given: { version: number; byAccountId: string; forfeitsPasses?: boolean },
): Promise<void> {
  const { slip, row, frame, days } = at;
  refuseWhen(refuseConfirmation(at, ctx.now.day));
  if (row.version !== given.version) refuse('changed-meanwhile');
  const forfeitsPasses = row.forfeitsPasses || given.forfeitsPasses === true;
  await handIn(ctx, { ...row, forfeitsPasses }, frame, 'counter');
  const outsideHours = days.now.state !== 'open';
  const set = {
    confirmedAt: ctx.now.ms,
    confirmedBy: given.byAccountId,
    outsideHours,
    originals: standingTicks(at),
  };
  // one handed in before and returned stays confirmed as it was
  if (slip.confirmedAt === null && !(await confirmSlip(ctx.h, slip.id, set))) refuse('changed-meanwhile');
  ctx.audit('confirmed-at-counter', { applicationId: row.id }, { outsideHours, walkIn: slip.walkIn, forfeitsPasses });
}
