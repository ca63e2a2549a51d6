import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Change } from './list-import';

it('reads a change of a list that was previewed before a list could say units, coaches and cards', () => {
  const said = {
    name: '张伟',
    documentType: 'resident-id',
    documentNumber: '110105199005010157',
    birthDate: '1990-05-01',
  };
  const before = { ...said, sex: null, phone: null, unit: null, reference: null };
  expect(z.parse(Change, { person: before, entryId: null, version: 0 })).toEqual({
    person: { ...before, unitType: null, coach: null, unionCard: null },
    entryId: null,
    version: 0,
    phoneProves: false,
  });
});
