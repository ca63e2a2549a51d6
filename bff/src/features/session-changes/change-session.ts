import { newId } from '../../platform/db';
import { planReviewOver } from '../applications';
import { type Context, refuse } from '../../platform/http';
import { hasResults } from '../participants';
import { cancelOrdersOfSession, moveOrdersOfSession } from '../orders';
import {
  type Session,
  type SessionChange,
  type WantedMove,
  addSessionChange,
  judgeMove,
  refuseCancellation,
  writeCancellation,
  writeMove,
} from '../sessions';
import { dropTicketDay, liftSession, moveTicketDay, planExamReminder } from '../sittings';
import { askAndTell, stopAndTell } from './tell-of-change';

/** Who changes a session and why, having seen which revision of it. */
type Act = Pick<WantedMove, 'revision' | 'choiceUntil'> & { readonly reason: string; readonly accountId: string };

/**
 * Moves a locked, published session; tickets and seats go first, then days, windows and places change in one act, then
 * everybody hears of it, and orders, ticket day and reminder follow. Refuses as `judgeMove` and `liftAll`.
 */
export async function moveSession(ctx: Context, session: Session, act: Act & WantedMove): Promise<void> {
  const judged = await judgeMove(ctx.h, session, act, ctx.now.day);
  if (judged.lifts) await liftAll(ctx, session.id);
  await writeMove(ctx.h, session, judged, { accountId: act.accountId, nowMs: ctx.now.ms });
  const changed = { sessionId: session.id, changeId: await noteChange(ctx, session, act, judged.after) };
  ctx.audit('session-moved', changed, { from: session.examStart, to: judged.plan.examStart });
  await askAndTell(ctx, changed);
  await moveOrdersOfSession(ctx, changed);
  await planReviewOver(ctx, changed);
  await moveTicketDay(ctx, changed);
  await planExamReminder(ctx, changed);
}

/** Cancels a locked, published session. Refuses as `refuseCancellation` and `liftAll`. */
export async function cancelSession(ctx: Context, session: Session, act: Act): Promise<void> {
  refuseCancellation(session, act, ctx.now.day);
  await liftAll(ctx, session.id);
  await writeCancellation(ctx.h, session.id);
  const changed = { sessionId: session.id, changeId: await noteChange(ctx, session, act, null) };
  ctx.audit('session-cancelled', changed, { examStart: session.examStart });
  await stopAndTell(ctx, changed);
  await cancelOrdersOfSession(ctx, changed);
  await dropTicketDay(ctx, changed);
  await planExamReminder(ctx, changed);
}

/** Whoever sits in the session gets up, unless its exam has taken place for somebody. Refuses `wrong-state`. */
async function liftAll(ctx: Context, sessionId: string): Promise<void> {
  if (await hasResults(ctx.h, sessionId)) refuse('wrong-state', { state: 'examined' });
  await liftSession(ctx, { sessionId });
}

async function noteChange(ctx: Context, session: Session, act: Act, after: SessionChange['after']): Promise<string> {
  const id = newId();
  const { examStart, examEnd, windows } = session;
  await addSessionChange(ctx.h, {
    id,
    sessionId: session.id,
    kind: after ? 'moved' : 'cancelled',
    byAccountId: act.accountId,
    at: ctx.now.ms,
    on: ctx.now.day,
    reason: act.reason,
    choiceUntil: act.choiceUntil,
    before: { examStart, examEnd, windows },
    after,
    told: 0,
  });
  return id;
}
