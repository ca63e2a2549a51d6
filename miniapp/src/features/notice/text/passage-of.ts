import type { Quoted } from '../../../ui';

/** A printed text in three: what stands before a quote, the lines that hold it, and what follows. */
export type Passage = { readonly before: string; readonly marked: string; readonly after: string };

/**
 * Where a quote stands in the printed text, white space aside, searched from the beginning of its part (`附件1`, `三、`); of
 * several places the one with the same spaces. Whole lines are marked. Null where it does not stand there.
 */
export function passageOf(text: string, { clause, quote }: Pick<Quoted, 'clause' | 'quote'>): Passage | null {
  const places = placesOf(text);
  const wanted = quote.replace(/\s+/gu, '');
  const found = occurrencesOf(text.replace(/\s+/gu, ''), wanted).flatMap((at) => {
    const [first, last] = [places[at], places[at + wanted.length - 1]];
    return first === undefined || last === undefined ? [] : [{ first, last }];
  });
  const partAt = beginningOf(text, clause);
  const inPart = found.filter(({ first }) => first >= partAt);
  const candidates = inPart.length > 0 ? inPart : found;
  const asWritten = ({ first, last }: { first: number; last: number }) =>
    oneSpaced(text.slice(first, last + 1)) === oneSpaced(quote);
  const at = clause === '落款' ? candidates[candidates.length - 1] : (candidates.find(asWritten) ?? candidates[0]);
  if (!at) return null;
  const begins = text.lastIndexOf('\n', at.first) + 1;
  const lineEnd = text.indexOf('\n', at.last);
  const ends = lineEnd < 0 ? text.length : lineEnd;
  return { before: text.slice(0, begins), marked: text.slice(begins, ends), after: text.slice(ends) };
}

const oneSpaced = (text: string): string => text.trim().replace(/\s+/gu, ' ');

function occurrencesOf(text: string, wanted: string): readonly number[] {
  const found: number[] = [];
  if (wanted === '') return found;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** Where each character that is no white space stands. */
function placesOf(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (/\S/.test(text.charAt(at))) places.push(at);
  return places;
}

/** Where the annex or the numbered part of a clause begins; 0 where neither is found. */
function beginningOf(text: string, clause: string): number {
  const annex = /^附件(\d+)/.exec(clause)?.[1];
  const part = /^[一二三四五六七八九十]+/.exec(clause)?.[0];
  const heading = annex ? `附件\\s*${annex}` : part ? `${part}、` : null;
  if (heading === null) return 0;
  return new RegExp(`^\\s*${heading}`, 'mu').exec(text)?.index ?? 0;
}
