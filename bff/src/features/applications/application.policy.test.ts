import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { changedFields, completedByNumber, identityFaults, missingDetails } from './application.policy';
import { type Identity, NOBODY } from '../candidates';

const day = localDate('2026-11-23');
const examOn = localDate('2026-12-12');
const woman: Identity = {
  ...NOBODY,
  name: '王芳',
  origin: 'mainland',
  documentType: 'resident-id',
  documentNumber: '11010519491231002X',
  birthDate: localDate('1949-12-31'),
  sex: 'female',
  phone: '13800001111',
};
const codes = (change: Partial<Identity>) =>
  identityFaults({ ...woman, ...change }, { matrix: null, applicationOn: day, examOn }).map(({ code }) => code);

describe('a document as far as it is filled in', () => {
  it('has no fault while it is empty, and names what is still missing', () => {
    expect(identityFaults(NOBODY, { matrix: null, applicationOn: day, examOn })).toEqual([]);
    expect(codes({ name: null, birthDate: null, sex: null })).toEqual([]);
    expect(missingDetails(NOBODY)).toHaveLength(7);
    expect(missingDetails(woman)).toEqual([]);
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

describe('what changed since the reviewer looked', () => {
  const before = {
    candidate: woman,
    facts: { jobs: [], intends: true },
    route: '1',
    papers: [{ document: 'diploma', fileIds: ['f'], number: null }],
    photo: null,
    signatureFileId: 's',
  };
  it('is nothing when only the order of keys differs', () => {
    expect(changedFields(before, { ...before, facts: { intends: true, jobs: [] } })).toEqual([]);
  });
  it('is named field by field', () => {
    const candidate = { ...woman, phone: '13900001111', documentType: 'passport' as const };
    expect(changedFields(before, { ...before, candidate, route: '2', papers: [] })).toEqual([
      'documentNumber',
      'phone',
      'route',
      'documents',
    ]);
  });
});
