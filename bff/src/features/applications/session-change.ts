import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import * as z from 'zod/mini';
import { type Context, type JobHandler, type Subscription, jobHandler, on, refuse } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { accountNotified } from '../accounts';
import { openCase } from '../cases';
import {
  type Session,
  type SessionChange,
  findSession,
  findSessionChange,
  noteTold,
  sessionCancelled,
  sessionMoved,
  sessionSeatsLifted,
} from '../sessions';
import { leave } from './answer-change';
import type { Application } from './application.record';
import { askOfMoved, hasResults, listUnanswered, stopLive } from './change.repository';
import { newFaults } from './exam-day.policy';
import { loadFrames } from './frame';

/** After the last day to choose, whoever of a cancelled session said nothing gets her money back. */
export const CHANGE_OVER_JOB = 'session-change-over';

type Changed = { readonly sessionId: string; readonly changeId: string };

/** A session whose exam has taken place for somebody is neither moved nor cancelled. Refuses `wrong-state`. */
async function refuseExamined(c: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  if (await hasResults(c.h, sessionId)) refuse('wrong-state', { state: 'examined' });
}

async function tellOfMove(c: Context, { sessionId, changeId }: Changed): Promise<void> {
  const { session, change } = await loadChange(c, { sessionId, changeId });
  const rows = await askOfMoved(c.h, sessionId, { changeId, until: change.choiceUntil });
  const frameOf = await loadFrames(c.h, rows);
  for (const row of rows) {
    await tell(c, 'session-changed', row, { session, change });
    const faults = newFaults(c.ports.crypto, row, frameOf(row).notice, session, change.before);
    if (faults.identity.length === 0 && faults.assessment === null) continue;
    const { id: applicationId, bodyId, accountId } = row;
    const caseKey = `exam-day-changed:${changeId}:${applicationId}`;
    await openCase(c.h, { caseKey, bodyId, kind: 'exam-day-changed', applicationId }, c.now.ms);
    const data = { examOn: session.examStart };
    await c.emit(accountNotified({ accountId, applicationId, code: 'exam-day-recheck', data }));
  }
  await noteTold(c.h, changeId, rows.length);
}

async function stopAndTell(c: Context, { sessionId, changeId }: Changed): Promise<void> {
  const { session, change } = await loadChange(c, { sessionId, changeId });
  const rows = await stopLive(c.h, sessionId, { changeId, until: change.choiceUntil });
  for (const row of rows) await tell(c, 'session-cancelled', row, { session, change });
  await noteTold(c.h, changeId, rows.length);
  await enqueue(c.h, {
    kind: CHANGE_OVER_JOB,
    key: changeId,
    dueMs: instantAt(addDays(change.choiceUntil, 1), timeOfDay('00:00')),
    payload: { changeId },
  });
}

async function tell(
  c: Context,
  code: 'session-changed' | 'session-cancelled',
  { id: applicationId, accountId, changeUntil }: Application,
  { session, change }: { session: Session; change: SessionChange },
): Promise<void> {
  const data = {
    sessionName: session.name,
    examBefore: change.before.examStart,
    examOn: change.after?.examStart ?? null,
    reason: change.reason,
    choiceUntil: changeUntil,
  };
  await c.emit(accountNotified({ accountId, applicationId, code, data }));
}

async function loadChange(c: Context, { sessionId, changeId }: Changed) {
  const session = await findSession(c.h, sessionId);
  const change = await findSessionChange(c.h, changeId);
  if (!session || !change) throw new Error(`the change ${changeId} is gone`);
  return { session, change };
}

/** Nobody loses money by silence: one after the other, each in a transaction of her own. */
const overJob = jobHandler(CHANGE_OVER_JOB, z.object({ changeId: z.string() }), async (j, { changeId }) => {
  for (const { id } of await j.read((h) => listUnanswered(h, changeId)))
    await j.tx(async (c) => {
      const row = (await listUnanswered(c.h, changeId)).find((one) => one.id === id);
      const session = row && (await findSession(c.h, row.sessionId));
      if (row && session) await leave(c, row, session.name);
    });
});

export const jobs: readonly JobHandler[] = [overJob];
export const subscriptions: readonly Subscription[] = [
  on(sessionSeatsLifted, refuseExamined),
  on(sessionMoved, tellOfMove),
  on(sessionCancelled, stopAndTell),
];
