import { CONTACT_FIELDS } from '@jikaotong/shared/contract';
import { localDate, recordOf } from '@jikaotong/shared/kernel';
import type { DocumentType, IdentityMatrix } from '@jikaotong/shared/notice';
import { NO_END, completedByNumber } from '@jikaotong/shared/rules/identity';
import { array, assert, boolean, constantFrom, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type IdentityForm,
  type Told,
  formOf,
  presetType,
  readIdentity,
  withOrigin,
  withUnsaved,
} from './identity-form';

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
    expect(Object.keys(reading.faults).toSorted()).toEqual(['documentExpiresOn', 'documentNumber', 'name', 'phone']);
    expect(reading.parts).toMatchObject({ origin: 'mainland' });
  });

  it('ask for nothing again that the check has been told', () => {
    const told: Told = {
      birthDate: localDate('1970-03-04'),
      sex: 'male',
      jobs: [
        { occupation: '保安员', from: localDate('2010-01-01'), to: localDate('2015-01-01'), employer: '旧单位' },
        { occupation: '保安员', from: localDate('2015-01-01'), to: null, employer: '某某保安公司' },
      ],
    };
    const form = formOf({ ...blank, origin: 'hongkong-macau' }, null, told);
    expect(form).toMatchObject({ birthDate: '1970-03-04', sex: 'male', contacts: { employer: '某某保安公司' } });
    const stored = { ...blank, birthDate: localDate('1970-03-05'), employer: '别的单位' };
    expect(formOf(stored, null, told)).toMatchObject({ birthDate: '1970-03-05', contacts: { employer: '别的单位' } });
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

describe('a document without an end', () => {
  it('is nothing that a draft says of itself: what was left open is asked again', () => {
    const typed = { ...filled, longTerm: false, expiresOn: null };
    expect(codesOf(typed)).toEqual(['documentExpiresOn:blank']);
    expect(readIdentity(typed, context).parts).not.toHaveProperty('documentExpiresOn');
    expect(formOf({ ...known, documentExpiresOn: null }, null)).toMatchObject({ longTerm: false, expiresOn: null });
  });

  it('is known again once it was ticked', () => {
    expect(readIdentity({ ...filled, longTerm: true }, context).parts).toMatchObject({ documentExpiresOn: NO_END });
    expect(formOf({ ...known, documentExpiresOn: NO_END }, null)).toMatchObject({ longTerm: true, expiresOn: null });
  });

  it('is what was handed in without an end', () => {
    expect(formOf({ ...known, documentExpiresOn: null }, null, { isDraft: false }).longTerm).toBe(true);
  });
});

/** As E24 prints it: two documents for mainlanders, so one is chosen. */
const source = { clause: '三（二）1', quote: '有效身份证明' };
const row = (origin: 'mainland' | 'taiwan', ...types: DocumentType[]) => ({
  origin,
  documents: types.map((type) => ({ type, printed: type, corrected: null })),
  source,
});
const e24 = {
  origins: [row('mainland', 'resident-id', 'beijing-social-security-card'), row('taiwan', 'taiwan-travel-permit')],
  rules: [],
} as unknown as IdentityMatrix;

describe('a notice that accepts several documents', () => {
  it('presets 居民身份证 where it is accepted, the only one elsewhere', () => {
    expect(presetType(e24, 'mainland')).toBe('resident-id');
    expect(presetType(e24, 'taiwan')).toBe('taiwan-travel-permit');
  });

  it('keeps a number when the document is chosen after it, and an accepted document when the origin is', () => {
    const typed = { ...formOf(blank, e24), documentType: null, number: '11010519491231002X' };
    expect(readIdentity({ ...typed, documentType: 'resident-id' }, context).told).not.toBeNull();
    expect(withOrigin({ ...typed, documentType: 'resident-id' }, 'mainland', e24)).toMatchObject({
      documentType: 'resident-id',
      number: '11010519491231002X',
    });
    expect(withOrigin(typed, 'taiwan', e24).documentType).toBe('taiwan-travel-permit');
  });

  it('never blames fields that it does not show', () => {
    const faults = codesOf({ ...filled, number: '110105194912310021' });
    expect(faults).toEqual(['documentNumber:identity-check-digit']);
  });
});

/** The number as the server holds it, beside what it answers. */
type Saved = { readonly stored: Parameters<typeof formOf>[0]; readonly number: string | null };

const STEPS: readonly ((form: IdentityForm) => IdentityForm)[] = [
  (form) => withOrigin(form, 'mainland', e24),
  (form) => ({ ...form, documentType: 'resident-id' }),
  (form) => ({ ...form, number: '11010519491231002X' }),
  (form) => ({ ...form, name: '王芳' }),
  (form) => ({ ...form, phone: '13800001234' }),
  (form) => ({ ...form, longTerm: true }),
];

/** What the server keeps of the parts that are saved now, and tells back. */
function save({ stored, number }: Saved, form: IdentityForm): Saved {
  const { parts } = readIdentity(form, { ...context, matrix: e24, stored });
  if (!parts) return { stored, number };
  const documentNumber = parts.documentNumber ?? number;
  const merged = completedByNumber(
    {
      name: parts.name ?? stored.name,
      origin: parts.origin ?? stored.origin,
      documentType: parts.documentType ?? stored.documentType,
      documentNumber,
      documentExpiresOn: parts.documentExpiresOn === NO_END ? NO_END : stored.documentExpiresOn,
      birthDate: stored.birthDate,
      sex: stored.sex,
    },
    context.on,
  );
  const phoneMasked = parts.phone ? '138****1234' : stored.phoneMasked;
  const { documentNumber: _, ...shown } = merged;
  return {
    stored: {
      ...blank,
      ...shown,
      documentNumberMasked: documentNumber === null ? null : '1101**********002X',
      phoneMasked,
    },
    number: documentNumber,
  };
}

it('is complete after every order of filling it in, saved and opened again in between or not', () => {
  const orders = shuffledSubarray([...STEPS], { minLength: STEPS.length, maxLength: STEPS.length });
  const reopened = array(boolean(), { minLength: STEPS.length, maxLength: STEPS.length });
  const started = constantFrom<DocumentType | null>(null, 'resident-id', 'beijing-social-security-card');
  assert(
    property(orders, reopened, started, (order, again, documentType) => {
      let saved: Saved = { stored: blank, number: null };
      let form: IdentityForm = { ...formOf(blank, e24), documentType };
      for (const [at, step] of order.entries()) {
        form = step(form);
        saved = save(saved, form);
        if (again[at]) form = formOf(saved.stored, e24);
      }
      const reading = readIdentity(form, { ...context, matrix: e24, stored: saved.stored });
      expect(reading.faults).toEqual({});
      expect(save(saved, form).stored).toMatchObject({ birthDate: '1949-12-31', sex: 'female', name: '王芳' });
    }),
  );
});
