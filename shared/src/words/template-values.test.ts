import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_CODES, type MessageCode } from '../contract';
import { shortened } from './shortened';
import { type FactKind, NEXT_STEPS, TEMPLATE_FACTS } from './template-facts';
import { fittingTypes, templateFacts, templateFault, templateValues } from './template-values';

/** What WeChat takes, counted the way its documents count, apart from the code under test. */
const LIMITS: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => value.length >= 1 && value.length <= 20,
  phrase: (value) => value.length <= 5 && /^\p{Script=Han}+$/u.test(value),
  character_string: (value) => value.length >= 1 && value.length <= 32 && /^[!-~]+$/.test(value),
  amount: (value) => /^\d+(\.\d+)?元$/.test(value) && value.replace(/\D/g, '').length <= 10,
  date: (value) => /^\d{4}年\d+月\d+日( \d\d:\d\d)?$/.test(value),
  time: (value) => /^\d{4}年\d+月\d+日 \d\d:\d\d$/.test(value),
};

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'安全防范系统安装维护员批次第年月日0123456789（）-·，二十三 A'),
    maxLength: 60,
    size: 'max',
  }),
  fc.string({ unit: 'grapheme', maxLength: 40, size: 'max' }),
);
const day = fc
  .tuple(fc.integer({ min: 2024, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const datum: Readonly<Record<FactKind, fc.Arbitrary<string | number>>> = {
  fixed: text,
  day,
  moment: day,
  money: fc.integer({ min: 1, max: 99_999_999_999 }),
  name: text,
  text,
  number: fc.string({ unit: fc.constantFrom(...'S0123456789'), minLength: 22, maxLength: 22 }),
  outcome: fc.constantFrom('corrected', 'unchanged'),
};
const factsOf = (code: MessageCode) => Object.entries<FactKind>(TEMPLATE_FACTS[code]);
const dataOf = (code: MessageCode): fc.Arbitrary<Readonly<Record<string, string | number | null>>> =>
  fc.record(
    Object.fromEntries([
      ...factsOf(code).map(([name, kind]) => [name, fc.option(datum[kind], { freq: 8 })]),
      ['startsAt', fc.constantFrom(null, '', '09:00')],
    ]),
  );

const numbersIn = (words: string): string[] => [...words.matchAll(/\d+/g)].map(([number]) => number);
const digitsOf = (words: string): string => numbersIn(words).map(Number).join();
const SEE_APP = '请打开小程序查看';

/** Whether a value says all of what was given, or nothing of it. */
const isWhole: Readonly<Record<FactKind, (value: string, given: string) => boolean>> = {
  fixed: () => true,
  day: (value, given) => value === SEE_APP || digitsOf(value) === digitsOf(given),
  moment: (value, given) => value === SEE_APP || digitsOf(value).startsWith(digitsOf(given)),
  money: (value, given) => value === SEE_APP || Math.round(Number(value.replace('元', '')) * 100) === Number(given),
  // every number of a shortened name stands whole in the name
  name: (value, given) => value === SEE_APP || numbersIn(value).every((number) => numbersIn(given).includes(number)),
  text: (value, given) => value === SEE_APP || value === given.replace(/\s+/g, ' ').trim(),
  number: (value, given) => value === given,
  outcome: (value) => value.startsWith('成绩') || value === SEE_APP,
};

describe('a subscribe template', () => {
  it.each(MESSAGE_CODES)('%s never carries a value that is cut or beyond its type', (code) => {
    const pairs = templateFacts(code).flatMap((fact) => fittingTypes(code, fact).map((type) => ({ type, fact })));
    fc.assert(
      fc.property(dataOf(code), fc.constantFrom(...pairs), (data, { type, fact }) => {
        const value = templateValues(code, [{ key: `${type}1`, fact }], data)?.[`${type}1`];
        const kind = factsOf(code).find(([name]) => name === fact)?.[1] ?? 'fixed';
        expect(value === undefined || LIMITS[type]?.(value)).toBe(true);
        expect(value === undefined || isWhole[kind](value, String(data[fact] ?? ''))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('says the exam day of the 19th whole', () => {
    const fields = [
      { key: 'thing1', fact: 'kind' },
      { key: 'date2', fact: 'examOn' },
    ];
    expect(templateValues('ticket-issued', fields, { examOn: '2026-12-19' })).toEqual({
      thing1: '准考证已发放',
      date2: '2026年12月19日',
    });
  });

  it('sends nothing where a date is not known, rather than something false', () => {
    expect(templateValues('application-approved', [{ key: 'date1', fact: 'payBy' }], { payBy: null })).toBeNull();
    expect(templateValues('exam-reminder', [{ key: 'time1', fact: 'examOn' }], { examOn: '2026-12-19' })).toBeNull();
  });

  it('points to the app where a reason would not be whole', () => {
    const fields = [{ key: 'thing1', fact: 'reason' }];
    const reason = '工作年限不足，请补充2019年3月以后的证明材料';
    expect(templateValues('application-rejected', fields, { reason })).toEqual({ thing1: '请打开小程序查看' });
  });

  it.each([
    ['made-up', 'thing1', 'kind', 'names a message'],
    ['application-approved', 'thing1', 'examOn', 'it has kind, next, payBy'],
    ['application-approved', 'amount1', 'payBy', 'it fits date, thing'],
    ['application-approved', 'time1', 'payBy', 'it fits date, thing'],
    ['certificate-issued', 'thing1', 'number', 'it fits character_string'],
    ['application-returned', 'phrase1', 'kind', 'it fits thing'],
    ['application-approved', 'invented1', 'kind', 'it fits thing, phrase'],
  ])('is refused at start: %s with %s:%s', (code, key, fact, words) => {
    expect(templateFault(code, [{ key, fact }])).toContain(words);
  });

  it('is refused at start when a field is filled twice, and taken when all fits', () => {
    const kind = { key: 'phrase1', fact: 'kind' };
    expect(templateFault('application-approved', [kind, kind])).toContain('twice');
    expect(templateFault('application-approved', [kind, { key: 'date2', fact: 'payBy' }])).toBeNull();
  });

  it('has a next step of at most twenty characters for every message', () => {
    for (const step of Object.values(NEXT_STEPS)) expect(step.length).toBeLessThanOrEqual(20);
  });
});

describe('shortening a name', () => {
  it.each([
    ['2026年12月批次', '2026年12月批次'],
    ['北京市社会化职业技能等级认定2026年12月19日批次', '北京市社会化职业技能等级认定…'],
    ['安全防范系统安装维护员职业技能第二十三期研修班', '安全防范系统安装维护员职业技能…'],
    ['12345678901234567890123', null],
    ['', null],
  ])('%s becomes %s', (name, short) => {
    expect(shortened(name, 20)).toBe(short);
  });
});
