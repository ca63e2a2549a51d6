import { describe, expect, it } from 'vitest';
import { packageTitleOf } from './index';

describe('the title of a package', () => {
  it.each([
    ['甲安防+32', { shortName: '甲安防', people: 32 }],
    ['甲安防＋３２人', { shortName: '甲安防', people: 32 }],
    [' 甲安防 + 8 名.zip', { shortName: '甲安防', people: 8 }],
    ['A+B公司+12.ZIP', { shortName: 'A+B公司', people: 12 }],
  ])('%s is read', (text, said) => expect(packageTitleOf(text)).toEqual(said));

  it.each(['甲安防32人', '+32', '甲安防+0', '甲安防+三十二', '报名材料.zip', ''])('%s is none', (text) =>
    expect(packageTitleOf(text)).toBeNull(),
  );
});
