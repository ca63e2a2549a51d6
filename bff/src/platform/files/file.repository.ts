import { In } from 'typeorm';
import { type Handle, insert } from '../db';
import { type StoredFile, fileRecord } from './file.record';

/** Makes a written file known, in the transaction that refers to it; bytes without a row are unreadable litter. */
export const recordFile = (h: Handle, file: StoredFile): Promise<void> => insert(h, fileRecord, file);

/** The files of these ids, by id; those that are gone are not among them. */
export const findFiles = async (h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFile>> =>
  new Map(
    (ids.length === 0 ? [] : await h.repo(fileRecord).findBy({ id: In([...ids]) })).map((file) => [file.id, file]),
  );

export const findFile = (h: Handle, id: string): Promise<StoredFile | null> => h.repo(fileRecord).findOneBy({ id });
