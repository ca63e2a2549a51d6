import type { ExtraAnswers } from '@jikaotong/shared/contract';
import { In } from 'typeorm';
import { type Crypto, openJson, sealJson } from '../../platform/crypto';
import { type Handle, insert, updateWhere } from '../../platform/db';
import { type AuthoritySheet, authoritySheetRecord, extraFactsRecord } from './authority-sheet.record';

export const sheetsOf = (h: Handle, bodyId: string): Promise<AuthoritySheet[]> =>
  h.repo(authoritySheetRecord).find({ where: { bodyId }, order: { id: 'ASC' } });

export const findSheet = (h: Handle, bodyIds: readonly string[], id: string): Promise<AuthoritySheet | null> =>
  h.repo(authoritySheetRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const insertSheet = (h: Handle, sheet: AuthoritySheet): Promise<void> => insert(h, authoritySheetRecord, sheet);

/** Changes the version that was seen; false when somebody else was faster. */
export const changeSheet = async (
  h: Handle,
  { id, version }: Pick<AuthoritySheet, 'id' | 'version'>,
  set: Pick<AuthoritySheet, 'name' | 'sources' | 'photoName' | 'changedAt' | 'changedBy'>,
): Promise<boolean> =>
  (await updateWhere(h, authoritySheetRecord, { id, version }, { ...set, version: version + 1 })) === 1;

export const deleteSheet = async (h: Handle, id: string): Promise<void> => {
  await h.repo(authoritySheetRecord).delete({ id });
};

/** What a candidate told, and when they agreed; null: nothing. */
export async function extraFactsOf(h: Handle, crypto: Crypto, candidateId: string) {
  const row = await h.repo(extraFactsRecord).findOneBy({ id: candidateId });
  return row && { answers: openJson(crypto, placeOf(row.id), row.answers), consentedAt: row.consentedAt };
}

/** The same of many, by candidate. */
export async function extraAnswersOf(
  h: Handle,
  crypto: Crypto,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, ExtraAnswers>> {
  const rows = candidateIds.length === 0 ? [] : await h.repo(extraFactsRecord).findBy({ id: In([...candidateIds]) });
  return new Map(rows.map((row) => [row.id, openJson(crypto, placeOf(row.id), row.answers)]));
}

/** Told anew, or for the first time; the caller holds the candidate's row. */
export async function writeExtraFacts(
  h: Handle,
  crypto: Crypto,
  { id, answers, nowMs }: { readonly id: string; readonly answers: ExtraAnswers; readonly nowMs: number },
): Promise<void> {
  const set = { answers: sealJson(crypto, placeOf(id), answers), consentedAt: nowMs };
  if ((await updateWhere(h, extraFactsRecord, { id }, set)) === 0) await insert(h, extraFactsRecord, { id, ...set });
}

export const forgetExtraFacts = async (h: Handle, id: string): Promise<void> => {
  await h.repo(extraFactsRecord).delete({ id });
};

const placeOf = (row: string) => ({ table: 'extra_facts', column: 'answers', row });
