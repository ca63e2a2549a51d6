import { checklistOf } from '@jikaotong/shared/rules/documents';
import type { DocumentTree } from '@jikaotong/shared/notice';
import { describe, expect, it } from 'vitest';
import { choosingWay, papersOf, wayTaken, withPaper } from './paper-parts';

const leaf = (document: string): DocumentTree => ({
  kind: 'document',
  document,
  printed: document,
  source: { assumed: 'a test' },
});
const diplomaOrLetter: DocumentTree = { kind: 'anyOf', of: [leaf('diploma'), leaf('education-letter')] };
const groupOf = (attached: { document: string; fileCount: number; number: string | null }[]) => {
  const [group] = checklistOf({ everybody: [], route: diplomaOrLetter, attached }).groups;
  if (!group) throw new Error('no group');
  return group;
};

describe('attached papers', () => {
  it('are changed one at a time and added when new', () => {
    const papers = papersOf([
      { document: 'diploma', files: [{ id: 'f1', type: 'image/jpeg', url: '/f1' }], number: null },
    ]);
    expect(withPaper(papers, 'diploma', (paper) => ({ ...paper, fileIds: [...paper.fileIds, 'f2'] }))).toEqual([
      { document: 'diploma', fileIds: ['f1', 'f2'], number: null },
    ]);
    expect(withPaper(papers, 'chsi-code', (paper) => ({ ...paper, number: 'A1' }))).toHaveLength(2);
  });

  it('gain the letter of a chosen alternative and lose it again, scans stay', () => {
    const scan = { document: 'diploma', fileIds: ['f1'], number: null };
    const letter = choosingWay([scan], groupOf([]), 1);
    expect(letter).toEqual([scan, { document: 'education-letter', fileIds: [], number: null }]);
    expect(choosingWay(letter, groupOf([]), 0)).toEqual([scan]);
  });

  it('tell which alternative was taken', () => {
    expect(wayTaken(groupOf([]))).toBeNull();
    expect(wayTaken(groupOf([{ document: 'education-letter', fileCount: 0, number: null }]))).toBe(1);
    expect(wayTaken(groupOf([{ document: 'diploma', fileCount: 1, number: null }]))).toBe(0);
  });
});
