import { describe, expect, it } from 'vitest';
import { isUnitCode } from './index';

describe('a unified social credit code', () => {
  it.each(['91350100M000100Y43', '91110000802100433B', '91310000775785552L'])('%s stands', (code) =>
    expect(isUnitCode(code)).toBe(true),
  );

  it.each([
    ['another check character', '91350100M000100Y44'],
    ['two characters changed over', '91350100M00010Y043'],
    ['a letter that the standard leaves out', '91350100I000100Y43'],
    ['a small letter', '91350100m000100Y43'],
    ['a character too few', '91350100M000100Y4'],
    ['nothing', ''],
  ])('with %s does not', (_, code) => expect(isUnitCode(code)).toBe(false));
});
