import { expect, it } from 'vitest';
import { hasPeople } from './has-people';

const nobody = { passed: 0, failed: 0, absent: 0, pending: 0, incomplete: 0 };

it('counts whoever was examined, absent or not', () => {
  expect(hasPeople(nobody)).toBe(false);
  for (const one of ['passed', 'failed', 'absent', 'pending', 'incomplete'])
    expect(hasPeople({ ...nobody, [one]: 1 })).toBe(true);
});
