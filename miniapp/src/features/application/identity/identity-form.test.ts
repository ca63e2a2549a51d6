import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { type IdentityForm, formOf, readIdentity, withUnsaved } from './identity-form';

const blank = {
  name: null,
  origin: null,
  documentType: null,
  documentNumberMasked: null,
  documentExpiresOn: null,
  birthDate: null,
  sex: null,
  phoneMasked: null,
  employer: null,
  address: null,
};
const known = {
  ...blank,
  name: '王芳',
  origin: 'mainland',
  documentType: 'resident-id',
  documentNumberMasked: '1101**********002X',
  birthDate: localDate('1949-12-31'),
  sex: 'female',
  phoneMasked: '138****1234',
} as const;
const context = { matrix: null, stored: blank, on: localDate('2026-11-23'), examOn: localDate('2026-12-12') };
const filled: IdentityForm = {
  ...formOf(blank, null),
  number: '11010519491231002X',
  name: '王芳',
  longTerm: true,
  phone: '13800001234',
};
const codesOf = (form: IdentityForm, change: object = {}) =>
  Object.entries(readIdentity(form, { ...context, ...change }).faults).map(
    ([field, fault]) => `${field}:${fault.code}`,
  );

describe('the identity fields', () => {
  it('start with the only document of the first origin and name every blank', () => {
    expect(formOf(blank, null)).toMatchObject({ origin: 'mainland', documentType: 'resident-id' });
    const reading = readIdentity(formOf(blank, null), context);
    expect(Object.keys(reading.faults).toSorted()).toEqual([
      'birthDate',
      'documentExpiresOn',
      'documentNumber',
      'name',
      'phone',
      'sex',
    ]);
    expect(reading.parts).toMatchObject({ origin: 'mainland' });
  });

  it('read birth date and sex from the number, a lower-case x and full-width digits included', () => {
    for (const number of ['11010519491231002X', '11010519491231002x', '１１０１０５１９４９１２３１００２Ｘ']) {
      const reading = readIdentity({ ...filled, number }, context);
      expect(reading.faults).toEqual({});
      expect(reading.told).toEqual({ birthDate: '1949-12-31', sex: 'female' });
    }
  });

  it('put a wrong check digit and a day that does not exist at the number, and save nothing then', () => {
    expect(codesOf({ ...filled, number: '110105194912310021' })).toContain('documentNumber:identity-check-digit');
    const reading = readIdentity({ ...filled, number: '110105194902301111' }, context);
    expect(reading.faults.documentNumber?.code).toMatch(/^identity-(birth-date|check-digit)$/);
    expect(reading.parts).toBeNull();
  });

  it('accept a document valid on the exam day and refuse the day before', () => {
    const until = (expiresOn: string) => codesOf({ ...filled, longTerm: false, expiresOn });
    expect(until('2026-12-12')).toEqual([]);
    expect(until('2026-12-11')).toEqual(['documentExpiresOn:identity-expired']);
  });

  it('keep a stored number until another document is chosen', () => {
    const stored = { ...context, stored: known };
    const form = formOf(known, null);
    expect(readIdentity(form, stored)).toMatchObject({ faults: {}, keepsNumber: true });
    expect(readIdentity(form, stored).parts).not.toHaveProperty('documentNumber');
    const other = readIdentity({ ...form, origin: 'foreign', documentType: 'passport' }, stored);
    expect(other.keepsNumber).toBe(false);
    expect(other.faults.documentNumber?.code).toBe('blank');
  });

  it('check the phone only once something is typed', () => {
    expect(codesOf({ ...filled, phone: '1380000123' })).toEqual(['phone:phone-form']);
    expect(codesOf({ ...filled, phone: '' })).toEqual(['phone:blank']);
  });
});

describe('what could not be saved', () => {
  it('stands in the fields again, and saves as it was typed', () => {
    const { parts } = readIdentity(filled, context);
    const again = withUnsaved(formOf(blank, null), parts ?? undefined);
    expect(readIdentity(again, context).parts).toEqual(parts);
    expect(withUnsaved(filled, undefined)).toEqual(filled);
  });
});
