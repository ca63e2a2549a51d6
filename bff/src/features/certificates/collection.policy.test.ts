import { expect, it } from 'vitest';
import { judgeUnitList } from './collection.policy';

it('lets an agent sign for the certificates of one unit alone', () => {
  expect(judgeUnitList({ own: 'one', first: 'one' })).toBeNull();
  expect(judgeUnitList({ own: 'other', first: 'one' })?.data).toEqual({ state: 'certificate-of-other-unit' });
  expect(judgeUnitList({ own: null, first: 'one' })?.data).toEqual({ state: 'certificate-of-no-unit' });
  expect(judgeUnitList({ own: null, first: null })?.data).toEqual({ state: 'certificate-of-no-unit' });
});
