import { newId } from '../../platform/db';
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
export async function moveSession(c: Context, session: Session, act: Act & WantedMove): Promise<void> {
  const judged = await judgeMove(c.h, session, act, c.now.day);
  if (judged.lifts) await liftAll(c, session.id);
  await writeMove(c.h, session, judged, { accountId: act.accountId, nowMs: c.now.ms });
  const changed = { sessionId: session.id, changeId: await noteChange(c, session, act, judged.after) };
  c.audit('session-moved', changed, { from: session.examStart, to: judged.plan.examStart });
  await askAndTell(c, changed);
  await moveOrdersOfSession(c, changed);
  await moveTicketDay(c, changed);
  await planExamReminder(c, changed);
}

/** Cancels a locked, published session. Refuses as `refuseCancellation` and `liftAll`. */
export async function cancelSession(c: Context, session: Session, act: Act): Promise<void> {
  refuseCancellation(session, act, c.now.day);
  await liftAll(c, session.id);
  await writeCancellation(c.h, session.id);
  const changed = { sessionId: session.id, changeId: await noteChange(c, session, act, null) };
  c.audit('session-cancelled', changed, { examStart: session.examStart });
  await stopAndTell(c, changed);
  await cancelOrdersOfSession(c, changed);
  await dropTicketDay(c, changed);
  await planExamReminder(c, changed);
}

/** Whoever sits in the session gets up, unless its exam has taken place for somebody. Refuses `wrong-state`. */
async function liftAll(c: Context, sessionId: string): Promise<void> {
  if (await hasResults(c.h, sessionId)) refuse('wrong-state', { state: 'examined' });
  await liftSession(c, { sessionId });
}

async function noteChange(c: Context, session: Session, act: Act, after: SessionChange['after']): Promise<string> {
  const id = newId();
  const { examStart, examEnd, windows } = session;
  await addSessionChange(c.h, {
    id,
    sessionId: session.id,
    kind: after ? 'moved' : 'cancelled',
    byAccountId: act.accountId,
    at: c.now.ms,
    on: c.now.day,
    reason: act.reason,
    choiceUntil: act.choiceUntil,
    before: { examStart, examEnd, windows },
    after,
    told: 0,
  });
  return id;
}
