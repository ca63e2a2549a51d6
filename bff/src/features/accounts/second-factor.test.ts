import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { judgeTotp, newTotpSecret, totpUri } from './second-factor';

const secret = newTotpSecret();
const stepAt = 50_000_000;
const wallMs = stepAt * 30_000;
const codeAt = (ms: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });

describe('the second factor', () => {
  it('takes a code of the step before, of now and of the step after, and of no other', () => {
    const taken = [-2, -1, 0, 1, 2].map((steps) => judgeTotp(secret, codeAt(wallMs + steps * 30_000), null, wallMs));
    expect(taken).toEqual([null, stepAt - 1, stepAt, stepAt + 1, null]);
  });

  it('takes a code once', () => {
    expect(judgeTotp(secret, codeAt(wallMs), stepAt - 1, wallMs)).toBe(stepAt);
    expect(judgeTotp(secret, codeAt(wallMs), stepAt, wallMs)).toBeNull();
  });

  it('goes into an authenticator app', () => {
    expect(totpUri(secret, '王审核')).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}.*period=30/);
  });
});
