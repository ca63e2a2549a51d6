import { may } from '@jikaotong/shared/rules/progress';
import { type Context, refuse } from '../../platform/http';
import { type Application, guardOf, loadFrame } from '../applications';
import { giveUpOrder } from '../orders';
import { changeIf, progressFactsOf, releaseKeys } from '../participants';
import { liftParticipant } from '../sittings';
import { addAnswer } from './answer.repository';
import { transfer } from './transfer';

/** What the candidate wants after the session was moved or cancelled. */
export type ChosenAnswer =
  { readonly choice: 'keep' | 'leave' } | { readonly choice: 'transfer'; readonly sessionId: string };

/**
 * Does what the candidate wants, while there is still a choice; `late`: after the last day too, as staff decide. Refuses `wrong-state`, `too-late`, and as `transfer`.
 */
export async function answerChange(
  ctx: Context,
  row: Application,
  answer: ChosenAnswer,
  { late = false } = {},
): Promise<void> {
  const frame = await loadFrame(ctx.h, row);
  const notNow = may('answer-change', progressFactsOf(row, frame.windows), ctx.now.day);
  if (notNow && !(late && notNow.code === 'too-late')) refuse(notNow.code, notNow.data);
  if (row.changeId === null) throw new Error(`application ${row.id} answers no change`);
  const toSessionId = answer.choice === 'transfer' ? answer.sessionId : null;
  if (answer.choice === 'keep' && row.changeKind === 'cancelled') refuse('wrong-state', { state: 'session-cancelled' });
  await addAnswer(ctx.h, {
    participantId: row.participantId,
    changeId: row.changeId,
    fromSessionId: row.sessionId,
    choice: answer.choice,
    toSessionId,
    at: ctx.now.ms,
  });
  if (toSessionId !== null) return transfer(ctx, row, toSessionId);
  if (answer.choice === 'leave') return leave(ctx, row, frame.sessionName);
  if (!(await changeIf(ctx.h, guardOf(row, [row.state]), { changeChoice: 'keep' }))) refuse('changed-meanwhile');
  ctx.audit('session-change-kept', { applicationId: row.id, changeId: row.changeId });
}

/** Takes the candidate out of the session for good: keys and seat are free, and the money goes back. */
export async function leave(ctx: Context, row: Application, sessionName: string): Promise<void> {
  const set = {
    state: row.state === 'void' ? 'void' : 'withdrawn',
    changeChoice: 'leave',
    seated: false,
    ticketIssuedAt: null,
  } as const;
  if (!(await changeIf(ctx.h, guardOf(row, [row.state]), set))) refuse('changed-meanwhile');
  await releaseKeys(ctx.h, row);
  ctx.audit('session-left', { applicationId: row.id, sessionId: row.sessionId }, { from: row.state });
  await giveUpOrder(ctx, { applicationId: row.id, accountId: row.accountId, sessionName });
  await liftParticipant(ctx, row);
}
