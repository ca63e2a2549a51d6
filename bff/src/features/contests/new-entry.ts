import type { Context } from '../../platform/http';
import { type Candidate, type IdentityColumns, attachFile, insertCandidate } from '../candidates';
import { insertParticipant, newParticipant } from '../participants';
import type { Contest } from './contest';
import { type Entry, type EntryRow, insertOwnRow } from './entry.repository';
import { stageEventOf } from './stage.repository';

/** Somebody who enters, judged; `own` is what only an entry has. */
type Given = Pick<Candidate, 'id' | 'accountId' | 'accountKey' | 'photo'> & {
  readonly identity: IdentityColumns;
  readonly verdict: Entry['verdict'];
  /** The unit that entered somebody. */
  readonly unitId?: string;
  readonly own: Omit<EntryRow, 'id' | 'noticeVersionId'>;
};

/** Writes a new entry: the candidate, in the first stage, and what only an entry has; its document is yet to be taken. */
export async function insertEntry({ h, now }: Context, contest: Contest, given: Given): Promise<void> {
  const { id, accountId, accountKey, photo, identity, verdict, unitId = null, own } = given;
  const { notice, version, offeringCode } = contest;
  const candidate: Candidate = {
    id,
    kind: 'entry',
    bodyId: notice.body.id,
    noticeId: notice.id,
    offeringCode,
    accountId,
    unitId,
    personId: null,
    subjects: null,
    retakeOfId: null,
    retakeKey: null,
    retakeScheme: null,
    scope: notice.id,
    accountKey,
    documentKey: null,
    personKey: null,
    ...identity,
    photo,
    erased: null,
    createdAt: now.ms,
  };
  await insertCandidate(h, candidate);
  const eventId = await stageEventOf(h, notice.id, contest.firstStage);
  const at = { eventId, state: standingOf(verdict), verdict, submittedAt: now.ms, firstSubmittedOn: now.day };
  await insertParticipant(h, newParticipant(candidate, at));
  await insertOwnRow(h, { id, noticeVersionId: version.id, ...own });
  if (photo !== null) await attachFile(h, id, photo.fileId);
}

/** Whom the rules accept is in; of the others staff decide. */
export const standingOf = (verdict: Entry['verdict']): 'approved' | 'submitted' =>
  verdict === 'eligible' ? 'approved' : 'submitted';
