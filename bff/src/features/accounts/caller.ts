import type { Crypto } from '../../platform/crypto';
import { isSameSecret, randomToken } from '../../platform/crypto';
import { type Context, type Cookies, addressRangeOf } from '../../platform/http';
import type { SignInKey } from './account.repository';

/** Where a browser keeps by which names it came in before; it opens nothing, and outlives a sign-out. */
export const DEVICE_COOKIE = 'jikaotong_device';

const REMEMBERED_MS = 400 * 86_400_000;
const MOST_NAMES = 8;

/** Who stands behind a question: a browser that came in by this name before, or all who share an address. */
export type Caller = { readonly isKnown: boolean; readonly key: string };

type From = Pick<Context, 'ports'> & { readonly cookies: Cookies; readonly ip: string };

/**
 * Wrong answers are counted by the name and the caller, so that whoever guesses elsewhere locks nobody out. A device is
 * known for the names that it came in by, never for another.
 */
export function callerOf(from: From, name: SignInKey): Caller {
  const device = parsed(from.cookies.get(DEVICE_COOKIE));
  const mark = device && markOf(from.ports.crypto, device.id, name);
  return device && mark && device.marks.some((known) => isSameSecret(known, mark))
    ? { isKnown: true, key: `device:${device.id}` }
    : { isKnown: false, key: `from:${addressRangeOf(from.ip)}` };
}

/** Makes a browser known for the name that it has just come in by. */
export function rememberDevice({ ports, cookies }: From, name: SignInKey): void {
  const { id, marks } = parsed(cookies.get(DEVICE_COOKIE)) ?? { id: randomToken(), marks: [] };
  const mark = markOf(ports.crypto, id, name);
  const kept = [mark, ...marks.filter((known) => known !== mark)].slice(0, MOST_NAMES);
  cookies.set(DEVICE_COOKIE, [id, ...kept].join('.'), REMEMBERED_MS);
}

/** Only we can write one. */
const markOf = (crypto: Crypto, deviceId: string, { kind, issuer, subject }: SignInKey): string =>
  crypto.blindIndex('known-device', `${deviceId}\n${kind}\n${issuer}\n${subject}`).slice(0, 32);

function parsed(text: string | null): { id: string; marks: readonly string[] } | null {
  const [id = '', ...marks] = (text ?? '').split('.');
  return /^[\w-]{43}$/.test(id) ? { id, marks: marks.filter((mark) => /^[0-9a-f]{32}$/.test(mark)) } : null;
}
