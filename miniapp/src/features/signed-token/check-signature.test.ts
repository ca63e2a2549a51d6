import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSignature } from './check-signature';
import { tokenIn } from './signed-token';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const keys = { k1: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex') };
const certificate = {
  kind: 'certificate',
  number: 'S000011000123265000001',
  name: '欧阳·王芳',
  occupation: '安全防范系统安装维护员',
  level: 5,
  bodyName: '北京安全防范行业协会',
  issuedOn: '2026-12-30',
};

/** As the back end signs: `v1.keyId.payload.signature`. */
function tokenOf(payload: object, keyId = 'k1'): string {
  const signed = `v1.${keyId}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}

describe('a signed token', () => {
  it('is genuine with the public key alone, Chinese included', () => {
    expect(checkSignature(tokenOf(certificate), keys)).toEqual({ verdict: 'genuine', claims: certificate });
  });

  it('is forged once a single character is changed', () => {
    const token = tokenOf(certificate);
    const other = tokenOf({ ...certificate, name: '李四' });
    const swapped = [...token.split('.').slice(0, 2), other.split('.')[2], token.split('.')[3]].join('.');
    expect(checkSignature(swapped, keys).verdict).toBe('forged');
    // not the last one: the low bits of that are no part of the signature
    const bent = `${token.slice(0, -20)}${token.at(-20) === 'A' ? 'B' : 'A'}${token.slice(-19)}`;
    expect(checkSignature(bent, keys).verdict).toBe('forged');
    expect(checkSignature('https://example.com', keys).verdict).toBe('forged');
  });

  it('signed with a key nobody told us about is for the server to judge', () => {
    expect(checkSignature(tokenOf(certificate, 'k2'), keys).verdict).toBe('key-unknown');
    expect(checkSignature(tokenOf(certificate, 'toString'), keys).verdict).toBe('key-unknown');
  });

  it('is found in a link', () => {
    const token = tokenOf(certificate);
    expect(tokenIn(` ${token}\n`)).toBe(token);
    expect(tokenIn(`https://example.com/#/packages/exam/verify/index?token=${token}&from=card`)).toBe(token);
    expect(tokenIn('https://example.com/?token=abc')).toBeNull();
  });
});
