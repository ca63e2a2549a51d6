import { randomBytes } from 'node:crypto';
import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { cryptoOf } from '../../platform/crypto';
import { NOBODY, openIdentity, sealIdentity, searchIndices } from './identity';

describe('a candidate in the database', () => {
  const ring = [{ id: 'k1', bytes: randomBytes(32) }] as const;
  const crypto = cryptoOf({ piiKeys: ring, piiIndexKey: randomBytes(32), jwtKeys: ring, ticketKeys: ring });
  const columns = sealIdentity(crypto, 'row-1', {
    ...NOBODY,
    name: '王芳',
    documentType: 'resident-id',
    birthDate: localDate('1949-12-31'),
    sex: 'female',
    phone: '13800001111',
    employer: '某公司',
    documentNumber: '１１０１０５１９４９１２３１００２ｘ',
  });
  it('is found by the whole number, its last four, the phone’s last four, or the name’s beginning', () => {
    expect(searchIndices(crypto, '002x').documentTailIndex).toBe(columns.documentTailIndex);
    expect(searchIndices(crypto, '1111').phoneTailIndex).toBe(columns.phoneTailIndex);
    expect(searchIndices(crypto, '13800001111').phoneIndex).toBe(columns.phoneIndex);
    expect(searchIndices(crypto, '11010519491231002x').documentIndices).toContain(columns.documentIndex);
    expect(searchIndices(crypto, '王')).toEqual({ nameBegins: '王' });
  });
  it('opens to what was said', () =>
    expect(openIdentity(crypto, { id: 'row-1', ...columns })).toMatchObject({
      documentNumber: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
      employer: '某公司',
    }));
  it('keeps numbers sealed, each in its own place', () => {
    const { documentNumber } = columns;
    expect(documentNumber?.includes('110105')).toBe(false);
    const place = { table: 'candidate', column: 'documentNumber', row: 'row-1' };
    expect(crypto.decryptField(place, documentNumber ?? Buffer.alloc(0))).toBe('11010519491231002X');
    expect(() => crypto.decryptField({ ...place, row: 'row-2' }, documentNumber ?? Buffer.alloc(0))).toThrow(
      'unable to authenticate',
    );
  });
});
