import { describe, expect, it } from 'vitest';
import { type Kept, keptAfter, storable } from './unsaved';

const unsaved = { version: 3, parts: { route: '1' } };
const kept: Kept = { accountId: 'wang', drafts: { one: unsaved } };

describe('what could not be saved', () => {
  it('is kept by application, the newer of the same one replacing the older', () => {
    expect(keptAfter(null, { accountId: 'wang', id: 'one', unsaved })).toEqual(kept);
    const newer = { version: 3, parts: { route: '2' } };
    expect(keptAfter(kept, { accountId: 'wang', id: 'one', unsaved: newer })?.drafts).toEqual({ one: newer });
    expect(keptAfter(kept, { accountId: 'wang', id: 'two', unsaved: newer })?.drafts).toEqual({
      one: unsaved,
      two: newer,
    });
  });

  it('goes once it is saved', () => {
    expect(keptAfter(kept, { accountId: 'wang', id: 'one', unsaved: null })).toBeNull();
  });

  it('is kept without who it is about: no number, phone or address lies in the phone’s storage', () => {
    const candidate = { name: '张伟', documentNumber: '110101199003074477', phone: '13800000001', address: '北京' };
    expect(storable({ version: 3, parts: { candidate, route: '1' } })).toEqual(unsaved);
    expect(storable({ version: 3, parts: { candidate } })).toBeNull();
    expect([storable(unsaved), storable(null)]).toEqual([unsaved, null]);
  });

  it('never passes to another account', () => {
    expect(keptAfter(kept, { accountId: 'li', id: 'two', unsaved })).toEqual({
      accountId: 'li',
      drafts: { two: unsaved },
    });
    expect(keptAfter(kept, { accountId: 'li', id: 'two', unsaved: null })).toBeNull();
  });
});
