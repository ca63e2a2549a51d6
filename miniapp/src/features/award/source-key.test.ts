import { describe, expect, it } from 'vitest';
import { AUTHORITY_FIELDS, type AuthoritySource, EXTRA_QUESTIONS } from '@jikaotong/shared/contract';
import { codesIn, codesText, keyOf, sourceOf } from './source-key';

const sources: readonly AuthoritySource[] = [
  ...AUTHORITY_FIELDS.map((field) => ({ from: 'field' as const, field })),
  ...EXTRA_QUESTIONS.map((question) => ({ from: 'question' as const, question })),
  { from: 'fixed', text: '' },
  { from: 'blank' },
  { from: 'unmapped' },
];

describe('the sources of a column', () => {
  it.each(sources.map((source) => [keyOf(source), source] as const))('%s comes back from its option', (key, source) =>
    expect(sourceOf(key)).toEqual(source),
  );

  it('reads codes a line each, whatever equals sign was typed, and leaves half a line out', () => {
    const codes = codesIn('男=1\n女＝ 2\n其他=\n');
    expect(codes).toEqual({ 男: '1', 女: '2' });
    expect(codesText({ from: 'field', field: 'sex', codes })).toBe('男=1\n女=2');
  });
});
