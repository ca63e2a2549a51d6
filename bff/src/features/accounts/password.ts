import { hash, verify } from '@node-rs/argon2';
import { refuseInsideTx } from '../../platform/db';
import { isCommonPassword } from './common-password';

/** argon2id by the library's defaults (19 MiB, 2 passes); runs on the thread pool, never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  refuseInsideTx('hashing a password');
  return hash(normal(password));
}

/** Whether the password fits; without a hash it takes as long and says no, so that time tells nobody who exists. */
export async function isPassword(secretHash: string | null, password: string): Promise<boolean> {
  refuseInsideTx('checking a password');
  const fits = await verify(secretHash ?? (await decoyHash()), normal(password));
  return fits && secretHash !== null;
}

export const PASSWORD_LENGTH = 10;

/** At least 10 characters, neither one character over and over nor the staff name. */
export const isWeakPassword = (password: string, name: string): boolean =>
  [...password].length < PASSWORD_LENGTH ||
  new Set(password).size < 4 ||
  (name !== '' && password.toLowerCase().replaceAll(/[^a-z]/g, '') === name.toLowerCase().replaceAll(/[^a-z]/g, ''));

/** Why a password may not be taken by whoever signs in under this name; null where it may. */
export async function passwordFault(
  password: string,
  name: string,
): Promise<'password-weak' | 'password-common' | null> {
  if (isWeakPassword(password, name)) return 'password-weak';
  return (await isCommonPassword(password, name)) ? 'password-common' : null;
}

/** Full-width letters from a Chinese keyboard are the same password. */
const normal = (password: string): string => password.normalize('NFKC');

let decoy: Promise<string> | null = null;
const decoyHash = (): Promise<string> => (decoy ??= hash('nobody signs in with this'));
