import { In, IsNull, Not } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import type { AwardState } from '@jikaotong/shared/contract';
import { type Handle, findRow, insert, isDuplicate, updateWhere } from '../../platform/db';
import {
  type Award,
  type AwardAccount,
  type JoinedUnit,
  type StoredAnswer,
  accountWords,
  awardAccountRecord,
  awardAnswerRecord,
  awardRecord,
  joinedUnitRecord,
} from './award.record';

export type { Award, AwardAccount, JoinedUnit, StoredAnswer };

export const answersOf = (h: Handle, noticeId: string): Promise<StoredAnswer[]> =>
  h.repo(awardAnswerRecord).find({ where: { noticeId }, order: { id: 'ASC' } });

/** Writes an answer over the one that stood; under the lock of the board. */
export async function putAnswer(h: Handle, row: StoredAnswer): Promise<void> {
  await h.repo(awardAnswerRecord).delete({ noticeId: row.noticeId, answerKey: row.answerKey });
  await insert(h, awardAnswerRecord, row);
}

export const joinedUnitsOf = (h: Handle, noticeId: string): Promise<JoinedUnit[]> =>
  h.repo(joinedUnitRecord).find({ where: { noticeId }, order: { id: 'ASC' } });

/** Says of these written names which unit they are; under the lock of the board. */
export async function putJoined(h: Handle, noticeId: string, rows: readonly JoinedUnit[]): Promise<void> {
  await h.repo(joinedUnitRecord).delete({ noticeId, written: In(rows.map(({ written }) => written)) });
  await insert(h, joinedUnitRecord, rows);
}

/** The units, as entrants that live wrote them. */
export async function writtenUnits(h: Handle, noticeId: string) {
  const rows = await h.query<{ unit: string; kind: string | null; n: number | string }>(
    `SELECT e.unit AS unit, e.unit_type AS kind, COUNT(*) AS n
     FROM candidate c JOIN contest_entry e ON e.id = c.id
     JOIN participant p ON p.id = (SELECT MIN(q.id) FROM participant q WHERE q.candidate_id = c.id)
     WHERE c.scope = ? AND p.state IN ('submitted', 'approved') AND e.unit IS NOT NULL
     GROUP BY e.unit, e.unit_type ORDER BY COUNT(*) DESC, e.unit`,
    [noticeId],
  );
  return rows.map(({ unit, kind, n }) => ({ unit, kind, entrants: Number(n) }));
}

export const insertAwards = (h: Handle, rows: readonly Award[]): Promise<void> => insert(h, awardRecord, rows);

export const awardsOfContest = (h: Handle, noticeId: string): Promise<Award[]> =>
  h.repo(awardRecord).find({ where: { noticeId }, order: { position: 'ASC' } });

