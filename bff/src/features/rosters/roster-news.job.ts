import { type LocalDate, addDays, instantAt, sumFen, timeOfDay } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import * as z from 'zod/mini';
import { type Actor, type Context, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { type Application, findFrame, lapseApplication, openApplicant } from '../applications';
import { paidForLeft } from '../orders';
import { agentsOf, findUnit } from '../units';
import { type Member, membersOf } from './own-roster';
import { isDisputed, isToOrder } from './roster.presenter';
import { type Roster, findRoster, findRowOf } from './roster.repository';

const NEWS_JOB = 'roster-news';
const REMIND_JOB = 'roster-order-remind';
const LAPSE_JOB = 'roster-lapse';
/** What is decided in so long is told at once: staff decide hundreds in a row. */
const GATHERED_MS = 10 * 60_000;
const Payload = z.object({ rosterId: z.string() });

/** Something was decided about a row: its unit's agents hear how the roster stands, ten minutes later at most. */
export async function planNews(ctx: Context, { applicationId }: { readonly applicationId: string }): Promise<void> {
  const row = await findRowOf(ctx.h, applicationId);
  if (!row) return;
  const nth = Math.floor(ctx.now.ms / GATHERED_MS) + 1;
  await enqueue(ctx.h, {
    kind: NEWS_JOB,
    key: `${row.rosterId}:${nth}`,
    dueMs: nth * GATHERED_MS,
    payload: { rosterId: row.rosterId },
  });
}

/** Plans the end of what a unit leaves without an order until the window to pay is over, and the reminder before it. */
export async function planLapse(ctx: Context, { applicationId }: { readonly applicationId: string }): Promise<void> {
  const row = await findRowOf(ctx.h, applicationId);
  const roster = row && (await findRoster(ctx.h, row.rosterId));
  const closes = roster && (await paymentCloses(ctx, roster));
  if (!roster || !closes) return;
  await enqueueReminder(ctx, roster, closes);
  await enqueueLapse(ctx, roster, closes);
}

const paymentCloses = async (ctx: Pick<Context, 'h'>, { sessionId }: Roster): Promise<LocalDate | null> => {
  const frame = await findFrame(ctx.h, sessionId);
  return frame && spanOf(frame.windows, 'payment').closes;
};

const enqueueLapse = (ctx: Context, { id }: Roster, closes: LocalDate): Promise<boolean> =>
  enqueue(ctx.h, {
    kind: LAPSE_JOB,
    key: `${id}:${closes}`,
    dueMs: instantAt(closes, timeOfDay('24:00')),
    payload: { rosterId: id },
  });

/** On the morning before, as an order's own reminder comes; a time that is over plans nothing. */
async function enqueueReminder(ctx: Pick<Context, 'h' | 'now'>, { id }: Roster, closes: LocalDate): Promise<void> {
  const dueMs = instantAt(addDays(closes, -1), timeOfDay('09:00'));
  if (dueMs <= ctx.now.ms) return;
  await enqueue(ctx.h, { kind: REMIND_JOB, key: `${id}:${closes}`, dueMs, payload: { rosterId: id } });
}

const count = (members: readonly Member[], is: (member: Member) => boolean): number => members.filter(is).length;

const tellNews = jobHandler(NEWS_JOB, Payload, (run, { rosterId }) =>
  run.tx(async (ctx) => {
    const roster = await findRoster(ctx.h, rosterId);
    const unit = roster && (await findUnit(ctx.h, roster.unitId));
    if (!roster || !unit) return;
    const members = await membersOf(ctx.h, rosterId);
    const frame = await findFrame(ctx.h, roster.sessionId);
    const data = {
      unitId: unit.id,
      unitName: unit.name,
      sessionName: frame?.sessionName ?? '',
      mend: count(members, ({ application }) => application.state === 'returned'),
      disputed: count(members, isDisputed),
      order: count(members, isToOrder),
      unpaid: count(
        members,
        ({ application }) => application.state === 'approved' && application.orderState === 'open',
      ),
      ticketed: count(
        members,
        ({ application }) => application.state === 'approved' && application.ticketIssuedAt !== null,
      ),
      rejected: count(members, ({ application }) => application.state === 'rejected'),
      lapsed: count(members, ({ application }) => application.state === 'lapsed'),
      ...(await leftIn(ctx, members)),
    };
    const { mend, disputed, order, unpaid, ticketed, rejected, lapsed, left } = data;
    if (mend + disputed + order + unpaid + ticketed + rejected + lapsed + left === 0) return;
    for (const { accountId } of await agentsOf(ctx.h, unit.id))
      await tellAccount(ctx, { accountId, bodyId: roster.bodyId, code: 'unit-roster-news', data });
  }),
);

/** Somebody goes on alone: the agents of the unit hear who it is. */
export async function tellLeft(
  ctx: Context & { readonly actor: Actor },
  rosterId: string,
  application: Application,
): Promise<void> {
  const roster = await findRoster(ctx.h, rosterId);
  const unit = roster && (await findUnit(ctx.h, roster.unitId));
  if (!roster || !unit) return;
  const frame = await findFrame(ctx.h, roster.sessionId);
  const { name } = openApplicant(ctx.ports.crypto, application);
  const data = { unitName: unit.name, sessionName: frame?.sessionName ?? '', who: name ?? '' };
  for (const { accountId } of await agentsOf(ctx.h, unit.id))
    if (accountId !== ctx.actor.accountId)
      await tellAccount(ctx, { accountId, bodyId: roster.bodyId, code: 'unit-roster-news', data });
}

/** Whom the unit had paid for, and staff let go: how many, and what of the money goes back and what is kept. */
async function leftIn({ h }: Pick<Context, 'h'>, members: readonly Member[]) {
  const gone = members.filter(({ application }) => application.state === 'withdrawn').map(({ row }) => row.id);
  const paid = [...(await paidForLeft(h, gone)).values()];
  const sumOf = (isReturned: boolean) =>
    sumFen(paid.filter((one) => one.isReturned === isReturned).map((one) => one.fen));
  return { left: paid.length, returnedFen: sumOf(true), keptFen: sumOf(false) };
}

/** Reminds the agents of whom they have not ordered; an open order reminds of itself. */
const remind = jobHandler(REMIND_JOB, Payload, (run, { rosterId }) =>
  run.tx(async (ctx) => {
    const roster = await findRoster(ctx.h, rosterId);
    const unit = roster && (await findUnit(ctx.h, roster.unitId));
    const closes = roster && (await paymentCloses(ctx, roster));
    if (!roster || !unit || closes === null || closes < ctx.now.day) return;
    // the window moved to a later day: its own reminder comes
    if (ctx.now.day < addDays(closes, -1)) return enqueueReminder(ctx, roster, closes);
    const members = await membersOf(ctx.h, rosterId);
    if (!members.some(isToOrder) || members.some(({ application }) => application.orderState === 'open')) return;
    const data = { payBy: closes, unitId: unit.id, unitName: unit.name };
    for (const { accountId } of await agentsOf(ctx.h, unit.id))
      await tellAccount(ctx, { accountId, bodyId: roster.bodyId, code: 'payment-reminder', data });
  }),
);

/** Ends what is approved and in no order, a transaction a row; the window may have moved since, then a later job does. */
const lapse = jobHandler(LAPSE_JOB, Payload, async (run, { rosterId }) => {
  const due = await run.tx(async (ctx) => {
    const roster = await findRoster(ctx.h, rosterId);
    const closes = roster && (await paymentCloses(ctx, roster));
    if (!roster || closes === null) return [];
    if (closes >= ctx.now.day) {
      await enqueueLapse(ctx, roster, closes);
      return [];
    }
    return (await membersOf(ctx.h, rosterId)).filter(isToOrder).map(({ row }) => row.id);
  });
  for (const id of due) await run.tx((ctx) => lapseApplication(ctx, id));
});

export const jobs = [tellNews, remind, lapse];
