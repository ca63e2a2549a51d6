import { MESSAGE_CODES } from '../contract';
import { describe, expect, it } from 'vitest';
import { messageSentence } from './messages';
import { NEXT_STEPS, TEMPLATE_FACTS } from './template-facts';
import { SMS_TEXTS, smsNameOf, smsParams, smsParts, smsText } from './text-messages';

/** The longest day there is. */
const DAY = '2026-12-31';
const ANY_DAY = {
  payBy: DAY,
  examOn: DAY,
  examBefore: DAY,
  mendBy: DAY,
  from: DAY,
  closes: DAY,
  unitName: '某'.repeat(40),
};
/** Longer than any association's short name that a provider has approved for this app. */
const LONGEST_SIGNATURE = '北京安防行业协会';

const codes = MESSAGE_CODES.filter((code) => SMS_TEXTS[code] !== null);

describe('the SMS of what must not be missed', () => {
  it.each(codes)('%s is billed once, with its longest values and a long signature', (code) => {
    const text = smsText(code, ANY_DAY) ?? '';
    expect(text).toMatch(/技考通/);
    expect(text).not.toMatch(/\$/);
    expect(smsParts(text, LONGEST_SIGNATURE)).toBe(1);
  });

  it.each(codes)('%s asks only for days, or the name of a unit, that its message has', (code) => {
    const facts: Readonly<Record<string, string>> = TEMPLATE_FACTS[code];
    // a moment is a day with its hour beside it, a name is a unit's, never a person's
    for (const name of Object.keys(smsParams(code, ANY_DAY) ?? {}))
      expect(name === 'unitName' ? ['name'] : ['day', 'moment']).toContain(facts[name]);
  });

  it('of an entry that nobody has claimed is one text for all news, billed once', () => {
    const name = smsNameOf({ code: 'contest-drawn', accountId: null, data: {} });
    expect(name).toBe('entry-unclaimed');
    expect(smsNameOf({ code: 'contest-drawn', accountId: 'a', data: {} })).toBeNull();
    expect(smsParts(smsText('entry-unclaimed', {}) ?? '', LONGEST_SIGNATURE)).toBe(1);
  });

  it.each([
    ['payment-reminder', 'unit-payment-reminder', '…的集体报名还没有缴费，2026年12月31日截止'],
    ['refund-account-asked', 'unit-refund-account-asked', '有一笔报名费要退给'],
  ] as const)('%s of a unit names the unit, and is billed once', (code, ofUnit, says) => {
    expect(smsNameOf({ code, accountId: 'a', data: {} })).toBe(code);
    expect(smsNameOf({ code, accountId: 'a', data: ANY_DAY })).toBe(ofUnit);
    const text = smsText(ofUnit, ANY_DAY) ?? '';
    expect(text).toContain(says);
    expect(text).toContain('某某某');
    expect(smsParts(text, LONGEST_SIGNATURE)).toBe(1);
  });

  it('of a unit’s roster goes out where somebody was sent back, and for no other news', () => {
    const news = (mend: number) =>
      smsNameOf({ code: 'unit-roster-news', accountId: 'a', data: { unitName: '某学校', mend, ticketed: 3 } });
    expect([news(1), news(0)]).toEqual(['unit-roster-news', null]);
  });

  it('says nothing where a day is not known, and nothing of what is no SMS', () => {
    expect(smsText('application-approved', { payBy: null })).toBeNull();
    expect(smsText('application-approved', { payBy: '13800000001' })).toBeNull();
    expect(smsText('application-submitted', ANY_DAY)).toBeNull();
  });

  it('counts parts as providers bill them', () => {
    const parts = (length: number) => smsParts('字'.repeat(length), '技考通');
    expect([parts(64), parts(65), parts(66), parts(129), parts(130)]).toEqual([1, 1, 2, 2, 3]);
  });
});

it.each(MESSAGE_CODES)(
  '%s gives nobody up: only some notices print that, and this goes to the candidates of all',
  (code) => {
    const said = [messageSentence(code, ANY_DAY), NEXT_STEPS[code], SMS_TEXTS[code] ?? ''];
    expect(said.filter((text) => text.includes('放弃'))).toEqual([]);
  },
);
