import { describe, expect, it } from 'vitest';
import { staffList } from './staff';
import * as lists from './index';
import { ACTING_LISTS, auditList, type Filter, type List, readFilterValue } from './index';

describe('what a filter says', () => {
  const read = (list: { columns: typeof staffList.columns }, filter: Filter, text: string) =>
    readFilterValue(list.columns, filter, text);
  const { state, since, q } = staffList.filters;

  it.each([
    ['active', ['active']],
    ['active,disabled,active', ['active', 'disabled']],
    ['', null],
    ['active,', null],
    ['gone', null],
  ])('codes %s', (text, codes) => expect(read(staffList, state, text)).toEqual(codes && { by: 'codes', codes }));

  it.each([
    ['2026-11-01..2026-11-30', { from: '2026-11-01', to: '2026-11-30' }],
    ['2026-11-01..', { from: '2026-11-01', to: null }],
    ['..2026-11-30', { from: null, to: '2026-11-30' }],
    ['..', null],
    ['2026-11-31..', null],
    ['2026-11-01', null],
  ])('days %s', (text, days) => expect(read(staffList, since, text)).toEqual(days && { by: 'days', ...days }));

  it.each([
    [' 张 三 ', ['张', '三']],
    [' ', null],
    ['a b c d e f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['a b c d e f g', null],
  ])('words %s', (text, words) => expect(read(staffList, q, text)).toEqual(words && { by: 'words', words }));
});

describe('the endpoints of a list', () => {
  it('are for whom the list is for, and take what it declares and nothing else', () => {
    for (const list of [staffList, auditList])
      for (const endpoint of [list.rows, list.counts, list.sheet, list.acting.select])
        expect(endpoint.who).toEqual(list.who);
    const takes = (query: unknown) => staffList.rows.query.safeParse(query).success;
    expect(takes({ state: 'active', sort: '-since', limit: '200', cursor: 'x' })).toBe(true);
    for (const query of [{ sort: 'roles' }, { limit: '201' }, { bodyId: 'other' }, { state: 'gone' }])
      expect(takes(query)).toBe(false);
    expect(staffList.sheet.query.safeParse({ columns: 'name,secret' }).success).toBe(false);
  });

  it('choose by ticks or by what matches, for acts that the list has', () => {
    const takes = (body: unknown) => staffList.acting.select.body.safeParse(body).success;
    expect(takes({ act: 'disable', which: { ids: ['a'] } })).toBe(true);
    expect(takes({ act: 'disable', which: { match: { state: 'active' }, except: ['a'] } })).toBe(true);
    for (const body of [
      { act: 'remove', which: { ids: ['a'] } },
      { act: 'disable', which: { ids: [] } },
      { act: 'disable', which: { match: { sort: 'name' } } },
      { act: 'disable', which: {} },
    ])
      expect(takes(body)).toBe(false);
  });
});

describe('the lists in which many are acted on together', () => {
  it('are all that have acts', () => {
    const isList = (value: unknown): value is List => typeof value === 'object' && value !== null && 'acting' in value;
    const acting = Object.values(lists).filter((value) => isList(value) && Object.keys(value.acts).length > 0);
    expect(acting.length).toBeGreaterThan(0);
    expect(Object.values(ACTING_LISTS).toSorted(byName)).toEqual((acting as List[]).toSorted(byName));
  });
});
const byName = (one: List, other: List): number => one.name.localeCompare(other.name);
