import { randomBytes } from 'node:crypto';
import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { cryptoOf } from '../../platform/crypto';
import { changedFields, completedByNumber, identityFaults, missingDetails } from './application.policy';
import { type Candidate, candidateColumns, searchIndices } from './candidate';

const day = localDate('2026-11-23');
const examOn = localDate('2026-12-12');
const nobody: Candidate = {
  name: null,
  origin: null,
  documentType: null,
  documentNumber: null,
  documentExpiresOn: null,
  birthDate: null,
  sex: null,
  phone: null,
  employer: null,
  address: null,
};
const woman: Candidate = {
  ...nobody,
  name: '王芳',
  origin: 'mainland',
  documentType: 'resident-id',
  documentNumber: '11010519491231002X',
  birthDate: localDate('1949-12-31'),
  sex: 'female',
  phone: '13800001111',
};
const codes = (change: Partial<Candidate>) =>
  identityFaults({ ...woman, ...change }, { matrix: null, applicationOn: day, examOn }).map(({ code }) => code);

describe('a document as far as it is filled in', () => {
  it('has no fault while it is empty, and names what is still missing', () => {
    expect(identityFaults(nobody, { matrix: null, applicationOn: day, examOn })).toEqual([]);
    expect(codes({ name: null, birthDate: null, sex: null })).toEqual([]);
    expect(missingDetails(nobody)).toHaveLength(7);
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
    expect(completedByNumber(nobody, day)).toEqual(nobody);
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

describe('a candidate in the database', () => {
  const ring = [{ id: 'k1', bytes: randomBytes(32) }] as const;
  const crypto = cryptoOf({ piiKeys: ring, piiIndexKey: randomBytes(32), jwtKeys: ring, ticketKeys: ring });
  const columns = candidateColumns(crypto, 'row-1', {
    ...woman,
    documentNumber: '１１０１０５１９４９１２３１００２ｘ',
  });
  it('is found by the whole number, its last four, the phone’s last four, or the name’s beginning', () => {
    expect(searchIndices(crypto, '002x').documentTailIndex).toBe(columns.documentTailIndex);
    expect(searchIndices(crypto, '1111').phoneTailIndex).toBe(columns.phoneTailIndex);
    expect(searchIndices(crypto, '13800001111').phoneIndex).toBe(columns.phoneIndex);
    expect(searchIndices(crypto, '11010519491231002x').documentIndices).toContain(columns.documentIndex);
    expect(searchIndices(crypto, '王')).toEqual({ nameBegins: '王' });
  });
  it('keeps numbers sealed, each in its own place', () => {
    const { documentNumber } = columns;
    expect(documentNumber?.includes('110105')).toBe(false);
    const place = { table: 'application', column: 'documentNumber', row: 'row-1' };
    expect(crypto.decryptField(place, documentNumber ?? Buffer.alloc(0))).toBe('11010519491231002X');
    expect(() => crypto.decryptField({ ...place, row: 'row-2' }, documentNumber ?? Buffer.alloc(0))).toThrow(
      'unable to authenticate',
    );
  });
});
