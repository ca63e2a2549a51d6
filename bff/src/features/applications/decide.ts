import { may } from '@jikaotong/shared/rules/progress';
import { isDuplicate } from '../../platform/db';
import { type Context, type Refused, refuse } from '../../platform/http';
import { openCasesOf } from '../cases';
import { linkOrCreate } from '../persons';
import type { Application, RemarkField } from './application.record';
import { changeIf, findForBodies, insertRemarks } from './application.repository';
import { openCandidate } from './candidate';
import { applicationApproved, applicationRejected, applicationReturned, eventOf } from './events';
import { loadFrame } from './frame';
import { documentKeyOf } from './hand-in';
import { progressFactsOf } from './progress';

/** Who decides on which version of which application. */
export type Decision = {
  readonly id: string;
  readonly version: number;
  readonly bodyIds: readonly string[];
  readonly byAccountId: string;
};

/**
 * Approves, once: the conditional update lets one of two reviewers through. Says `wrong-state`, `changed-meanwhile`,
 * `too-late`, `case-open`, or `document-held` when another live application holds the document; then nothing
 * is written.
 */
export async function approve(c: Context, decision: Decision): Promise<Refused | null> {
  const found = await toDecide(c, decision, 'approve');
  if ('refused' in found) return found;
  const { row } = found;
  const cases = await openCasesOf(c.h, row.id);
  if (cases.length > 0) return { refused: 'case-open', data: { cases: cases.map(({ kind }) => kind) } };
  const set = { state: 'approved', decidedAt: c.now.ms, documentKey: documentKeyOf(row) } as const;
  const approved = await changeIf(c.h, guardOf(decision), set).catch((error: unknown) => {
    if (!isDuplicate(error, 'uq_application_document')) throw error;
    return 'document-held' as const;
  });
  if (approved === 'document-held') return { refused: 'document-held' };
  if (!approved) return { refused: 'changed-meanwhile' };
  const { personId, differs } = await linkPerson(c, row);
  const linked = { id: row.id, version: row.version + 1, states: ['approved'] } as const;
  if (!(await changeIf(c.h, linked, { personId }))) throw new Error('a row changed under its own transaction');
  c.audit('application-approved', { applicationId: row.id, personId }, { differs: [...differs] });
  await c.emit(applicationApproved(eventOf(row)));
  return null;
}

/** Sends it back with a remark per field; refuses as `toDecide`. */
export async function sendBack(
  c: Context,
  decision: Decision,
  remarks: readonly { field: RemarkField; text: string }[],
): Promise<void> {
  const row = await decide(c, decision, 'return', (found) => ({
    state: 'returned',
    round: found.round + 1,
    changedFields: [],
    decidedAt: c.now.ms,
  }));
  await insertRemarks(
    c.h,
    remarks.map(({ field, text }, position) => ({
      applicationId: row.id,
      round: row.round + 1,
      position,
      field,
      text,
      byAccountId: decision.byAccountId,
      at: c.now.ms,
    })),
  );
  c.audit('application-returned', { applicationId: row.id }, { fields: remarks.map(({ field }) => field) });
  await c.emit(applicationReturned(eventOf(row)));
}

/** Rejects for good: the document and the account are free for a new application. */
export async function reject(c: Context, decision: Decision, reason: string): Promise<void> {
  const row = await decide(c, decision, 'reject', () => ({
    state: 'rejected',
    rejection: reason,
    decidedAt: c.now.ms,
    accountKey: null,
    documentKey: null,
  }));
  c.audit('application-rejected', { applicationId: row.id });
  await c.emit(applicationRejected(eventOf(row)));
}

async function decide(
  c: Context,
  decision: Decision,
  action: 'return' | 'reject',
  set: (row: Application) => Partial<Application>,
): Promise<Application> {
  const found = await toDecide(c, decision, action);
  if ('refused' in found) return refuse(found.refused, found.data);
  if (!(await changeIf(c.h, guardOf(decision), set(found.row)))) refuse('changed-meanwhile');
  return found.row;
}

/** The application, if it waits for a decision in the version the reviewer saw. */
async function toDecide(
  c: Context,
  { id, version, bodyIds }: Decision,
  action: 'approve' | 'return' | 'reject',
): Promise<{ row: Application } | Refused> {
  const row = await findForBodies(c.h, bodyIds, id);
  if (!row) return { refused: 'not-found' };
  const { windows } = await loadFrame(c.h, row);
  const notNow = may(action, progressFactsOf(row, windows), c.now.day);
  if (notNow) return { refused: notNow.code, data: notNow.data };
  return row.version === version ? { row } : { refused: 'changed-meanwhile' };
}

const guardOf = ({ id, version }: Decision) => ({ id, version, states: ['submitted'] as const });

async function linkPerson(c: Context, row: Application) {
  const { name, documentType, documentNumber, birthDate, sex } = openCandidate(c.ports.crypto, row);
  if (name === null || documentType === null || documentNumber === null || birthDate === null || sex === null)
    throw new Error(`application ${row.id} was handed in without its details`);
  const presented = { name, documentType, documentNumber, birthDate, sex };
  return linkOrCreate(c.h, c.ports.crypto, presented, c.now.ms);
}
