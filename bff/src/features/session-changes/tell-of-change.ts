import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import type { Context } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { type Application, findApplications, loadFrames } from '../applications';
import { openCase } from '../cases';
import { type Participant, askOfMoved, stopLive } from '../participants';
import { type Session, type SessionChange, findSession, findSessionChange, noteTold } from '../sessions';
import { CHOICE_OVER_JOB } from './choice-over.job';
import { newFaults } from './exam-day.policy';

type Changed = { readonly sessionId: string; readonly changeId: string };

/** Asks everybody of a moved session what they want; whom the new exam day is against becomes a case as well. */
export async function askAndTell(ctx: Context, { sessionId, changeId }: Changed): Promise<void> {
  const { session, change } = await loadChange(ctx, { sessionId, changeId });
  const reached = await askOfMoved(ctx.h, sessionId, { changeId, until: change.choiceUntil });
  const rows = await findApplications(ctx.h, idsOf(reached));
  const frameOf = await loadFrames(ctx.h, rows);
  for (const row of rows) {
    await tell(ctx, 'session-changed', row, { session, change });
    const faults = newFaults(ctx.ports.crypto, row, frameOf(row).notice, session, change.before);
    if (faults.identity.length === 0 && faults.assessment === null) continue;
    const { id: candidateId, bodyId, accountId } = row;
    const caseKey = `exam-day-changed:${changeId}:${candidateId}`;
    await openCase(ctx.h, { caseKey, bodyId, kind: 'exam-day-changed', candidateId }, ctx.now.ms);
    const data = { examOn: session.examStart };
    await tellAccount(ctx, { accountId, candidateId, code: 'exam-day-recheck', data });
  }
  await noteTold(ctx.h, changeId, rows.length);
}

/** Stops every live application of a cancelled session; silence is ended by a job after the last day to choose. */
export async function stopAndTell(ctx: Context, { sessionId, changeId }: Changed): Promise<void> {
  const { session, change } = await loadChange(ctx, { sessionId, changeId });
  const stopped = await stopLive(ctx.h, sessionId, { changeId, until: change.choiceUntil });
  const rows = await findApplications(ctx.h, idsOf(stopped));
  for (const row of rows) await tell(ctx, 'session-cancelled', row, { session, change });
  await noteTold(ctx.h, changeId, rows.length);
  await enqueue(ctx.h, {
    kind: CHOICE_OVER_JOB,
    key: changeId,
    dueMs: instantAt(addDays(change.choiceUntil, 1), timeOfDay('00:00')),
    payload: { changeId },
  });
}

const idsOf = (participants: readonly Participant[]) => participants.map(({ candidateId }) => candidateId);

async function tell(
  ctx: Context,
  code: 'session-changed' | 'session-cancelled',
  { id: candidateId, accountId, changeUntil }: Application,
  { session, change }: { session: Session; change: SessionChange },
): Promise<void> {
  const data = {
    sessionName: session.name,
    examBefore: change.before.examStart,
    examOn: change.after?.examStart ?? null,
    reason: change.reason,
    choiceUntil: changeUntil,
  };
  await tellAccount(ctx, { accountId, candidateId, code, data });
}

async function loadChange(ctx: Context, { sessionId, changeId }: Changed) {
  const session = await findSession(ctx.h, sessionId);
  const change = await findSessionChange(ctx.h, changeId);
  if (!session || !change) throw new Error(`the change ${changeId} is gone`);
  return { session, change };
}
