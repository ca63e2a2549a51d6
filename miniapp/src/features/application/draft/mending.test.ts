import { expect, it } from 'vitest';
import { mendState } from './mending';

it('what was sent back is changed only where the server sees another value', () => {
  const given = { changedFields: ['phone'] as const, resaved: new Set(['identity', 'photo']) };
  expect(mendState({ field: 'phone', step: 'identity' }, given)).toBe('changed');
  expect(mendState({ field: 'name', step: 'identity' }, given)).toBe('same');
  expect(mendState({ field: 'facts', step: 'basis' }, given)).toBe('waiting');
});
