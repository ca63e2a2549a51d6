import { certificateList } from '@jikaotong/shared/lists';
import { expect, it } from 'vitest';
import { gridOf } from './grid-of';

it('gives a certificate’s number the room of all its 22 characters, so that two never look alike', () => {
  const { gridTemplateColumns } = gridOf(certificateList.columns, ['number', 'name'], false);
  expect(gridTemplateColumns).toMatch(/^minmax\(calc\(var\(--type-side\) \* 15\),/);
});
