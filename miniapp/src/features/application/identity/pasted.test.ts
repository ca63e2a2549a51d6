import { CONTACT_FIELDS, applications } from '@jikaotong/shared/contract';
import { localDate, recordOf } from '@jikaotong/shared/kernel';
import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf, readIdentity } from './identity-form';

const blank = {
  name: null,
  origin: null,
  documentType: null,
  documentNumberMasked: null,
  documentExpiresOn: null,
  birthDate: null,
  sex: null,
  phoneMasked: null,
  ...recordOf(CONTACT_FIELDS, () => null),
};
const on = localDate('2026-11-23');
/** What a paste from contacts, a chat or a spreadsheet puts around and between. */
const strewn = (text: string) =>
  array(constantFrom('', '\u200b', '\u202d', ' ', '\u00a0', '\ufeff'), {
    minLength: text.length + 1,
    maxLength: text.length + 1,
  }).map((between) => between[0] + [...text].map((letter, at) => letter + between[at + 1]).join(''));

describe('what is pasted into the identity fields', () => {
  it('is read by the form as the server reads it', () =>
    assert(
      property(tuple(strewn('王芳'), strewn('11010519491231002X'), strewn('13800001234')), ([name, number, phone]) => {
        const form = { ...formOf(blank, null), name, number, phone, longTerm: true };
        const { faults, parts } = readIdentity(form, {
          matrix: null,
          stored: blank,
          on,
          examOn: localDate('2026-12-12'),
        });
        expect(faults).toEqual({});
        expect(applications.saveApplication.body?.parse({ candidate: parts })).toMatchObject({
          candidate: { name: '王芳', documentNumber: '11010519491231002X', phone: '13800001234' },
        });
      }),
      { numRuns: 50 },
    ));
});
