import { uniqueColumnsOf } from './record';

/** Whether an INSERT or UPDATE hit a unique key; with a name, that very key (primary keys have none). */
export function isDuplicate(error: unknown, key?: string): boolean {
  const driver = driverError(error);
  const duplicate =
    driver?.code === 'ER_DUP_ENTRY' ||
    driver?.code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    driver?.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
  if (!duplicate || key === undefined) return duplicate;
  const columns = uniqueColumnsOf(key);
  if (columns === undefined) throw new Error(`no unique key is named ${key}`);
  const message = driver.message ?? '';
  return message.endsWith(`failed: ${columns}`) || message.endsWith(`'${key}'`) || message.endsWith(`.${key}'`);
}

/** Deadlock, lock wait timeout, and a row changed since the snapshot: the whole transaction may run again. */
export function isTransient(error: unknown): boolean {
  const errno = driverError(error)?.errno;
  return errno === 1213 || errno === 1205 || errno === 1020;
}

const AWAY: readonly unknown[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
];

/**
 * Whether the database server could not be asked, or went away while it was: nobody's mistake here, and over in a while.
 * A connection that was closed before its turn has no code, only mysql2's sentence.
 */
export function isAway(error: unknown): boolean {
  const driver = driverError(error);
  if (!driver) return false;
  return AWAY.includes(driver.code) || /connection is in closed state/i.test(driver.message ?? '');
}

const FULL: readonly unknown[] = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL'];

/** Whether the embedded file could not grow, or a file beside it; a step's error hides it in its cause. */
export function isDiskFull(error: unknown): boolean {
  const code = driverError(error)?.code;
  if (FULL.includes(code)) return true;
  return error instanceof Error && error.cause !== undefined && isDiskFull(error.cause);
}

type DriverError = { code?: unknown; errno?: unknown; message?: string };

function driverError(error: unknown): DriverError | null {
  if (!(error instanceof Error)) return null;
  const inner: unknown = 'driverError' in error ? error.driverError : error;
  return inner instanceof Error ? inner : null;
}
