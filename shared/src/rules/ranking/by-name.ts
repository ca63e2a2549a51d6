const PIECES = /\d+|\D+/g;

/**
 * Ids as people count them: 7 before 12, `A2` before `A10`, 1 before 001. For showing only; it decides no rank.
 * By hand, for the collation of phones differs.
 */
export function byName(a: string, b: string): number {
  const [left, right] = [a.match(PIECES) ?? [], b.match(PIECES) ?? []];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = byPiece(left[at] ?? '', right[at] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length || byCode(a, b);
}

function byPiece(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return byCode(a, b);
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || byCode(left, right);
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
