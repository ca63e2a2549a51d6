import type { ObjectionSubject } from '@jikaotong/shared/contract';
import { newId } from '../../platform/db';
import { type Actor, type Context, refuse } from '../../platform/http';
import { phoneIndexOf } from '../accounts';
import { report } from '../participants';
import { marksHandledBy, openPublicity, publicLineOf } from '../results';
import { findSession, lockSession } from '../sessions';
import { findTicketIn } from '../sittings';
import { type Objection, objectionWords } from './objection.record';
import { countWaiting, insertObjection, stepFrom } from './objection.repository';
import { newReceipt } from './receipt';

type Filed = {
  readonly sessionId: string;
  readonly ticketNumber: string;
  readonly subject: ObjectionSubject;
  readonly reasons: string;
  readonly name: string;
  readonly phone: string;
};

/** The line that somebody objects to; refuses `not-published`, `too-late`, `line-unknown`. */
export async function lineObjectedTo({ h, now }: Context, { sessionId, ticketNumber }: Filed) {
  const open = await openPublicity(h, await findSession(h, sessionId), now.day);
  const line = await publicLineOf(h, open, ticketNumber);
  const ticket = line && (await findTicketIn(h, sessionId, ticketNumber));
  if (!line || !ticket) return refuse('line-unknown');
  const closes = open.offerings.find(({ code }) => code === line.offering.code)?.closes ?? null;
  return { bodyId: open.session.bodyId, participantId: ticket.participantId, closes };
}

/**
 * Files an objection of a phone that is proven; gives its receipt. From now on the line's certificate waits. Refuses what
 * `lineObjectedTo` refuses, and `objection-open`.
 */
export async function fileObjection(ctx: Context, filed: Filed): Promise<string> {
  await lockSession(ctx.h, filed.sessionId);
  const { bodyId, participantId, closes } = await lineObjectedTo(ctx, filed);
  const id = newId();
  const receipt = newReceipt();
  const seal = (name: Parameters<typeof objectionWords.seal>[2], text: string) =>
    objectionWords.seal(ctx.ports.crypto, id, name, text);
  const row: Objection = {
    id,
    bodyId,
    sessionId: filed.sessionId,
    participantId,
    ticketNumber: filed.ticketNumber,
    receipt,
    liveKey: `${phoneIndexOf(ctx.ports.crypto, filed.phone)}:${participantId}`,
    subject: filed.subject,
    state: 'open',
    reasons: seal('reasons', filed.reasons),
    objectorName: seal('objectorName', filed.name),
    objectorPhone: seal('objectorPhone', filed.phone),
    filedAt: ctx.now.ms,
    dueOn: closes,
    answer: null,
    decidedBy: null,
    decidedAt: null,
    settlement: null,
    settledBy: null,
    settledAt: null,
  };
  if (!(await insertObjection(ctx.h, row))) refuse('objection-open');
  await report(ctx.h, [participantId], { objectedOn: ctx.now.day });
  ctx.audit(
    'objection-filed',
    { objectionId: id, sessionId: filed.sessionId, participantId },
    { subject: filed.subject },
  );
  return receipt;
}

type Staff = Context & { readonly actor: Actor };

/** Answers an objection. Refuses `wrong-state`, and `same-marker` to whoever handled a mark that is objected to. */
export async function decideObjection(
  ctx: Staff,
  objection: Objection,
  said: { readonly outcome: 'upheld' | 'rejected'; readonly answer: string },
): Promise<void> {
  const { id, sessionId, participantId } = objection;
  await lockSession(ctx.h, sessionId);
  if (objection.state !== 'open') refuse('wrong-state', { state: `objection-${objection.state}` });
  if (!(await mayDecide(ctx, objection))) refuse('same-marker');
  const decided = {
    state: said.outcome,
    answer: objectionWords.seal(ctx.ports.crypto, id, 'answer', said.answer),
    decidedBy: ctx.actor.accountId,
    decidedAt: ctx.now.ms,
    ...(said.outcome === 'rejected' && { liveKey: null }),
  };
  if (!(await stepFrom(ctx.h, objection, decided))) refuse('wrong-state', { state: 'objection-decided' });
  await letGo(ctx, participantId);
  ctx.audit('objection-decided', { objectionId: id, sessionId, participantId }, { outcome: said.outcome });
}

/** Says what became of an objection that was upheld. Refuses `wrong-state`. */
export async function settleObjection(ctx: Staff, objection: Objection, settlement: string): Promise<void> {
  const { id, sessionId, participantId } = objection;
  await lockSession(ctx.h, sessionId);
  if (objection.state !== 'upheld') refuse('wrong-state', { state: `objection-${objection.state}` });
  const settled = {
    state: 'settled' as const,
    settlement: objectionWords.seal(ctx.ports.crypto, id, 'settlement', settlement),
    settledBy: ctx.actor.accountId,
    settledAt: ctx.now.ms,
    liveKey: null,
  };
  if (!(await stepFrom(ctx.h, objection, settled))) refuse('wrong-state', { state: 'objection-settled' });
  await letGo(ctx, participantId);
  ctx.audit('objection-settled', { objectionId: id, sessionId, participantId });
}

/** Nothing else is objected to in this line: it waits no longer. */
async function letGo({ h }: Context, participantId: string): Promise<void> {
  if ((await countWaiting(h, { participantId })) === 0) await report(h, [participantId], { objectedOn: null });
}

/** Whether somebody may decide an objection, or is to do with the mark that it is about. */
export const mayDecide = async ({ h, actor }: Pick<Staff, 'h' | 'actor'>, of: Objection): Promise<boolean> =>
  of.subject !== 'mark' || !(await marksHandledBy(h, of.participantId)).has(actor.accountId);
