import type { ApplicationView } from '@jikaotong/shared/contract';
import type { ChecklistGroup } from '@jikaotong/shared/rules/documents';
import type { DraftParts } from '../draft/parts';

type Papers = NonNullable<DraftParts['papers']>;
type Paper = Papers[number];

/** The attached papers as they are saved. */
export const papersOf = (papers: ApplicationView['papers']): Papers =>
  papers.map(({ document, files, number, validUntil }) => {
    return { document, fileIds: files.map(({ id }) => id), number, ...(validUntil && { validUntil }) };
  });

/** The papers with one of them changed or added. */
export function withPaper(papers: Papers, document: string, change: (paper: Paper) => Paper): Papers {
  const known = papers.find((paper) => paper.document === document);
  const changed = change(known ?? { document, fileIds: [], number: null });
  return known ? papers.map((paper) => (paper === known ? changed : paper)) : [...papers, changed];
}

/**
 * The papers after choosing one of the alternatives: its generated letters are attached, those of the other
 * alternatives are taken back; scans and numbers stay, for nothing that was handed in is thrown away.
 */
export function choosingWay(papers: Papers, group: ChecklistGroup, way: number): Papers {
  const generated = (index: number) =>
    (group.alternatives[index] ?? [])
      .filter(({ provisions }) => provisions.includes('generated'))
      .map(({ document }) => document);
  const wanted = generated(way);
  const unwanted = group.alternatives
    .flatMap((_, index) => (index === way ? [] : generated(index)))
    .filter((document) => !wanted.includes(document));
  const left = papers.filter(({ document }) => !unwanted.includes(document));
  return wanted.reduce((all, document) => withPaper(all, document, (paper) => paper), left);
}

/** Which alternative the candidate is on: the one that is complete, else the one begun, else none. */
export function wayTaken(group: ChecklistGroup): number | null {
  const complete = group.alternatives.findIndex((items) => items.every(({ provided }) => provided));
  if (complete >= 0) return complete;
  const begun = group.alternatives.findIndex((items) => items.some(({ provided }) => provided));
  if (begun >= 0) return begun;
  return group.alternatives.length === 1 ? 0 : null;
}
