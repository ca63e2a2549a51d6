import { deniedDoubts } from '@jikaotong/shared/rules/eligibility';
import { may } from '@jikaotong/shared/rules/progress';
import { type Context, type Refused, refuse } from '../../platform/http';
import { holdDocument, holdPerson } from '../candidates';
import { openCasesOf } from '../cases';
import { changeIf, lockIf, progressFactsOf, releaseKeys } from '../participants';
import { linkOrCreate } from '../persons';
import type { Application } from './application.record';
import { changeOwnRow, findForBodies } from './application.repository';
import { openApplicant } from './applicant';
import { applicationApproved, applicationRejected, applicationReturned, eventOf } from './events';
import { doubtsNow } from './doubts-now';
import { loadFrame } from './frame';
import { guardOf } from './guard';
import { type AskedRemark, askToMend, noteReason } from './remarks';
import { rulingsFor } from './ruling.repository';
import { saidOf } from './ruling.presenter';
import { openAssessment, sealRejection } from './told-parts';

/** Who decides on which version of which application. */
export type Decision = {
  readonly id: string;
  readonly version: number;
  readonly bodyIds: readonly string[];
  readonly byAccountId: string;
};

/**
 * Approves, once: the conditional update lets one of two reviewers through. Says `wrong-state`, `changed-meanwhile`,
 * `too-late`, `case-open`, `reason-needed` while what the candidate denied, or what was decided against it for all of the
 * session, is judged without a word, `document-held` when
 * another live application holds the document, or `person-held` when one of the same person is approved already, by
 * another document; then nothing changes for the candidate.
 */
export async function approve(ctx: Context, decision: Decision, reason?: string): Promise<Refused | null> {
  const found = await toDecide(ctx, decision, 'approve');
  if ('refused' in found) return found;
  const { row } = found;
  const cases = await openCasesOf(ctx.h, [row.id]);
  if (cases.length > 0) return { refused: 'case-open', data: { cases: cases.map(({ kind }) => kind) } };
  const needed = reason === undefined ? (reasonNeeded(ctx, row) ?? (await ruledAgainst(ctx, row))) : null;
  if (needed) return needed;
  const guard = guardOf(row, ['submitted']);
  // locked: of two reviewers one waits here, and nothing below can fail after the first write
  if (!(await lockIf(ctx.h, guard))) return { refused: 'changed-meanwhile' };
  if (!(await holdDocument(ctx.h, row))) return { refused: 'document-held' };
  const { personId, differs } = await linkPerson(ctx, row);
  if (!(await holdPerson(ctx.h, row, personId))) return { refused: 'person-held' };
  if (!(await changeIf(ctx.h, guard, { state: 'approved', decidedAt: ctx.now.ms })))
    throw new Error('a row changed under its own lock');
  const denied = statementsDenied(ctx, row);
  if (reason !== undefined)
    await noteReason(ctx, row, { field: 'route', text: reason, byAccountId: decision.byAccountId });
  // the reason itself may name people: the log says that there is one, and about what
  ctx.audit(
    'application-approved',
    { applicationId: row.id, personId },
    { differs: [...differs], ...(reason === undefined ? {} : { reasoned: true, denied: [...denied] }) },
  );
  await ctx.emit(applicationApproved(eventOf(row)));
  return null;
}

/** Why it cannot be approved without a word: the statements that the candidate denied. */
export function reasonNeeded(ctx: Pick<Context, 'ports'>, row: Application): Refused | null {
  const statements = statementsDenied(ctx, row);
  return statements.length > 0 ? { refused: 'reason-needed', data: { statements } } : null;
}

/** Why it cannot be approved without a word: what it leaves to judgement was decided against it for all of the session. */
async function ruledAgainst({ h, ports }: Pick<Context, 'h' | 'ports'>, row: Application): Promise<Refused | null> {
  const rulings = await rulingsFor(h, ports.crypto, { eventId: row.sessionId, offeringCode: row.offeringCode });
  if (!doubtsNow(ports.crypto, row, { rulings, hasCase: false }).includes('condition')) return null;
  const words = saidOf(ports.crypto, row, rulings).flatMap(({ counts, word }) => (counts ? [] : [word]));
  return words.length > 0 ? { refused: 'reason-needed', data: { words } } : null;
}

const statementsDenied = ({ ports }: Pick<Context, 'ports'>, row: Application): readonly string[] =>
  deniedDoubts({ route: row.route, assessment: openAssessment(ports.crypto, row)?.assessment ?? null }).map(
    ({ data }) => String(data['statement']),
  );

/** Sends it back with a remark per field; refuses as `toDecide`. */
export async function sendBack(ctx: Context, decision: Decision, remarks: readonly AskedRemark[]): Promise<void> {
  const row = await decide(ctx, decision, 'return', { state: 'returned', decidedAt: ctx.now.ms });
  await askToMend(ctx, row, { remarks, byAccountId: decision.byAccountId });
  ctx.audit('application-returned', { applicationId: row.id }, { fields: remarks.map(({ field }) => field) });
  await ctx.emit(applicationReturned(eventOf(row)));
}

/** Rejects for good: the document and the account are free for a new application. */
export async function reject(ctx: Context, decision: Decision, reason: string): Promise<void> {
  const row = await decide(ctx, decision, 'reject', { state: 'rejected', decidedAt: ctx.now.ms });
  await changeOwnRow(ctx.h, row.id, { rejection: sealRejection(ctx.ports.crypto, row.id, reason) });
  await releaseKeys(ctx.h, row);
  ctx.audit('application-rejected', { applicationId: row.id });
  await ctx.emit(applicationRejected(eventOf(row)));
}

async function decide(
  ctx: Context,
  decision: Decision,
  action: 'return' | 'reject',
  set: Pick<Application, 'state' | 'decidedAt'>,
): Promise<Application> {
  const found = await toDecide(ctx, decision, action);
  if ('refused' in found) return refuse(found.refused, found.data);
  if (!(await changeIf(ctx.h, guardOf(found.row, ['submitted']), set))) refuse('changed-meanwhile');
  return found.row;
}

/** The application, if it waits for a decision in the version the reviewer saw. */
async function toDecide(
  ctx: Context,
  { id, version, bodyIds }: Decision,
  action: 'approve' | 'return' | 'reject',
): Promise<{ row: Application } | Refused> {
  const row = await findForBodies(ctx.h, bodyIds, id);
  if (!row) return { refused: 'not-found' };
  const { windows } = await loadFrame(ctx.h, row);
  const notNow = may(action, progressFactsOf(row, windows), ctx.now.day);
  if (notNow) return { refused: notNow.code, data: notNow.data };
  return row.version === version ? { row } : { refused: 'changed-meanwhile' };
}

async function linkPerson(ctx: Context, row: Application) {
  const { name, documentType, documentNumber, birthDate, sex } = openApplicant(ctx.ports.crypto, row);
  if (name === null || documentType === null || documentNumber === null || birthDate === null || sex === null)
    throw new Error(`application ${row.id} was handed in without its details`);
  const presented = { name, documentType, documentNumber, birthDate, sex };
  return linkOrCreate(ctx.h, ctx.ports.crypto, presented, ctx.now.ms);
}
