import type { Source } from '@jikaotong/shared/notice';

/** What a source says, corrected where the print is damaged: the quote, or the reason of an assumption. */
export function printedWords(source: Source): string {
  if ('clause' in source) return source.corrected ?? source.quote;
  return 'assumed' in source ? source.assumed : (source.quote ?? source.standard);
}
