import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import type { IdentityForm, IdentityReading } from '../application';
import { type Known, blanksOf, bodyOf, startForm } from './entry-form';

const known: Known = {
  name: '张伟',
  origin: 'mainland',
  documentType: 'resident-id',
  documentNumberMasked: '110***********0011',
  documentExpiresOn: null,
  birthDate: localDate('1990-05-01'),
  sex: 'male',
  phoneMasked: '138****1111',
  unit: '某某公司',
  entryId: null,
};
const identity: IdentityForm = {
  origin: 'mainland',
  documentType: 'resident-id',
  number: '',
  name: '张伟',
  birthDate: '1990-05-01',
  sex: 'male',
  expiresOn: null,
  longTerm: true,
  phone: '',
  employer: '',
  address: '',
};
const reading: IdentityReading = {
  faults: {},
  told: null,
  keepsNumber: true,
  parts: { origin: 'mainland', documentType: 'resident-id', name: '张伟', documentExpiresOn: null },
};

describe('the form of an entry', () => {
  it('asks of a known person only what no application told', () => {
    const form = startForm(identity, known, null);
    expect(blanksOf(form, reading, false)).toEqual(['group', 'unitType', 'photo']);
    expect(bodyOf(form, reading, '值机员')).toBeNull();
  });

  it('sends neither a number nor a phone that were not typed anew', () => {
    const form = {
      ...startForm(identity, known, null),
      group: 'guard' as const,
      unitType: 'company' as const,
      level: '4' as const,
      photoFileId: 'p',
    };
    expect(blanksOf(form, reading, false)).toEqual([]);
    const body = bodyOf(form, reading, '值机员');
    expect(body).toMatchObject({ name: '张伟', levels: [{ occupation: '值机员', level: 4 }], photoFileId: 'p' });
    expect(Object.keys(body ?? {})).not.toContain('documentNumber');
    expect(Object.keys(body ?? {})).not.toContain('phone');
  });

  it('asks whoever is of another group what she does', () => {
    const form = { ...startForm(identity, known, null), group: 'other' as const };
    expect(blanksOf(form, reading, true)).toEqual(['groupNote', 'unitType']);
  });
});
