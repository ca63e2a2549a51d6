import { randomBytes } from 'node:crypto';
import { verifyAsync } from '@noble/ed25519';
import { describe, expect, it } from 'vitest';
import type { Key, KeyRing } from '../config';
import { ACCESS_TOKEN_MS, cryptoOf, randomCode } from './index';

const key = (id: string): Key => ({ id, bytes: randomBytes(32) });
const ring = (...ids: [string, ...string[]]): KeyRing => {
  const [first, ...rest] = ids;
  return [key(first), ...rest.map(key)];
};
const secrets = { piiKeys: ring('p1'), piiIndexKey: randomBytes(32), jwtKeys: ring('j1'), ticketKeys: ring('t1') };
const crypto = cryptoOf(secrets);
const place = { table: 'person', column: 'document', row: 'r1' };

describe('personal values', () => {
  it('open in their own place only, and look different each time', () => {
    const sealed = crypto.encryptField(place, '11010519491231002X');
    expect(crypto.decryptField(place, sealed)).toBe('11010519491231002X');
    expect(crypto.encryptField(place, '11010519491231002X').equals(sealed)).toBe(false);
    for (const other of [{ row: 'r2' }, { column: 'phone' }, { table: 'account' }])
      expect(() => crypto.decryptField({ ...place, ...other }, sealed)).toThrow(/authenticate/);
  });

  it('do not open when a byte was changed', () => {
    const sealed = crypto.encryptField(place, 'x');
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
      expect(() => crypto.decryptField(place, changed)).toThrow(/authenticate|no key|Invalid/);
    }
  });

  it('outlive a rotation, and say that they want sealing again', () => {
    const sealed = crypto.encryptField(place, 'x');
    const rotated = cryptoOf({ ...secrets, piiKeys: [key('p2'), ...secrets.piiKeys] });
    expect(rotated.decryptField(place, sealed)).toBe('x');
    expect([rotated.isOutdated(sealed), rotated.isOutdated(rotated.encryptField(place, 'x'))]).toEqual([true, false]);
    expect(() => cryptoOf({ ...secrets, piiKeys: ring('p3') }).decryptField(place, sealed)).toThrow('no key');
  });

  it('are found by an index that keeps kinds apart', () => {
    expect(crypto.blindIndex('phone', '13800000000')).toBe(crypto.blindIndex('phone', '13800000000'));
    expect(crypto.blindIndex('phone', '13800000000')).not.toBe(crypto.blindIndex('id', '13800000000'));
    expect(crypto.blindIndex('a', 'bc')).not.toBe(crypto.blindIndex('ab', 'c'));
    expect(crypto.blindIndex('phone', '1')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('signed tokens', () => {
  it('verify with nothing but the public key, as a phone does', async () => {
    const token = crypto.tokens.sign('票|20261212');
    const [version, keyId, payload, signature] = token.split('.');
    const bytes = (text = '') => new Uint8Array(Buffer.from(text, 'base64url'));
    const signed = new TextEncoder().encode(`${version}.${keyId}.${payload}`);
    expect(await verifyAsync(bytes(signature), signed, bytes(crypto.tokens.publicKeys[keyId ?? '']))).toBe(true);
    expect(crypto.tokens.verify(token)).toBe('票|20261212');
  });

  it('are refused when anything in them was changed or the key is another', () => {
    const token = crypto.tokens.sign('seat 12');
    const [version, keyId, , signature] = token.split('.');
    const other = Buffer.from('seat 13').toString('base64url');
    expect(crypto.tokens.verify(`${version}.${keyId}.${other}.${signature}`)).toBeNull();
    expect(cryptoOf({ ...secrets, ticketKeys: ring('t1') }).tokens.verify(token)).toBeNull();
    for (const junk of ['', 'v1', 'v1.t1..', `v2${token.slice(2)}`, `${token}A`])
      expect(crypto.tokens.verify(junk)).toBeNull();
  });
});

describe('access tokens', () => {
  const access = { accountId: 'a', kind: 'staff', session: 's' } as const;
  const now = Date.UTC(2026, 10, 23);

  it('hold until their end, to the second', () => {
    const { token, expiresAtMs } = crypto.access.sign(access, now);
    expect(expiresAtMs).toBe(now + ACCESS_TOKEN_MS);
    expect(crypto.access.verify(token, expiresAtMs - 1_000)).toEqual(access);
    expect(crypto.access.verify(token, expiresAtMs)).toBeNull();
  });

  it('are refused with another key, without a signature, or as junk', () => {
    const { token } = crypto.access.sign(access, now);
    const [, claims] = token.split('.');
    const none = Buffer.from('{"alg":"none","kid":"j1"}').toString('base64url');
    for (const bad of [`${none}.${claims}.`, '', 'a.b.c', token.slice(0, -2)])
      expect(crypto.access.verify(bad, now)).toBeNull();
    expect(cryptoOf({ ...secrets, jwtKeys: ring('j1') }).access.verify(token, now)).toBeNull();
    const rotated = cryptoOf({ ...secrets, jwtKeys: [key('j2'), ...secrets.jwtKeys] });
    expect(rotated.access.verify(token, now)).toEqual(access);
  });
});

it('random codes keep their leading zeros', () => {
  for (let i = 0; i < 200; i++) expect(randomCode(6)).toMatch(/^\d{6}$/);
});
