import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { code, defineList, named, nullable, personal, sealed, text } from '@jikaotong/shared/lists';
import { cryptoOf } from '../crypto';
import { rowOf, selectOf } from './cells';
import { conditionsOf, filterValuesOf } from './condition';
import type { ListSource } from './list-source';

const key = { id: 'k1', bytes: randomBytes(32) };
const crypto = cryptoOf({ piiKeys: [key], piiIndexKey: key.bytes, jwtKeys: [key], ticketKeys: [key] });

const list = defineList({
  name: 'guest',
  path: '/staff/bodies/:id/guests',
  within: 'body',
  who: ['reviewer'],
  columns: {
    name: personal('name', text()),
    phone: sealed('phone'),
    state: code(['in', 'out']),
    note: nullable(text()),
    room: named(),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'phone'] },
    phone: { by: 'equal', column: 'phone' },
    state: { by: 'codes', column: 'state' },
    room: { by: 'values', column: 'room' },
  },
  order: { by: ['name'], first: 'name' },
});
const source: ListSource = {
  table: 'guest g',
  joins: '',
  indexes: { name: 'ix_guest_name' },
  within: 'g.body_id',
  id: 'g.id',
  version: 'g.version',
  cells: {
    name: 'g.name',
    phone: {
      sealed: 'g.phone',
      row: 'g.id',
      place: { table: 'guest', column: 'phone' },
      found: (crypto, value) => ({ sql: 'g.phone_index = ?', params: [crypto.blindIndex('phone', value)] }),
    },
    state: 'g.state',
    note: 'g.note',
    room: 'g.room_id',
  },
  acts: {},
};
const served = { list, source };
const names = new Map([['room', new Map([['r1', '东楼 101']])]]);
const keys = ['name', 'phone', 'state', 'note', 'room'];
const raw = {
  id: 'g1',
  version: 3,
  name: '欧阳明明',
  phone: crypto.encryptField({ table: 'guest', column: 'phone', row: 'g1' }, '13800000001'),
  phone__row: 'g1',
  state: 'in',
  note: null,
  room: 'r1',
};

describe('a cell', () => {
  it.each([
    ['screen', { name: '欧阳明明', phone: '138****0001' }],
    ['masked', { name: '欧**明', phone: '138****0001' }],
    ['open', { name: '欧阳明明', phone: '13800000001' }],
  ] as const)('that tells about a person is shown %s', (showing, cells) =>
    expect(rowOf(served, crypto, keys, raw, { showing, names })).toEqual({
      id: 'g1',
      version: 3,
      state: 'in',
      note: null,
      room: '东楼 101',
      ...cells,
    }),
  );

  it('that stands sealed does not open in another row', () =>
    expect(() => rowOf(served, crypto, keys, { ...raw, phone__row: 'g2' }, { showing: 'screen', names })).toThrow(
      /authenticate/,
    ));

  it('is selected under its own name, a sealed one with its row', () =>
    expect(selectOf(served, ['name', 'phone'])).toBe(
      'g.id AS id, g.version AS version, g.name AS `name`, g.phone AS `phone`, g.id AS `phone__row`',
    ));
});

describe('a condition', () => {
  it('asks for a sealed value by its blind index, always within the scope', () =>
    expect(
      conditionsOf(served, crypto, 'b1', filterValuesOf(served, { phone: '13800000001', state: 'in,out' })),
    ).toEqual({
      sql: '(g.body_id = ?) AND (g.phone_index = ?) AND (g.state IN (?, ?))',
      params: ['b1', crypto.blindIndex('phone', '13800000001'), 'in', 'out'],
    }));

  it('searches a sealed value whole among the texts, and takes whatever values a column may name', () =>
    expect(conditionsOf(served, crypto, 'b1', filterValuesOf(served, { q: '138_', room: 'r1,r-2' }))).toEqual({
      sql: "(g.body_id = ?) AND ((LOWER(g.name) LIKE ? ESCAPE '!' OR g.phone_index = ?)) AND (g.room_id IN (?, ?))",
      params: ['b1', '%138!_%', crypto.blindIndex('phone', '138_'), 'r1', 'r-2'],
    }));
});