export const findAwardIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Award | null> =>
  h.repo(awardRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const findAward = (h: Handle, id: string): Promise<Award | null> => findRow(h, awardRecord, { id });

/** What an entrant won; not what their coach did. */
export const awardsOfEntrant = (h: Handle, candidateId: string): Promise<Award[]> =>
  h.repo(awardRecord).find({ where: { candidateId, recipient: 'entrant' }, order: { position: 'ASC' } });

export const awardsOfUnit = (h: Handle, bodyId: string, unitKey: string): Promise<Award[]> =>
  h.repo(awardRecord).find({ where: { bodyId, unitKey }, order: { id: 'DESC' }, take: 500 });

/** Changes what became of an award that still stands so and is not paid; false when somebody was faster. */
export const changeAwardIf = async (
  h: Handle,
  { id, was }: { readonly id: string; readonly was: AwardState },
  set: Pick<Award, 'state' | 'reason' | 'changedBy' | 'changedAt'>,
): Promise<boolean> => (await updateWhere(h, awardRecord, { id, state: was, paidOn: IsNull() }, set)) === 1;

/** Notes that an award that is given was paid; false when it is paid already, or not given any more. */
export const payAwardIf = async (
  h: Handle,
  id: string,
  set: Pick<Award, 'paidOn' | 'paidHow' | 'paidBy'>,
): Promise<boolean> => (await updateWhere(h, awardRecord, { id, state: 'given', paidOn: IsNull() }, set)) === 1;

/** False when it is not noted as paid. */
export const unpayAwardIf = async (h: Handle, id: string): Promise<boolean> =>
  (await updateWhere(h, awardRecord, { id, paidOn: Not(IsNull()) }, { paidOn: null, paidHow: null, paidBy: null })) ===
  1;

/** Lets an award that is given stay as it is, for the rank that is published now (0: none); false when it is not given any more. */
export const keepAwardIf = async (
  h: Handle,
  id: string,
  set: Pick<Award, 'keptRank' | 'reason' | 'changedBy' | 'changedAt'>,
): Promise<boolean> => (await updateWhere(h, awardRecord, { id, state: 'given' }, set)) === 1;

/** Numbers a paper that has no number; false when it has one. */
export const numberPaper = async (
  h: Handle,
  id: string,
  set: { readonly paperNumber: string; readonly paperIssuedAt: number },
): Promise<boolean> => (await updateWhere(h, awardRecord, { id, paperNumber: IsNull() }, set)) === 1;

export const numberedPapers = (h: Handle, noticeId: string, code: string): Promise<Award[]> =>
  h
    .repo(awardRecord)
    .find({ where: { noticeId, code, paperNumber: Not(IsNull()), state: 'given' }, order: { paperNumber: 'ASC' } });

export const setConsent = (
  h: Handle,
  ids: readonly string[],
  set: { readonly consents: boolean; readonly consentedAt: number },
): Promise<number> => updateWhere(h, awardRecord, { id: In([...ids]) }, set);

export const accountOf = (h: Handle, candidateId: string): Promise<AwardAccount | null> =>
  findRow(h, awardAccountRecord, { candidateId });

/** The same of several, by candidate. */
export async function accountsAmong(
  h: Handle,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, AwardAccount>> {
  if (candidateIds.length === 0) return new Map();
  const rows = await h.repo(awardAccountRecord).findBy({ candidateId: In([...candidateIds]) });
  return new Map(rows.map((row) => [row.candidateId, row]));
}

/** Writes where the money shall go over what stood there, also where somebody is writing it this moment. */
export async function putAccount(h: Handle, row: AwardAccount): Promise<void> {
  const { candidateId } = row;
  await h.repo(awardAccountRecord).delete({ candidateId });
  if (await insertAccount(h, row)) return;
  await h.repo(awardAccountRecord).delete({ candidateId });
  await insert(h, awardAccountRecord, row);
}

/** The same by staff; false where the winner has told it. */
export async function putNotedAccount(h: Handle, row: AwardAccount): Promise<boolean> {
  const noted = { candidateId: row.candidateId, notedBy: Not(IsNull()) };
  await h.repo(awardAccountRecord).delete(noted);
  if (await insertAccount(h, row)) return true;
  // somebody was faster: another one of the staff, or the winner
  await h.repo(awardAccountRecord).delete(noted);
  return insertAccount(h, row);
}

const insertAccount = (h: Handle, row: AwardAccount): Promise<boolean> =>
  insert(h, awardAccountRecord, row).then(
    () => true,
    (error: unknown) => {
      if (isDuplicate(error, 'uq_award_account')) return false;
      throw error;
    },
  );

/** How many of these candidates have told where their money goes, or had it noted. */
export const countAccounts = async (h: Handle, candidateIds: readonly string[]): Promise<number> =>
  candidateIds.length === 0 ? 0 : h.repo(awardAccountRecord).countBy({ candidateId: In([...candidateIds]) });

/** What was told of an account, sealed in its row. */
export const accountFields = (
  crypto: Crypto,
  id: string,
  told: { readonly holder: string; readonly bank: string; readonly number: string },
): Pick<AwardAccount, 'holder' | 'bank' | 'number'> => ({
  holder: accountWords.seal(crypto, id, 'holder', told.holder),
  bank: accountWords.seal(crypto, id, 'bank', told.bank),
  number: accountWords.seal(crypto, id, 'number', told.number),
});
