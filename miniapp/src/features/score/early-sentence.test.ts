import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { earlySentence } from './early-sentence';

const day = localDate;
const on18 = { opens: day('2026-12-18'), closes: day('2026-12-18') };

describe('earlySentence', () => {
  it('names the planned day and how many days early it is, and nothing from that day on', () => {
    expect(earlySentence(on18, day('2026-12-14'))).toMatch(/计划公布日是 12月18日.*早 4 天/);
    expect(earlySentence(on18, day('2026-12-17'))).toMatch(/早 1 天/);
    expect(earlySentence(on18, day('2026-12-18'))).toBeNull();
    expect(earlySentence(on18, day('2026-12-19'))).toBeNull();
  });

  it('says of a last day that it is the last, and nothing where no day is planned', () => {
    expect(earlySentence({ opens: null, closes: day('2026-12-18') }, day('2026-12-14'))).toMatch(/最迟公布日/);
    expect(earlySentence(null, day('2026-12-14'))).toBeNull();
  });
});
