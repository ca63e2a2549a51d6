import { describe, expect, it } from 'vitest';
import { PASSWORD_LENGTH, hashPassword, isPassword, isWeakPassword } from './password';

describe('passwords', () => {
  it('fit their own hash only, full-width letters included', async () => {
    const secretHash = await hashPassword('abc-xyz-2026');
    expect(secretHash).toMatch(/^\$argon2id\$/);
    expect(await isPassword(secretHash, 'abc-xyz-2026')).toBe(true);
    expect(await isPassword(secretHash, 'ａｂｃ-xyz-2026')).toBe(true);
    expect(await isPassword(secretHash, 'abc-xyz-2027')).toBe(false);
  });

  it('never fit where there is none, even the decoy behind it', async () => {
    expect(await isPassword(null, 'nobody signs in with this')).toBe(false);
  });

  it.each([
    ['a1b2c3d4e', true],
    ['a1b2c3d4e5', false],
    ['aaaaaaaaaaaa', true],
    ['abababababab', true],
    ['administrator', true],
    ['Administrator1!', true],
    ['密码很长也可以的呀一二', false],
  ])('%s is weak: %s', (password, weak) => expect(isWeakPassword(password, 'administrator')).toBe(weak));

  it('are long from ten characters on', () => expect(PASSWORD_LENGTH).toBe(10));
});
