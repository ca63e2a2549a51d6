import { feeOf } from '@jikaotong/shared/rules/fees';
import { may } from '@jikaotong/shared/rules/progress';
import { isDuplicate } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { MENDABLE } from './application.policy';
import type { Application } from './application.record';
import { changeIf, findByDocumentKey } from './application.repository';
import { openCandidate } from './candidate';
import { openCase } from './case.repository';
import { applicationSubmitted, eventOf } from './events';
import type { Frame } from './frame';
import { progressFactsOf } from './progress';
import { assessSubmission, refuseSubmission } from './submission.policy';

/**
 * Hands an application in: everything is judged again, with authority, and frozen. A returned one is judged on the day
 * it was first handed in, for that day it was an application. Refuses by rules/progress and `refuseSubmission`.
 */
export async function handIn(c: Context, row: Application, frame: Frame): Promise<void> {
  if (frame.sessionState !== 'published') refuse('wrong-state', { state: `session-${frame.sessionState}` });
  const notNow = may('submit', progressFactsOf(row, frame.windows), c.now.day);
  if (notNow) refuse(notNow.code, notNow.data);
  const { notice } = frame;
  const candidate = openCandidate(c.ports.crypto, row);
  const on = row.firstSubmittedOn ?? c.now.day;
  const assessment = assessSubmission({ notice, offeringCode: row.offeringCode, facts: row.facts, candidate, on });
  refuseWhen(refuseSubmission({ ...row, candidate, notice, on, examOn: frame.examEnd }, assessment));
  const fee = feeOf(notice, row.offeringCode);
  if (!fee.ok) throw new Error(`no fee for ${row.offeringCode} in ${notice.id}`);
  await takeDocument(c, row, {
    state: 'submitted',
    noticeVersion: frame.noticeVersion,
    noticeVersionId: frame.noticeVersionId,
    assessment: { noticeVersion: frame.noticeVersion, language: notice.language, on, assessment },
    fees: fee.value.lines,
    submittedAt: c.now.ms,
    firstSubmittedOn: on,
    rejection: null,
  });
  c.audit('application-submitted', { applicationId: row.id }, { verdict: assessment.verdict, round: row.round });
  await c.emit(applicationSubmitted(eventOf(row)));
}

/**
 * Goes on with the document held for this offering of the session. Where somebody else's live application holds it, this
 * one goes on all the same, without holding it: neither account may learn of the other, so both hear "submitted"; staff
 * get a case on both and no approval passes before it is decided.
 */
async function takeDocument(c: Context, row: Application, set: Partial<Application>): Promise<void> {
  const guard = { id: row.id, version: row.version, states: MENDABLE };
  const documentKey = documentKeyOf(row);
  const changed = await changeIf(c.h, guard, { ...set, documentKey }).catch((error: unknown) => {
    if (!isDuplicate(error, 'uq_application_document')) throw error;
    return 'document-held' as const;
  });
  if (changed === false) refuse('changed-meanwhile');
  if (changed !== 'document-held') return;
  if (!(await changeIf(c.h, guard, { ...set, documentKey: null }))) refuse('changed-meanwhile');
  const holder = await findByDocumentKey(c.h, documentKey);
  // gone again in between: staff look at this one alone
  const pair = holder ? [holder.id, row.id].toSorted() : [row.id];
  await openCase(
    c.h,
    {
      caseKey: `document-twice:${pair.join(':')}`,
      bodyId: row.bodyId,
      kind: 'document-twice',
      applicationId: row.id,
      ...(holder ? { otherApplicationId: holder.id } : {}),
    },
    c.now.ms,
  );
}

/** One document, one live application to an offering of a session. */
export function documentKeyOf(row: Pick<Application, 'id' | 'sessionId' | 'offeringCode' | 'documentIndex'>): string {
  if (row.documentIndex === null) throw new Error(`application ${row.id} has no document`);
  return `${row.sessionId}:${row.offeringCode}:${row.documentIndex}`;
}
