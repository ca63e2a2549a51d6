import { In, IsNull, Not } from 'typeorm';
import { type Handle, findLocked, insert, updateWhere } from '../../platform/db';
import { fileRecord } from '../../platform/files';
import { rosterRowRecord } from './roster.record';
import { type SignedPage, type SignedScan, signedPageRecord, signedScanRecord } from './signed-scan.record';

export const insertScan = (h: Handle, scan: SignedScan): Promise<void> => insert(h, signedScanRecord, scan);

export const findScan = (h: Handle, id: string): Promise<SignedScan | null> =>
  h.repo(signedScanRecord).findOneBy({ id });

/** Of a roster, the newest first. */
export const scansOf = (h: Handle, rosterId: string, most: number): Promise<SignedScan[]> =>
  h.repo(signedScanRecord).find({ where: { rosterId }, order: { id: 'DESC' }, take: most });

export const countReading = (h: Handle, rosterId: string): Promise<number> =>
  h.repo(signedScanRecord).countBy({ rosterId, state: 'reading' });

/** What is still read, the newest first. */
export const readingOf = (h: Handle, rosterId: string): Promise<Pick<SignedScan, 'id' | 'read'>[]> =>
  h.repo(signedScanRecord).find({
    select: { id: true, read: true },
    where: { rosterId, state: 'reading' },
    order: { id: 'DESC' },
  });

/** Goes on to a later page; false when it was stopped, or somebody else read these pages. */
export const goOn = async (h: Handle, { id, read }: Pick<SignedScan, 'id' | 'read'>, to: number): Promise<boolean> =>
  (await updateWhere(h, signedScanRecord, { id, read, state: 'reading' }, { read: to })) === 1;

/** Ends a scan that is still read, and makes what was sent unreadable; false when it was over. */
export async function endScan(
  h: Handle,
  { id, fileId }: Pick<SignedScan, 'id' | 'fileId'>,
  set: Pick<SignedScan, 'state' | 'outcome' | 'finishedAt'>,
): Promise<boolean> {
  if ((await updateWhere(h, signedScanRecord, { id, state: 'reading' }, { ...set, fileId: null })) !== 1) return false;
  if (fileId !== null) await forgetFiles(h, [fileId]);
  return true;
}

export const insertPage = (h: Handle, page: SignedPage): Promise<void> => insert(h, signedPageRecord, page);

/** Nobody else gives this row a page until the transaction ends. */
export const lockRow = (h: Handle, id: string) => findLocked(h, rosterRowRecord, { id });

export const findPage = (h: Handle, rosterId: string, id: string): Promise<SignedPage | null> =>
  findLocked(h, signedPageRecord, { rosterId, id });

/** Pages of somebody's form that were taken. */
export const pagesOfRow = (h: Handle, rowId: string, formMark: string): Promise<SignedPage[]> =>
  h.repo(signedPageRecord).find({ where: { rowId, formMark, outcome: 'taken' }, order: { part: 'ASC' } });

export const changePage = (h: Handle, id: string, set: Partial<Omit<SignedPage, 'id'>>): Promise<number> =>
  updateWhere(h, signedPageRecord, { id }, set);

const DEALT_WITH = ['taken', 'dropped'] as const;

/** Pages that nobody has dealt with, in the order in which they came. */
export const openPages = (h: Handle, rosterId: string, most: number): Promise<[SignedPage[], number]> =>
  h.repo(signedPageRecord).findAndCount({
    where: { rosterId, outcome: Not(In(DEALT_WITH)) },
    order: { scanId: 'ASC', number: 'ASC' },
    take: most,
  });

export const takenPages = (h: Handle, rosterId: string): Promise<SignedPage[]> =>
  h.repo(signedPageRecord).findBy({ rosterId, outcome: 'taken' });

/** The same of one row, of whatever form. */
export const takenPagesOf = (h: Handle, rowId: string): Promise<SignedPage[]> =>
  h.repo(signedPageRecord).findBy({ rowId, outcome: 'taken' });

/** Without its row nobody has the key of a file. */
export async function forgetFiles(h: Handle, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await h.repo(fileRecord).delete({ id: In([...ids]) });
}

/** What was never given to anybody of a scan is kept no longer; the files whose bytes may go. */
export async function forgetOpenPages(h: Handle, scanId: string): Promise<string[]> {
  const pages = await h.repo(signedPageRecord).findBy({ scanId, outcome: Not('taken'), fileId: Not(IsNull()) });
  const ids = pages.flatMap(({ fileId }) => fileId ?? []);
  await updateWhere(h, signedPageRecord, { scanId, outcome: Not('taken') }, { fileId: null, outcome: 'dropped' });
  await forgetFiles(h, ids);
  return ids;
}
