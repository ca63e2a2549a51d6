import { In, IsNull, Not } from 'typeorm';
import { type Handle, insert, updateWhere } from '../../platform/db';
import { type StoredResult, resultRecord } from './result.record';

export const insertResults = (h: Handle, results: readonly StoredResult[]): Promise<void> =>
  insert(h, resultRecord, results);

/** The marks that count, of every candidate of a session. */
export const currentIn = async (h: Handle, sessionId: string): Promise<StoredResult[]> =>
  latest(await h.repo(resultRecord).find({ where: { sessionId }, order: { version: 'ASC' } }));

/** The marks that count, of these candidates. */
export const currentOf = async (h: Handle, participantIds: readonly string[]): Promise<StoredResult[]> =>
  participantIds.length === 0
    ? []
    : latest(
        await h
          .repo(resultRecord)
          .find({ where: { participantId: In([...participantIds]) }, order: { version: 'ASC' } }),
      );

/** Everybody who ever recorded or confirmed a mark of this candidate's subject. */
export const markersOf = async (
  h: Handle,
  of: { participantId: string; subject: StoredResult['subject'] },
): Promise<string[]> =>
  (await h.repo(resultRecord).findBy(of)).flatMap(({ recordedBy, confirmedBy }) =>
    confirmedBy === null ? [recordedBy] : [recordedBy, confirmedBy],
  );

/** Whoever recorded or confirmed any mark of a participant. */
export const marksHandledBy = async (h: Handle, participantId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await h.repo(resultRecord).findBy({ participantId })).flatMap(({ recordedBy, confirmedBy }) =>
      confirmedBy === null ? [recordedBy] : [recordedBy, confirmedBy],
    ),
  );

/** Notes that a second person found the same mark; false where somebody did, or it is one's own. */
export const confirmMark = async (
  h: Handle,
  id: string,
  by: { readonly accountId: string; readonly nowMs: number },
): Promise<boolean> =>
  (await updateWhere(
    h,
    resultRecord,
    { id, confirmedBy: IsNull(), recordedBy: Not(by.accountId) },
    { confirmedBy: by.accountId, confirmedAt: by.nowMs },
  )) === 1;

/** The last one of each candidate and subject; the rows come by version. */
const latest = (rows: readonly StoredResult[]): StoredResult[] => [
  ...new Map(rows.map((row) => [`${row.participantId} ${row.subject}`, row])).values(),
];
