const CHINESE_NUMBER = '[一二三四五六七八九十]+';
const headings = [
  { depth: 0, form: /^附件\s*(\d+)/, name: (n: string) => `附件${n}` },
  { depth: 1, form: new RegExp(`^(${CHINESE_NUMBER})、`), name: (n: string) => n },
  { depth: 2, form: new RegExp(`^[（(](${CHINESE_NUMBER})[)）]`), name: (n: string) => `（${n}）` },
  { depth: 3, form: /^(\d+)[.、．](?!\d)/, name: (n: string) => n },
  { depth: 4, form: /^[（(](\d+)[)）]/, name: (n: string) => `（${n}）` },
  // a footnote belongs to its annex, not to the point above it
  { depth: 1, form: /^\^?\s*([①-⑳])/, name: (n: string) => n },
];
const LONE_DATE = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;

/** What stands before the first clause, and the signature with its date. */
export const TITLE_CLAUSE = '标题';
export const SIGNATURE_CLAUSE = '落款';

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** A clause name with one kind of bracket and no white space. */
export const clauseName = (name: string): string => withoutSpace(name).replace(/\(/g, '（').replace(/\)/g, '）');

/**
 * The clauses of a raw notice by name, each with its text (white space removed, the clauses below it included).
 * Names are the printed numbers written one after another, such as `三（二）1`, `附件1`, `附件1①`; a number that the print
 * uses twice names both texts.
 */
export function clausesOf(rawText: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const add = (name: string, text: string) => texts.set(name, (texts.get(name) ?? '') + text);
  let path: string[] = [];
  let previous = '';
  for (const line of rawText.split('\n').map((printed) => printed.trim())) {
    if (line === '') continue;
    path = headingPath(path, line);
    const text = withoutSpace(line);
    if (path.every((part) => part === '')) add(TITLE_CLAUSE, text);
    for (let depth = 0; depth < path.length; depth += 1) {
      if (path[depth] !== '') add(path.slice(0, depth + 1).join(''), text);
    }
    if (LONE_DATE.test(line)) add(SIGNATURE_CLAUSE, withoutSpace(previous) + text);
    previous = line;
  }
  return texts;
}

/** Where the line stands: a heading closes the clauses of its depth and below. */
function headingPath(path: readonly string[], line: string): string[] {
  for (const { depth, form, name } of headings) {
    const number = form.exec(line)?.[1];
    if (number === undefined) continue;
    const above = Array.from({ length: depth }, (_, level) => path[level] ?? '');
    return [...above, name(number)];
  }
  return [...path];
}
