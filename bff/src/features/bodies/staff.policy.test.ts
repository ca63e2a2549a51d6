import type { Role } from '@jikaotong/shared/contract';
import { describe, expect, it } from 'vitest';
import { grantsMore, isLastAdministrator } from './staff.policy';

const member = (accountId: string, state: 'invited' | 'active' | 'disabled', ...roles: Role[]) => ({
  accountId,
  state,
  roles,
});
const chief = member('chief', 'active', 'administrator', 'reviewer');
const clerk = member('clerk', 'active', 'reviewer');

describe('the last administrator', () => {
  it.each([
    ['loses the role', { accountId: 'chief', roles: ['reviewer'] satisfies Role[] }, true],
    ['loses every role', { accountId: 'chief', roles: [] }, true],
    ['is disabled', { accountId: 'chief', disabled: true }, true],
    ['gets another role', { accountId: 'chief', roles: ['administrator', 'finance'] satisfies Role[] }, false],
    ['is enabled', { accountId: 'chief', disabled: false }, false],
    ['keeps the role while a colleague goes', { accountId: 'clerk', disabled: true }, false],
  ])('%s', (_, change, held) => expect(isLastAdministrator([chief, clerk], change)).toBe(held));

  it('is not the last beside another who signs in; an invitation or a disabled account does not count', () => {
    const change = { accountId: 'chief', disabled: true };
    const beside = (state: 'invited' | 'active' | 'disabled') =>
      isLastAdministrator([chief, member('other', state, 'administrator')], change);
    expect([beside('active'), beside('invited'), beside('disabled')]).toEqual([false, true, true]);
  });
});

describe('more roles', () => {
  it.each([
    ['one that is new', ['administrator', 'reviewer', 'finance'] satisfies Role[], true],
    ['another instead', ['finance'] satisfies Role[], true],
    ['the same in another order', ['reviewer', 'administrator'] satisfies Role[], false],
    ['fewer', ['administrator'] satisfies Role[], false],
  ])('%s', (_, roles, more) => expect(grantsMore([chief, clerk], { accountId: 'chief', roles })).toBe(more));

  it('are none where no roles are named', () => expect(grantsMore([chief], { accountId: 'chief' })).toBe(false));
});
