import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import type { DocumentType, IdentityMatrix } from '../../notice';
import {
  type IdentityContext,
  type PresentedIdentity,
  citizenCheckDigit,
  identityKeyOf,
  isName,
  judgeIdentity,
  maskName,
  maskNumber,
  maskPhone,
  normaliseName,
  parseIdentityNumber,
} from './index';

const day = localDate('2026-11-23');
const withCheck = (digits: string) => digits + citizenCheckDigit(digits);
const outcome = (type: DocumentType, text: string) => {
  const parsed = parseIdentityNumber(type, text, day);
  return parsed.ok ? parsed.value.number : parsed.error.code;
};

describe('parseIdentityNumber', () => {
  it.each<[string, DocumentType, string, string]>([
    ['a valid number', 'resident-id', '440524188001010014', '440524188001010014'],
    ['with X', 'resident-id', '11010519491231002X', '11010519491231002X'],
    ['lower-case x', 'resident-id', '11010519491231002x', '11010519491231002X'],
    ['full-width', 'resident-id', '１１０１０５ １９４９１２３１ ００２Ｘ', '11010519491231002X'],
    ['wrong check digit', 'resident-id', '110105194912310021', 'identity-check-digit'],
    ['15 digits', 'resident-id', '110105491231002', 'identity-format'],
    ['30 February', 'resident-id', withCheck('11010519900230803'), 'identity-birth-date'],
    ['29 February of a leap year', 'resident-id', withCheck('11010520000229803'), withCheck('11010520000229803')],
    ['29 February of a common year', 'resident-id', withCheck('11010519000229803'), 'identity-birth-date'],
    ['born today', 'resident-id', withCheck('11010520261123803'), withCheck('11010520261123803')],
    ['born tomorrow', 'resident-id', withCheck('11010520261124803'), 'identity-birth-date'],
    ['an abolished county', 'resident-id', withCheck('11010319900307803'), withCheck('11010319900307803')],
    ['a Hong Kong permit as ID card', 'resident-id', withCheck('81000019900307803'), 'identity-other-type'],
    [
      'Hong Kong residence',
      'hongkong-macau-residence-permit',
      withCheck('81000019900307803'),
      withCheck('81000019900307803'),
    ],
    [
      'Macau residence',
      'hongkong-macau-residence-permit',
      withCheck('82000019900307803'),
      withCheck('82000019900307803'),
    ],
    ['Taiwan residence', 'taiwan-residence-permit', withCheck('83000019900307803'), withCheck('83000019900307803')],
    ['an ID card as residence permit', 'taiwan-residence-permit', '11010519491231002X', 'identity-other-type'],
    [
      'new permanent resident',
      'foreign-permanent-resident-id',
      withCheck('91112319900307803'),
      withCheck('91112319900307803'),
    ],
    ['old permanent resident', 'foreign-permanent-resident-id', 'usa110019900307', 'USA110019900307'],
    ['permanent resident without form', 'foreign-permanent-resident-id', 'US1100199003071', 'identity-format'],
    ['travel permit', 'hongkong-macau-travel-permit', 'h12345678', 'H12345678'],
    ['travel permit with renewals', 'hongkong-macau-travel-permit', 'M1234567802', 'M1234567802'],
    ['travel permit of nine digits', 'hongkong-macau-travel-permit', 'H123456789', 'identity-format'],
    ['Taiwan permit', 'taiwan-travel-permit', '12345678', '12345678'],
    ['older Taiwan permit', 'taiwan-travel-permit', '1234567890b', '1234567890B'],
    ['Taiwan permit of nine', 'taiwan-travel-permit', '123456789', 'identity-format'],
    ['Hong Kong ID', 'hongkong-id', 'A123456（3）', 'A1234563'],
    ['Hong Kong ID, wrong check', 'hongkong-id', 'A123456(4)', 'identity-check-digit'],
    ['Macau ID', 'macau-id', '1234567(8)', '12345678'],
    ['Macau ID of another series', 'macau-id', '2234567(8)', 'identity-format'],
    ['passport', 'passport', 'e12345678', 'E12345678'],
    ['passport of four', 'passport', 'E123', 'identity-format'],
    ['passport of ten', 'passport', 'E123456789', 'identity-format'],
    ['social card', 'beijing-social-security-card', '11010519491231002x', '11010519491231002X'],
  ])('%s', (_, type, text, expected) => expect(outcome(type, text)).toBe(expected));

  it('reads birth date and sex', () => {
    expect(parseIdentityNumber('resident-id', '11010519491231002X', day)).toMatchObject({
      value: { birthDate: '1949-12-31', sex: 'female' },
    });
    expect(parseIdentityNumber('hongkong-id', 'A123456(3)', day)).toMatchObject({
      value: { birthDate: null, sex: null },
    });
  });

  it('finds the same person behind card, number and renewed permit', () => {
    expect(identityKeyOf({ type: 'beijing-social-security-card', number: '11010519491231002X' })).toEqual({
      type: 'resident-id',
      number: '11010519491231002X',
    });
    expect(identityKeyOf({ type: 'hongkong-macau-travel-permit', number: 'H1234567802' }).number).toBe('H12345678');
  });
});

