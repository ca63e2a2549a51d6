import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import type { IdentityForm, IdentityReading } from '../application';
import { type KnownEntrant, missingFieldsOf, bodyOf, bornOf, startForm } from './entry-form';

const known: KnownEntrant = {
  name: '张伟',
  origin: 'mainland',
  documentType: 'resident-id',
  documentNumberMasked: '110***********0011',
  documentExpiresOn: null,
  birthDate: localDate('1990-05-01'),
  sex: 'male',
  phoneMasked: '138****1111',
  unit: '某某公司',
  unitType: null,
  coach: null,
  unionCard: false,
  levels: [],
  group: null,
  groupNote: null,
  training: false,
  photoUrl: null,
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
  contacts: { employer: '', address: '' },
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
    expect(missingFieldsOf(form, reading)).toEqual(['group', 'unitType', 'photo']);
    expect(bodyOf(form, reading, '值机员')).toBeNull();
  });

  it('sends neither a number nor a phone that were not typed anew', () => {
    const form = {
      ...startForm(identity, known, null),
      group: 'guard' as const,
      unitType: 'company' as const,
      level: 4,
      photoFileId: 'p',
    };
    expect(missingFieldsOf(form, reading)).toEqual([]);
    const body = bodyOf(form, reading, '值机员');
    expect(body).toMatchObject({ name: '张伟', levels: [{ occupation: '值机员', level: 4 }], photoFileId: 'p' });
    expect(Object.keys(body ?? {})).not.toContain('documentNumber');
    expect(Object.keys(body ?? {})).not.toContain('phone');
  });

  it('keeps what the withdrawn entry told, and asks once whether the photo still holds', () => {
    const before: KnownEntrant = {
      ...known,
      unitType: 'company',
      coach: '李老师',
      unionCard: true,
      levels: [{ occupation: '值机员', level: 4 }],
      group: 'guard',
      training: true,
      photoUrl: '/files/p',
    };
    const form = startForm(identity, before, null);
    expect(form).toMatchObject({ group: 'guard', unitType: 'company', coach: '李老师', level: 4, training: true });
    expect(missingFieldsOf(form, reading)).toEqual(['photo']);
    const kept = { ...form, keepsPhoto: true };
    expect(missingFieldsOf(kept, reading)).toEqual([]);
    expect(bodyOf(kept, reading, '值机员')).toMatchObject({ group: 'guard', unionCard: true });
    expect(Object.keys(bodyOf(kept, reading, '值机员') ?? {})).not.toContain('photoFileId');
  });

  it('tells the birth date from the number, and not from one that was typed over', () => {
    const told = { birthDate: localDate('2008-01-06'), sex: 'male' as const };
    expect(bornOf(identity, { ...reading, told })).toEqual(told);
    expect(bornOf(identity, reading)).toEqual({ birthDate: '1990-05-01', sex: 'male' });
    expect(bornOf(identity, { ...reading, keepsNumber: false })).toEqual({ birthDate: null, sex: null });
    const passport = { ...identity, documentType: 'passport' as const };
    expect(bornOf(passport, { ...reading, keepsNumber: false })).toEqual({ birthDate: '1990-05-01', sex: 'male' });
  });

  it('asks whoever is of another group what they do', () => {
    const form = { ...startForm(identity, known, null), group: 'other' as const, keepsPhoto: true };
    expect(missingFieldsOf(form, reading)).toEqual(['groupNote', 'unitType']);
  });
});
