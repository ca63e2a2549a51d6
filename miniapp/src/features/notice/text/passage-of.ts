import type { Quoted } from '../../../ui';

/** A printed text in three: what stands before a quote, the lines that hold it, and what follows. */
export type Passage = { readonly before: string; readonly marked: string; readonly after: string };

/**
 * Where a quote stands in the printed text, white space aside, searched from the beginning of its part (`附件1`, `三、`);
 * whole lines are marked. Null where it does not stand there.
 */
export function passageOf(text: string, { clause, quote }: Pick<Quoted, 'clause' | 'quote'>): Passage | null {
  const places = placesOf(text);
  const plain = text.replace(/\s+/gu, '');
  const wanted = quote.replace(/\s+/gu, '');
  const partAt = beginningOf(text, clause);
  const from = places.findIndex((place) => place >= partAt);
  const inPart = plain.indexOf(wanted, Math.max(0, from));
  const at = clause === '落款' ? plain.lastIndexOf(wanted) : inPart >= 0 ? inPart : plain.indexOf(wanted);
  const first = places[at];
  const last = places[at + wanted.length - 1];
  if (wanted === '' || first === undefined || last === undefined) return null;
  const begins = text.lastIndexOf('\n', first) + 1;
  const lineEnd = text.indexOf('\n', last);
  const ends = lineEnd < 0 ? text.length : lineEnd;
  return { before: text.slice(0, begins), marked: text.slice(begins, ends), after: text.slice(ends) };
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
