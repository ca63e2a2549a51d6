import { type Context, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import type { ApplicationEvent } from '../applications';
import { closeCase } from '../cases';
import type { Correction } from './correction.record';
import { endIfOpen, findOpenOf } from './correction.repository';
import { sealWords } from './identities';

type By = { readonly accountId: string };

/** Says no, with the reason that the candidate reads; refuses `wrong-state` once it is decided. */
export async function refuseCorrection(
  ctx: Context,
  row: Correction & { readonly ownerId: string | null },
  { accountId, reason }: By & { readonly reason: string },
): Promise<void> {
  await end(ctx, row, {
    state: 'refused',
    refusal: sealWords(ctx.ports.crypto, row.id, 'refusal', reason),
    accountId,
    note: reason,
  });
  ctx.audit('correction-refused', { applicationId: row.candidateId, caseId: row.id }, { fields: [...row.fields] });
  const about = { accountId: row.ownerId, candidateId: row.candidateId };
  const data = { fields: row.fields.join(','), reason };
  await tellAccount(ctx, { ...about, code: 'correction-refused', data });
}

/** The candidate no longer wants it; refuses `wrong-state` once it is decided. */
export async function withdrawCorrection(ctx: Context, row: Correction, { accountId }: By): Promise<void> {
  await end(ctx, row, { state: 'withdrawn', refusal: null, accountId, note: '考生撤回了更正申请' });
  ctx.audit('correction-withdrawn', { applicationId: row.candidateId, caseId: row.id });
}

/** The application itself is with the candidate again, or is over: nothing is left to decide. */
export async function dropCorrection(ctx: Context, { applicationId }: Pick<ApplicationEvent, 'applicationId'>) {
  const row = await findOpenOf(ctx.h, applicationId);
  if (!row) return;
  await end(ctx, row, { state: 'dropped', refusal: null, accountId: null, note: '申报已退回修改或已结束' });
  ctx.audit('correction-dropped', { applicationId, caseId: row.id });
}

/** Ends it with its case; refuses `wrong-state` when somebody was faster. */
export async function end(
  ctx: Context,
  { id }: Pick<Correction, 'id'>,
  by: Pick<Correction, 'state' | 'refusal'> & { readonly accountId: string | null; readonly note: string },
): Promise<void> {
  const { state, refusal, accountId, note } = by;
  if (!(await endIfOpen(ctx.h, id, { state, refusal, decidedAt: ctx.now.ms, decidedBy: accountId })))
    refuse('wrong-state', { state: 'decided' });
  await closeCase(ctx, id, { accountId, note, nowMs: ctx.now.ms });
}
