import type { LocalDate } from '@jikaotong/shared/kernel';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { may } from '@jikaotong/shared/rules/progress';
import { isDuplicate } from '../../platform/db';
import { type Context, type Refused, refuse, refuseWhen } from '../../platform/http';
import { openCase } from '../cases';
import { MENDABLE } from './application.policy';
import type { Application } from './application.record';
import { changeIf, findByDocumentKey } from './application.repository';
import { type Candidate, openCandidate } from './candidate';
import { applicationSubmitted, eventOf } from './events';
import type { Frame } from './frame';
import { progressFactsOf } from './progress';
import { assessSubmission, refuseSubmission } from './submission.policy';

/** Where an application comes in: at a counter a clerk looks at the originals, and paper is signed. */
export type Door = 'phone' | 'counter';

type Judged = { readonly refused: Refused | null; readonly on: LocalDate; readonly assessment: Assessment };

/**
 * What stands against handing in on this day, by this door: rules/progress, then `refuseSubmission`. A returned one is
 * judged on the day it was first handed in, for that day it was an application.
 */
export function judgeHandIn(given: {
  row: Application;
  candidate: Candidate;
  frame: Frame;
  day: LocalDate;
  door: Door;
}): Judged {
  const { row, candidate, frame, day, door } = given;
  const { notice } = frame;
  const on = row.firstSubmittedOn ?? day;
  const assessment = assessSubmission({ notice, offeringCode: row.offeringCode, facts: row.facts, candidate, on });
  const atCounter = door === 'counter' || row.atCounter;
  const submission = { ...row, candidate, notice, on, examOn: frame.examEnd, atCounter };
  const refused = refuseTime(given) ?? refuseDoor(given) ?? refuseSubmission(submission, assessment);
  return { refused, on, assessment };
}

function refuseTime({ row, frame, day }: Parameters<typeof judgeHandIn>[0]): Refused | null {
  if (frame.sessionState !== 'published')
    return { refused: 'wrong-state', data: { state: `session-${frame.sessionState}` } };
  const notNow = may('submit', progressFactsOf(row, frame.windows), day);
  return notNow && { refused: notNow.code, data: notNow.data };
}

/** Once it came in at the counter, it may be mended from the phone. */
const refuseDoor = ({ row, frame, door }: Parameters<typeof judgeHandIn>[0]): Refused | null =>
  door === 'phone' && row.firstSubmittedOn === null && individualsApply(frame.notice) === 'counter'
    ? { refused: 'apply-at-counter' }
    : null;

/** Hands an application in: everything is judged again, with authority, and frozen. Refuses by `judgeHandIn`. */
export async function handIn(c: Context, row: Application, frame: Frame, door: Door): Promise<void> {
  const { notice } = frame;
  const candidate = openCandidate(c.ports.crypto, row);
  const { refused, on, assessment } = judgeHandIn({ row, candidate, frame, day: c.now.day, door });
  refuseWhen(refused);
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
    atCounter: door === 'counter' || row.atCounter,
    rejection: null,
  });
  c.audit('application-submitted', { applicationId: row.id }, { verdict: assessment.verdict, round: row.round, door });
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
