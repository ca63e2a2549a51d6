import path from 'node:path';
import { isStartRefused, startRefused } from '../config';
import { isDiskFull } from './errors';

/** An error that keeps an embedded file from being opened, checked or upgraded, as one sentence that says what to do; any other as it is. */
export function startFault(file: string, error: unknown): unknown {
  if (isStartRefused(error)) return error;
  const folder = path.dirname(file);
  if (isDiskFull(error)) return diskFull(folder);
  const said = wordsOf(error);
  if (/SQLITE_(NOTADB|CORRUPT)|not a database|malformed/i.test(said)) return damaged(file);
  if (/locked|busy/i.test(said)) return startRefused(`${file} is in use by another process.`);
  if (/unable to open|SQLITE_CANTOPEN|EACCES|EPERM|EROFS|readonly|ENOTDIR|ENOENT|EISDIR/i.test(said))
    return startRefused(
      `${file} cannot be written: let the user of this process write in ${folder}, or name another folder in DATA_DIR.`,
    );
  return error;
}

/** Nothing more can be written there. */
export const diskFull = (where: string): Error =>
  startRefused(`The disk of ${where} is full: free some space on it and start again; nothing is lost.`);

/** Its own pages do not hang together. */
export const damaged = (file: string): Error =>
  startRefused(
    `${file} is damaged: put your last backup in its place (a copy from before the last upgrade lies beside it as ${path.basename(file)}.at-…), or move it away to begin with an empty database.`,
  );

/** What an error says of itself and its causes, codes first. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error ? String(error.code) : '';
  return [code, error.message, wordsOf(error.cause)].join(' ');
}
