import { HELD_KINDS } from '@jikaotong/shared/rules/retention';
import { describe, expect, it } from 'vitest';
import { features, records } from './app';
import { NAMING } from './features/persons';

/** Records that name people, or seal something, and are nobody's data; each with its reason. */
const NOT_HELD: Readonly<Record<string, string>> = {
  session_assumption: 'what staff confirmed of a session',
  notice_draft_assumption: 'what staff confirmed of a notice',
  unit: 'what a unit says of itself and whom to call; a matter of the unit',
  contest_group: 'what a unit notes of a competition; its people stand in their entries',
  roster: 'what a unit hands in; its people stand in its rows',
  roster_link: 'the token of a link that a unit gives its people',
  staff_grant: 'what staff may do, a matter of the body',
  staff_member: 'who works for a body',
  invitation: 'a link for staff, gone when it is used',
  merchant: 'the keys of a body',
  stage_draw: 'the seed of a draw: a random number',
  seating: 'the seed of a seating: a random number',
  selection: 'what staff chose in a list',
  signed_scan: 'what an agent sent; its pages are held where they stand',
  sheet_import: 'what staff sent; the rows that came of it are held where they stand',
  sheet_item: 'rows of a sheet that staff sent, sealed, until the import is over',
  photo_batch: 'what an agent sends from a desk; whose the photos are is held where they stand',
  photo_batch_item: 'names of files that an agent chose, sealed, until they are taken or a day has passed',
  data_export: 'copies that people asked for; ends after a day by itself',
  idempotency_key: 'ids of requests, for a day',
};
const NAMES_PEOPLE = ['accountId', 'ownerAccountId', 'candidateId', 'participantId', 'personId', 'reviewId', 'orderId'];

describe('what is held of people', () => {
  const held = features.flatMap((feature) => feature.held ?? []);
  const tables = new Set(held.map(({ record }) => record.options.name));
  const ofPeople = records.filter(({ options: { columns } }) =>
    Object.entries(columns).some(([name, column]) => column?.type === 'blob' || NAMES_PEOPLE.includes(name)),
  );

  it('names every record that seals something or points at somebody, or says why it holds nothing', () => {
    const unnamed = ofPeople.map(({ options }) => options.name).filter((name) => !tables.has(name) && !NOT_HELD[name]);
    expect(unnamed).toEqual([]);
  });

  it('keeps in the register of people whoever is pointed at from anywhere', () => {
    const pointing = records.filter(({ options: { columns } }) => Object.hasOwn(columns, 'personId'));
    const names = pointing.map(({ options }) => options.name).filter((name) => name !== 'person_document');
    expect([...NAMING].toSorted()).toEqual(names.toSorted());
  });

  it('opens or leaves out every sealed column, and points at columns that are there', () => {
    for (const { record, by, ours, over } of held) {
      const columns = Object.keys(record.options.columns);
      expect(columns).toEqual(expect.arrayContaining([by, ...ours, ...(over === 'row' ? [] : Object.keys(over))]));
    }
  });

  it('has something of every kind that is not a part of another', () => {
    const kinds = new Set<string>(held.map(({ kind }) => kind));
    // a draft is a state, a photo a column of its candidate, a copy a row that ends by itself
    expect(HELD_KINDS.filter((kind) => !kinds.has(kind))).toEqual(['draft', 'photo', 'export']);
  });
});
