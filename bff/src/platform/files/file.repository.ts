import { In } from 'typeorm';
import { type Handle, insert } from '../db';
import { type StoredFile, fileRecord } from './file.record';

/** Makes a written file known, in the transaction that refers to it; bytes without a row are unreadable litter. */
export const recordFile = (h: Handle, file: StoredFile): Promise<void> => insert(h, fileRecord, file);

/** The files of these ids, by id; those that are gone are not among them. */
export async function findFiles(h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFile>> {
  const found = new Map<string, StoredFile>();
  for (let from = 0; from < ids.length; from += CHUNK)
    for (const file of await h.repo(fileRecord).findBy({ id: In(ids.slice(from, from + CHUNK)) }))
      found.set(file.id, file);
  return found;
}

/** So many ids fit into one question on either engine. */
const CHUNK = 500;

export const findFile = (h: Handle, id: string): Promise<StoredFile | null> => h.repo(fileRecord).findOneBy({ id });
