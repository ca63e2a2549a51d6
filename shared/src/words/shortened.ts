/** Digits of any script people write numbers in, and what holds a date, a time or a number together. */
const NUMBER =
  /第?[\d０-９〇零一二三四五六七八九十百千万两][\d０-９〇零一二三四五六七八九十百千万两年月日号时分:：.,\-/~—–至%％]*\p{Script=Han}?/gu;

/**
 * A name in at most `most` characters: whole, or its first words and `…`. Never ends inside a word, a number or a date;
 * null when not even the first word fits.
 */
export function shortened(name: string, most: number): string | null {
  if (name === '') return null;
  if (name.length <= most) return name;
  const numbers = [...name.matchAll(NUMBER)].map((found) => ({ from: found.index, to: found.index + found[0].length }));
  const cuts = [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(name)]
    .map(({ index }) => index)
    .filter((at) => at > 0 && at < most && !numbers.some(({ from, to }) => from < at && at < to));
  const cut = cuts.at(-1);
  const kept = cut === undefined ? '' : name.slice(0, cut).replace(/[\s（(“「『《【[、，,：:；;—–-]+$/u, '');
  return kept === '' ? null : `${kept}…`;
}
