import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-password';

describe('a password that everybody takes', () => {
  it.each([
    ['from a breach', '1qaz2wsx3edc'],
    ['in capitals', 'QWERTYUIOP'],
    ['with a year and a mark', 'Password2026!'],
    ['with figures before it', '2026admin'],
    ['with figures for letters', 'P@ssw0rd-123'],
    ['in full width', 'ｐａｓｓｗｏｒｄ１２３'],
    ['a birthday', '1990123456'],
    ['a telephone number', '13800000000'],
    ['the name with a year', 'Wang.Fang-2026'],
    ['the app with a year', 'jikaotong2026'],
  ])('%s', async (_, password) => expect(await isCommonPassword(password, 'wang.fang')).toBe(true));

  it.each([
    ['words that have nothing to do with each other', 'san-tou-shuiniu'],
    ['a common word among others', 'password-he-shuiniu'],
    ['a common word with much beside it', 'admin-4827193056'],
    ['what the stories sign in with', 'Zhengshu-2026-ceshi'],
    ['what a demonstration makes', 'k7mf-x2qp-9hdw'],
    ['Chinese words', '三头水牛过大桥不回头'],
  ])('is not %s', async (_, password) => expect(await isCommonPassword(password, 'wang.fang')).toBe(false));
});