const source = { clause: '三（二）1', quote: '有效身份证件' };
const matrix: IdentityMatrix = {
  origins: [
    {
      origin: 'mainland',
      printed: '中国大陆考生',
      documents: [{ type: 'resident-id', printed: '居民身份证' }],
      source,
    },
    {
      origin: 'taiwan',
      printed: '中国台湾考生',
      documents: [{ type: 'taiwan-travel-permit', printed: '台湾居民来往大陆通行证' }],
      source,
    },
  ],
  rules: [
    { code: 'name-and-birth-match', source },
    { code: 'valid-on-application-day', source },
    { code: 'valid-on-exam-day', source },
  ],
};
const context: IdentityContext = {
  matrix,
  registered: { name: '张三', birthDate: localDate('1949-12-31') },
  applicationOn: day,
  examOn: localDate('2026-12-12'),
};
const zhang: PresentedIdentity = {
  origin: 'mainland',
  type: 'resident-id',
  number: '11010519491231002x',
  name: '张 三',
  birthDate: localDate('1949-12-31'),
  sex: 'female',
  validUntil: null,
};
const codes = (presented: Partial<PresentedIdentity>, other: Partial<IdentityContext> = {}) =>
  judgeIdentity({ ...zhang, ...presented }, { ...context, ...other }).faults.map((fault) => fault.code);

describe('judgeIdentity', () => {
  it.each<[string, Partial<PresentedIdentity>, string[]]>([
    ['all is well', {}, []],
    ['of another origin', { origin: 'taiwan' }, ['identity-not-accepted']],
    ['an origin the notice leaves out', { origin: 'foreign' }, ['identity-not-accepted']],
    ['another name', { name: '张四' }, ['identity-name-mismatch']],
    ['another birth date', { birthDate: localDate('1949-12-30') }, ['identity-birth-mismatch']],
    ['another sex', { sex: 'male' }, ['identity-sex-mismatch']],
    ['a number as name', { name: '张3' }, ['identity-name-form', 'identity-name-mismatch']],
    ['wrong check digit', { number: '110105194912310020' }, ['identity-check-digit']],
    ['ended yesterday', { validUntil: localDate('2026-11-22') }, ['identity-expired']],
    ['ends the day before the exam', { validUntil: localDate('2026-12-11') }, ['identity-expired']],
    ['ends on the exam day', { validUntil: localDate('2026-12-12') }, []],
  ])('%s', (_, presented, expected) => expect(codes(presented)).toEqual(expected));

  it('says which day an expiry fails', () => {
    const faults = (validUntil: string) =>
      judgeIdentity({ ...zhang, validUntil: localDate(validUntil) }, context).faults.map((fault) => fault.data);
    expect(faults('2026-11-22')).toMatchObject([{ on: 'application', neededOn: '2026-11-23' }]);
    expect(faults('2026-11-23')).toMatchObject([{ on: 'exam', neededOn: '2026-12-12' }]);
  });

  it('compares with the registration when there is one', () => {
    expect(codes({}, { registered: { name: '张三', birthDate: localDate('1950-01-01') } })).toEqual([
      'identity-birth-mismatch',
    ]);
    expect(codes({ name: '李四' }, { registered: null })).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['张 三', '张三'],
    ['阿卜杜•热合曼', '阿卜杜·热合曼'],
    ['阿卜杜・热合曼', '阿卜杜·热合曼'],
    ['  John   Smith ', 'John Smith'],
    ['Ｊｏｈｎ Smith', 'John Smith'],
  ])('%s → %s', (text, name) => expect(normaliseName(text)).toBe(name));

  it.each([
    ['张三', true],
    ['阿卜杜·热合曼', true],
    ["Anne-Marie O'Neill Jr.", true],
    ['张', false],
    ['张三·', false],
    ['张3', false],
    ['张'.repeat(51), false],
    ['', false],
  ])('%s: %s', (name, fits) => expect(isName(name)).toBe(fits));
});

describe('masks', () => {
  it.each([
    ['张三', '张*'],
    ['王小明', '王*明'],
    ['欧阳小明', '欧**明'],
    ['阿卜杜·热合曼', '阿**·**曼'],
    ['', ''],
  ])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it('hides the middle of a number', () => {
    expect(maskNumber('11010519491231002X')).toBe('1101**********002X');
    expect(maskNumber('H12345678')).toBe('H1*****78');
    expect(maskNumber('E1234')).toBe('****4');
    expect(maskNumber('')).toBe('');
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('62072458')).toBe('******58');
  });
});
