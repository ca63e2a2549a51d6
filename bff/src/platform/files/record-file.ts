import { type Handle, insert } from '../db';
import { type StoredFile, fileRecord } from './file.record';

/** Makes a written file known, in the transaction that refers to it; bytes without a row are unreadable litter. */
export const recordFile = (h: Handle, file: StoredFile): Promise<void> => insert(h, fileRecord, file);

export const findFile = (h: Handle, id: string): Promise<StoredFile | null> => h.repo(fileRecord).findOneBy({ id });
