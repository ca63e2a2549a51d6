import { describe, expect, it } from 'vitest';
import { differencesBut } from './compare';

const answer = (data: object) => ({ status: 200, type: 'application/json', body: { code: 'ok', data } });
const was = answer({ id: 'a', items: [{ name: '张伟', stage: 'paid' }] });
const at = (accepted: Parameters<typeof differencesBut>[0], data: object) =>
  differencesBut(accepted)('wang', '/applications/a', was, answer(data)).map((one) => one.at.split('#')[1]);
const items = [{ name: '张伟', stage: 'paid' }];
const because = 'of this test';

describe('the comparison with golden answers', () => {
  it('finds what is new, gone, changed or in another order', () => {
    expect(at([], { id: 'a', items })).toEqual([]);
    expect(at([], { id: 'a', items, kind: 'new' })).toEqual(['body.data.kind']);
    expect(at([], { items })).toEqual(['body.data.id']);
    expect(at([], { id: 'a', items: [{ name: '张伟', stage: null }] })).toEqual(['body.data.items.0.stage']);
    expect(at([], { id: 'a', items: [] })).toEqual(['body.data.items.0']);
  });

  it('accepts a field that is listed as new where it is new, and nowhere else', () => {
    const accepted = [{ at: '/applications/*#body.data.items.*.kind', added: true, because }] as const;
    expect(at(accepted, { id: 'a', items: [{ ...items[0], kind: { code: 'new' } }] })).toEqual([]);
    expect(at(accepted, { id: 'a', items, kind: 'new' })).toEqual(['body.data.kind']);
    const stage = [{ at: '/applications/*#body.data.items.*.stage', added: true, because }] as const;
    expect(at(stage, { id: 'a', items: [{ name: '张伟' }] })).toEqual(['body.data.items.0.stage']);
  });

  it('accepts a field that is listed as changed, with all below it, and no other that begins like it', () => {
    const accepted = [{ at: '/applications/*#body.data.item', because }];
    expect(at(accepted, { id: 'a', items: [] })).toEqual(['body.data.items.0']);
    expect(at([{ at: '/applications/*#body.data.items', because }], { id: 'a', items: [] })).toEqual([]);
  });

  it('leaves out of a list what has joined it by right, and compares the others in their order', () => {
    const at = (data: object) =>
      differencesBut([], [{ at: '/messages?*#body.data.items', code: 'told', because }])(
        'wang',
        '/messages?limit=20',
        answer({ items: [{ code: 'paid' }] }),
        answer(data),
      ).map((one) => one.at.split('#')[1]);
    expect(at({ items: [{ code: 'told' }, { code: 'paid' }] })).toEqual([]);
    expect(at({ items: [{ code: 'told' }, { code: 'due' }] })).toEqual(['body.data.items.0.code']);
    expect(at({ items: [{ code: 'due' }, { code: 'paid' }] })).toEqual(['body.data.items.0.code', 'body.data.items.1']);
  });
});
