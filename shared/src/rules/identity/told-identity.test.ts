import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { type ToldIdentity, completedByNumber, judgeToldIdentity, missingDetails } from './told-identity';

const day = localDate('2026-11-23');
const examOn = localDate('2026-12-12');
const NOBODY: ToldIdentity & { readonly phone: string | null } = {
  name: null,
  origin: null,
  documentType: null,
  documentNumber: null,
  documentExpiresOn: null,
  birthDate: null,
  sex: null,
  phone: null,
};
const woman: typeof NOBODY = {
  ...NOBODY,
  name: '王芳',
  origin: 'mainland',
  documentType: 'resident-id',
  documentNumber: '11010519491231002X',
  birthDate: localDate('1949-12-31'),
  sex: 'female',
  phone: '13800001111',
};
const codes = (change: Partial<typeof woman>) =>
  judgeToldIdentity({ ...woman, ...change }, { matrix: null, applicationOn: day, examOn }).map(({ code }) => code);

describe('a document as far as it is filled in', () => {
  it('has no fault while it is empty, and names what is still missing', () => {
    expect(judgeToldIdentity(NOBODY, { matrix: null, applicationOn: day, examOn })).toEqual([]);
    expect(codes({ name: null, birthDate: null, sex: null })).toEqual([]);
    expect(missingDetails(NOBODY)).toHaveLength(7);
    expect(missingDetails(woman)).toEqual([]);
  });
  it('is judged by what is there, before its number is', () => {
    expect(codes({ documentNumber: null })).toEqual([]);
    expect(codes({ documentNumber: null, documentType: 'passport' })).toEqual(['identity-not-accepted']);
    expect(codes({ documentNumber: null, documentExpiresOn: day })).toEqual(['identity-expired']);
  });
  it('is contradicted by what is said beside it', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ name: '王' })).toEqual(['identity-name-form']);
    expect(codes({ documentNumber: '110105194912310021' })).toEqual(['identity-check-digit']);
    expect(codes({ birthDate: localDate('1949-12-30') })).toEqual(['identity-birth-mismatch']);
    expect(codes({ sex: 'male' })).toEqual(['identity-sex-mismatch']);
  });
  it.each([
    ['2026-11-22', ['identity-expired']],
    ['2026-12-11', ['identity-expired']],
    ['2026-12-12', []],
  ])('that ends on %s: %j', (until, expected) => {
    expect(codes({ documentExpiresOn: localDate(until) })).toEqual(expected);
  });
  it('tells birth date and sex where they were left open', () => {
    expect(completedByNumber({ ...woman, birthDate: null, sex: null }, day)).toEqual(woman);
    expect(completedByNumber(NOBODY, day)).toEqual(NOBODY);
  });
});
