import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, sameText, tidyCapitals, tidyName, tidyNumber } from '../../kernel';
import { accounts, applications, certificates, slips } from '../../contract';
import { isName, normaliseName, normaliseNumber, parseIdentityNumber } from './index';

const NUMBER = '11010519491231002X';
/** What comes along by copying and is never seen. */
const UNSEEN = ['\u200b', '\u202d', '\u202c', '\ufeff', '\u00ad', '\u2060', '\u200e', '\ufe0f', '\u{e0100}', '\u3164'];
const strewn = (text: string) =>
  array(constantFrom(...UNSEEN, ''), { minLength: [...text].length + 1, maxLength: [...text].length + 1 }).map(
    (unseen) => unseen[0] + [...text].map((letter, at) => letter + unseen[at + 1]).join(''),
  );

describe('a name as it is typed or pasted', () => {
  it.each([
    ['张\u200b伟', '张伟'],
    ['\u202d张伟\u202c', '张伟'],
    ['龚\ue863', '龚䶮'],
    ['\uf9c4伟', '龍伟'],
    ['⽂伟', '文伟'],
    ['⻢伟', '马伟'],
    ['王𡋤', '王𡋤'],
    ['李𠮷', '李𠮷'],
    ['葛\u{e0100}伟', '葛伟'],
    ['Conan O’Brien', "Conan O'Brien"],
    ['CHAN, Tai Man', 'CHAN, Tai Man'],
    ['CHAN， Tai Man', 'CHAN, Tai Man'],
    ['Jean\u2010Luc Picard', 'Jean-Luc Picard'],
    ['Zoe\u0308 Kravitz', 'Zoë Kravitz'],
    ['阿卜杜•热合曼', '阿卜杜·热合曼'],
    ['阿卜杜．热合曼', '阿卜杜·热合曼'],
    ['阿卜杜･热合曼', '阿卜杜·热合曼'],
    ['张\u3000伟\n', '张伟'],
    ["'张伟", '张伟'],
    ['John\u00a0Smith\t', 'John Smith'],
  ])('%j is %j', (typed, name) => {
    expect(normaliseName(typed)).toBe(name);
    expect(isName(normaliseName(typed))).toBe(true);
  });

  it('is the same whatever unseen stands between its letters', () =>
    assert(
      property(strewn('张伟'), (typed) => {
        expect(normaliseName(typed)).toBe('张伟');
      }),
    ));

  it('does not change when it is read again', () =>
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
        expect(normaliseNumber(normaliseNumber(text))).toBe(normaliseNumber(text));
      }),
      { numRuns: 60 },
    ));
});

describe('the private characters of old GBK', () => {
  it('are those that a decoder of GB 18030 gives', () => {
    const decode = new TextDecoder('gb18030');
    const seconds = Array.from({ length: 0xa1 - 0x50 }, (_, at) => 0x50 + at).filter((byte) => byte !== 0x7f);
    const pairs = seconds.map((second, at) => [
      normaliseName(`王${String.fromCodePoint(0xe815 + at)}`),
      `王${decode.decode(Uint8Array.of(0xfe, second))}`,
    ]);
    // decoders before the edition of 2022 leave some of them private
    const standard = pairs.filter(([, text = '']) => !/\p{Co}/u.test(text));
    expect(standard.length).toBeGreaterThan(60);
    expect(standard.map(([ours]) => ours)).toEqual(standard.map(([, theirs]) => theirs));
  });
});

describe('a number as it is typed or pasted', () => {
  it.each([
    `\u202d${NUMBER}\u202c`,
    `'${NUMBER}`,
    '１１０１０５１９４９１２３１００２ｘ',
    '110105 1949 1231 002X\u200b',
    '110105-19491231-002×',
    '11010519491231002Х',
  ])('%j', (typed) => {
    const read = parseIdentityNumber('resident-id', typed, localDate('2026-11-23'));
    expect(read.ok && read.value.number).toBe(NUMBER);
  });
  it('is the same whatever unseen stands between its digits', () =>
    assert(
      property(strewn(NUMBER), (typed) => {
        expect(normaliseNumber(typed)).toBe(NUMBER);
      }),
    ));
});

describe('what is plain already', () => {
  const letters = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)).join('');
  const HAN = letters(0x4e00, 0x9fa5);
  const [digits, capitals, small] = ['0123456789', letters(0x41, 0x5a), letters(0x61, 0x7a)];

  // what nobody sees behind it makes the same text go the long way
  it.each([
    ['a name', tidyName, HAN],
    ['a number', tidyNumber, digits + capitals + small + HAN],
    ['capitals', tidyCapitals, digits + capitals],
    ['a word to compare', sameText, digits + small + HAN],
  ])('%s: goes through as the long way would leave it', (_, tidied, text) => {
    expect(tidied(`${text}\u200b`)).toBe(text);
    expect(tidied(text)).toBe(text);
  });
});

describe('what is sent to the back end', () => {
  const body = <T>(schema: { parse: (given: unknown) => T }, given: unknown) => schema.parse(given);
  it.each([
    '138 0013 8000',
    '+86 138 0013 8000',
    '\u202d13800138000\u202c',
    '１３８００１３８０００',
    '138-0013-8000',
    '0086 13800138000',
    '8613800138000',
  ])('a phone: %j', (phone) =>
    expect(body(accounts.requestCode.body, { phone })).toMatchObject({ phone: '13800138000' }),
  );
  it('a code: 123 456', () =>
    expect(
      body(accounts.signInWithPhone.body, { phone: '13800138000', code: '１２３ 456', keep: 'cookie' }),
    ).toMatchObject({
      code: '123456',
    }));
  it('a claim, also where the unseen makes it longer than the field', () =>
    expect(
      body(slips.claimWalkIn.body, {
        name: `张${'\u200b'.repeat(80)}伟`,
        documentType: 'resident-id',
        documentNumber: `'${NUMBER}${'\u200b'.repeat(60)}`,
      }),
    ).toMatchObject({ name: '张伟', documentNumber: NUMBER }));
  it('a look-up', () =>
    expect(
      body(certificates.verifyCertificate.query, { number: 's000011 0000032612345　3000001', name: '张\u200b伟' }),
    ).toEqual({
      number: 'S00001100000326123453000001',
      name: '张伟',
    }));
  it('free text keeps its punctuation and lines and loses what nobody sees', () => {
    const parts = body(applications.saveApplication.body, {
      candidate: { employer: '\u202d北京甲（安防）有限公司，Ａ座\u00a0\u{1f600}\u200b' },
    });
    expect(parts.candidate).toMatchObject({ employer: '北京甲（安防）有限公司，A座 \u{1f600}' });
    expect(
      body(applications.rejectApplication.body, { version: 0, reason: '一\u200b、\r\n二\u2028三\u0007' }),
    ).toMatchObject({
      reason: '一、\n二\n三',
    });
  });
});
