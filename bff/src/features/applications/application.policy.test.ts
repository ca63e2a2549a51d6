import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { type Identity, NOBODY } from '../candidates';
import { changedFields } from './application.policy';

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
