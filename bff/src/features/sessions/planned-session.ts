import type { Handle } from '../../platform/db';
import { type Actor, bodiesOf, refuse } from '../../platform/http';
import type { Session } from './session';
import { findExamDayIn, lockExamDay } from './exam-day.repository';
import { findSessionIn, lockSession } from './session.repository';

export const PLANNERS = ['exam-officer', 'administrator'] as const;

/** The session, locked, if the caller plans for its body; else it does not exist for the caller. */
export async function plannedSession(h: Handle, actor: Actor, sessionId: string): Promise<Session> {
  await lockSession(h, sessionId);
  return (await findSessionIn(h, bodiesOf(actor, PLANNERS), sessionId)) ?? refuse('not-found');
}

/** The same, or the exam day of a stage: whose places they plan. */
export async function plannedExamDay(h: Handle, actor: Actor, eventId: string): Promise<Session> {
  await lockExamDay(h, eventId);
  return (await findExamDayIn(h, bodiesOf(actor, PLANNERS), eventId)) ?? refuse('not-found');
}
