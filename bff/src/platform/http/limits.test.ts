import { accounts } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { BUDGETS, budgetOf, limitsOf } from './limits';

it('keeps those signed in who share an address with strangers that send much', async () => {
  const limits = limitsOf({ ...BUDGETS, write: 2, 'sign-in': 2 });
  const by = { ip: '203.0.113.7' };
  for (const other of [accounts.signOut, accounts.signInWithPassword]) {
    const spend = () => limits.take(budgetOf(other), by);
    await spend();
    await spend();
    await expect(spend()).rejects.toThrow('too-many-requests');
  }
  await limits.take(budgetOf(accounts.refreshSignIn), by);
});
