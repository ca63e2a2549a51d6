/** A number from 0 to below the given one. */
export type Chance = (below: number) => number;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ODD = ['.', '=', '+', '/', ' ', '\n', '\0', '%', '王', '\u{1F600}', '０', '\u200b', '"'];

type Change = (token: string, others: readonly string[], chance: Chance) => string;

const place = (token: string, chance: Chance) => chance(token.length);
const letter = (chance: Chance) => ALPHABET[chance(ALPHABET.length)] ?? 'A';
const put = (token: string, at: number, by: string, over = 1) => token.slice(0, at) + by + token.slice(at + over);
const part = (token: string, which: number) => token.split('.')[which] ?? '';
const withPart = (token: string, which: number, by: string) =>
  token
    .split('.')
    .map((one, at) => (at === which ? by : one))
    .join('.');

/** A bit of the signed bytes themselves turned over, written again in proper base64url. */
const bitTurned = (which: number): Change => {
  return (token, _, chance) => {
    const bytes = Buffer.from(part(token, which), 'base64url');
    if (bytes.length === 0) return token;
    const at = chance(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
    return withPart(token, which, bytes.toString('base64url'));
  };
};

/** The order of the group: a signature with it added to its second half would hold where that half is not bounded. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const malleable: Change = (token) => {
  const bytes = Buffer.from(part(token, 3), 'base64url');
  if (bytes.length !== 64) return token;
  let s = BigInt(`0x${Buffer.from([...bytes.subarray(32)].toReversed()).toString('hex')}`) + L;
  for (let at = 32; at < 64; at += 1, s >>= 8n) bytes[at] = Number(s & 255n);
  return withPart(token, 3, bytes.toString('base64url'));
};

const saysOtherwise: Change = (token, _, chance) => {
  const said = Buffer.from(part(token, 2), 'base64url').toString();
  const other = [
    said.replace(/考生\d+/u, `考生${chance(9999)}甲`),
    said.replace('2026-12-12', '2026-12-13'),
    said.replace('bspia', 'cecc'),
    said.replace('ticket', 'certificate'),
    said.replace('{', '{"__proto__":{},'),
    said.replace('}', ''),
    'null',
    '[]',
    '{"kind":"ticket"}',
    '[['.repeat(200),
  ];
  return withPart(token, 2, Buffer.from(other[chance(other.length)] ?? '').toString('base64url'));
};

const CHANGES: readonly Change[] = [
  (token, _, chance) => put(token, place(token, chance), letter(chance)),
  (token, _, chance) => put(token, place(token, chance), letter(chance), 0),
  (token, _, chance) => put(token, place(token, chance), ''),
  (token, _, chance) => put(token, place(token, chance), ODD[chance(ODD.length)] ?? ''),
  (token, _, chance) => token.slice(0, place(token, chance)),
  (token, _, chance) => token.slice(place(token, chance)),
  (token, others, chance) => withPart(token, 1 + chance(3), part(others[chance(others.length)] ?? '', 1 + chance(3))),
  (token, others, chance) => withPart(token, 3, part(others[chance(others.length)] ?? '', 3)),
  (token) => withPart(token, 1, part(token, 1) === 'k2025' ? 'k2026' : 'k2025'),
  (token, _, chance) => withPart(token, 1, ['toString', '__proto__', 'k2024', ''][chance(4)] ?? ''),
  (token, _, chance) => withPart(token, 3, letter(chance).repeat(86)),
  (token) => token.toUpperCase(),
  (token) => `${token}.${token}`,
  (token) => `https://example.com/?token=${encodeURIComponent(`${token}=`)}`,
  bitTurned(2),
  bitTurned(3),
  malleable,
  saysOtherwise,
];

/** The token with one thing changed, by chance; now and then two. */
export function mutationOf(token: string, others: readonly string[], chance: Chance): string {
  const change = () => CHANGES[chance(CHANGES.length)] ?? CHANGES[0];
  const once = change()?.(token, others, chance) ?? '';
  return chance(5) === 0 ? (change()?.(once, others, chance) ?? '') : once;
}
