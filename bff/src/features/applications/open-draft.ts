import type { Facts } from '@jikaotong/shared/notice';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { loadAccount, phoneOf } from '../accounts';
import type { Application } from './application.record';
import { changeIf, findByAccountKey, insertApplication } from './application.repository';
import { candidateColumns, openCandidate } from './candidate';
import type { Frame } from './frame';

/**
 * The account's live application to an offering: a new draft, which knows the phone she signed in with, or the unfinished
 * one with the answers given now. Refuses `application-conflict` when one was handed in already.
 */
export async function openDraft(
  c: Context,
  wanted: { accountId: string; frame: Frame; offeringCode: string; facts: Facts | undefined },
): Promise<string> {
  const row = newDraft(c, wanted);
  const accountKey = accountKeyOf(row);
  const known = await findByAccountKey(c.h, accountKey);
  if (known) return goOn(c, known, wanted.facts);
  const { crypto } = c.ports;
  const phone = phoneOf(crypto, await loadAccount(c.h, wanted.accountId));
  const candidate = candidateColumns(crypto, row.id, { ...openCandidate(crypto, row), phone });
  try {
    await insertApplication(c.h, { ...row, ...candidate, accountKey });
  } catch (error) {
    // the same account tapped twice: the first draft is the draft
    const winner = isDuplicate(error, 'uq_application_account') ? await findByAccountKey(c.h, accountKey) : null;
    if (!winner) throw error;
    return goOn(c, winner, wanted.facts);
  }
  c.audit('application-started', { applicationId: row.id, sessionId: row.sessionId }, { offering: row.offeringCode });
  return row.id;
}

/** One account, one live application to an offering of a session. */
export const accountKeyOf = (row: Pick<Application, 'sessionId' | 'offeringCode' | 'accountId'>): string =>
  `${row.sessionId}:${row.offeringCode}:${row.accountId}`;

async function goOn(c: Context, row: Application, facts: Facts | undefined): Promise<string> {
  if (row.state !== 'draft') refuse('application-conflict', { applicationId: row.id });
  if (facts === undefined) return row.id;
  const merged = { ...row.facts, ...facts };
  if (!(await changeIf(c.h, { id: row.id, version: row.version, states: ['draft'] }, { facts: merged })))
    refuse('changed-meanwhile');
  return row.id;
}

const newDraft = (
  c: Context,
  { accountId, frame, offeringCode, facts }: Parameters<typeof openDraft>[1],
): Application => ({
  id: newId(),
  version: 1,
  accountId,
  bodyId: frame.bodyId,
  noticeId: frame.notice.id,
  noticeVersion: frame.noticeVersion,
  noticeVersionId: frame.noticeVersionId,
  sessionId: frame.sessionId,
  offeringCode,
  state: 'draft',
  accountKey: null,
  documentKey: null,
  personId: null,
  name: null,
  origin: null,
  documentType: null,
  documentNumber: null,
  documentIndex: null,
  documentTailIndex: null,
  documentExpiresOn: null,
  birthDate: null,
  sex: null,
  phone: null,
  phoneIndex: null,
  phoneTailIndex: null,
  employer: null,
  address: null,
  facts: facts ?? {},
  route: null,
  assessment: null,
  papers: [],
  photo: null,
  signatureFileId: null,
  fees: null,
  changedFields: [],
  round: 0,
  rejection: null,
  createdAt: c.now.ms,
  submittedAt: null,
  firstSubmittedOn: null,
  atCounter: false,
  decidedAt: null,
  orderState: null,
  transferClaimed: false,
  paidAt: null,
  seated: false,
  ticketIssuedAt: null,
  resultsComplete: false,
  resultsPublishedOn: null,
  outcome: null,
  scoreReviewOpen: false,
  retakeUntil: null,
  certificate: null,
  certificateIssuedOn: null,
  changeId: null,
  changeKind: null,
  changeUntil: null,
  changeChoice: null,
  stateBeforeChange: null,
});
