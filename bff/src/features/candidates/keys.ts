import { type Handle, isDuplicate } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type CaseCause, openCase } from '../cases';
import type { Candidate } from './candidate.record';
import { changeCandidate, findByDocumentKey } from './candidate.repository';

/** Within what somebody applies once. */
export const sessionScope = (sessionId: string, offeringCode: string): string => `${sessionId}:${offeringCode}`;

/** One account, one live enrolment in a scope. */
export const accountKeyOf = (scope: string, accountId: string): string => `${scope}:${accountId}`;

/**
 * Takes the document of an enrolment in its scope. Where another live enrolment holds it, this one lives without, and
 * staff get a case that names both: neither account may learn of the other, so both go on.
 */
export async function takeDocument(
  { h, now }: Pick<Context, 'h' | 'now'>,
  row: Pick<Candidate, 'id' | 'kind' | 'bodyId' | 'scope' | 'documentIndex'>,
): Promise<void> {
  if (await holdDocument(h, row)) return;
  await changeCandidate(h, row.id, { documentKey: null });
  const holder = await findByDocumentKey(h, documentKeyOf(row));
  await openCase(h, twiceCase(row, holder?.id ?? null), now.ms);
}

/** `holderId` null: gone again when one looked; staff look at this one alone. */
function twiceCase(row: Pick<Candidate, 'id' | 'kind' | 'bodyId'>, holderId: string | null): CaseCause {
  const [one = row.id, other] = holderId === null ? [row.id] : [holderId, row.id].toSorted();
  const { bodyId } = row;
  const kind = 'document-twice';
  // the keys of before go on: a cause known today opens no second case tomorrow
  return row.kind === 'entry'
    ? {
        caseKey: `${kind}:entry:${one}:${other ?? ''}`,
        bodyId,
        kind,
        candidateId: one,
        ...(other === undefined ? {} : { otherCandidateId: other }),
      }
    : {
        caseKey: `${kind}:${other === undefined ? one : `${one}:${other}`}`,
        bodyId,
        kind,
        candidateId: row.id,
        ...(holderId === null ? {} : { otherCandidateId: holderId }),
      };
}

/** Holds an account's place in the scope of its enrolment, again; false when another live enrolment of it does. */
export const holdAccount = (h: Handle, row: Pick<Candidate, 'id' | 'scope' | 'accountId'>): Promise<boolean> =>
  row.accountId === null
    ? Promise.resolve(true)
    : tryKeys(h, row.id, { accountKey: accountKeyOf(row.scope, row.accountId) });

/** One retake at a time builds on a first sitting; `examined`: how many of them were. */
export const retakeKeyOf = (rootId: string, examined: number): string => `${rootId}:${examined}`;

/** Holds the place of the one retake, again; false when another one does since. */
export const holdRetakeKey = (h: Handle, id: string, retakeKey: string): Promise<boolean> =>
  tryKeys(h, id, { retakeKey });

/** Holds the document in the scope of an enrolment, again or at last; false when another live enrolment holds it. */
export const holdDocument = (h: Handle, row: Pick<Candidate, 'id' | 'scope' | 'documentIndex'>): Promise<boolean> =>
  tryKeys(h, row.id, { documentKey: documentKeyOf(row) });

/**
 * Links an enrolment to the person it is of, once in its scope; false, and nothing written, when another live enrolment
 * is that person's, such as by a second document.
 */
export const holdPerson = (h: Handle, row: Pick<Candidate, 'id' | 'scope'>, personId: string): Promise<boolean> =>
  tryKeys(h, row.id, { personId, personKey: `${row.scope}:${personId}` });

/** Of nobody known again: what linked it to a person was taken back. */
export const releasePerson = (h: Handle, id: string): Promise<void> =>
  changeCandidate(h, id, { personId: null, personKey: null });

async function tryKeys(
  h: Handle,
  id: string,
  keys: Partial<Pick<Candidate, 'accountKey' | 'documentKey' | 'personId' | 'personKey' | 'retakeKey'>>,
): Promise<boolean> {
  try {
    await changeCandidate(h, id, keys);
    return true;
  } catch (error) {
    if (!KEYS.some((key) => isDuplicate(error, key))) throw error;
    return false;
  }
}

const KEYS = ['uq_candidate_account', 'uq_candidate_document', 'uq_candidate_person', 'uq_candidate_retake'] as const;

function documentKeyOf(row: Pick<Candidate, 'id' | 'scope' | 'documentIndex'>): string {
  if (row.documentIndex === null) throw new Error(`candidate ${row.id} has no document`);
  return `${row.scope}:${row.documentIndex}`;
}
