import type { AuthoritySource, ExtraQuestion } from '@jikaotong/shared/contract';
import { sourceOfHeader } from '@jikaotong/shared/words';
import type { AuthoritySheet } from './authority-sheet.record';

/** What a dropped sheet is mapped to at first: known headers at once, every other one waits for a clerk. */
export const firstSources = (headers: readonly string[]): AuthoritySource[] =>
  headers.map((header) => (header === '' ? { from: 'blank' } : (sourceOfHeader(header) ?? { from: 'unmapped' })));

/** Whether every column was looked at. */
export const isReady = ({ sources }: Pick<AuthoritySheet, 'sources'>): boolean =>
  sources.every(({ from }) => from !== 'unmapped');

/** What the mapped sheets of a body ask candidates for, each with the names of the sheets that need it. */
export function questionsOf(sheets: readonly AuthoritySheet[]): ReadonlyMap<ExtraQuestion, readonly string[]> {
  const asked = new Map<ExtraQuestion, readonly string[]>();
  for (const sheet of sheets.filter(isReady))
    for (const source of sheet.sources)
      if (source.from === 'question')
        asked.set(source.question, [...new Set([...(asked.get(source.question) ?? []), sheet.name])]);
  return asked;
}
