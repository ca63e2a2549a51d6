import { type Arbitrary, constantFrom, nat, tuple } from 'fast-check';

const deep = (levels: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

/** What a well-meaning schema may forget. */
const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  -1e-320,
  '',
  ' ',
  '\0',
  'a\u0000b',
  '\ud800',
  'a\udfff',
  '\u202e\u200b\ufeff',
  '𠮷😀'.repeat(20),
  'x'.repeat(70_000),
  '9'.repeat(400),
  "' OR 1=1 --",
  '%_\\',
  '../../etc/passwd',
  '${7*7}{{7*7}}<script>',
  '2026-02-30',
  '0000-01-01',
  '25:61',
  'NaN',
  'constructor',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  Array.from({ length: 3_000 }, () => 'x'),
  deep(2_000),
  { __proto__: null, toString: 1, length: -1 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
];

type Place = readonly (string | number)[];
const ways = ['replace', 'replace', 'replace', 'drop', 'add', 'whole'] as const;
type Way = (typeof ways)[number];

/** The same values with one thing wrong: a leaf or branch replaced, a key missing, keys too many, or all of it. */
export const spoilt = (whole: Arbitrary<unknown>): Arbitrary<unknown> =>
  tuple(whole, nat(), constantFrom(...nasty), constantFrom(...ways)).map(([value, at, bad, way]) => {
    const places = placesIn(value);
    const place = places[at % places.length];
    return way === 'whole' || place === undefined || place.length === 0 ? bad : changed(value, { place, bad, way });
  });

function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...here, name]))];
}

function changed(value: unknown, change: { place: Place; bad: unknown; way: Way }): unknown {
  const [name, ...rest] = change.place;
  if (name === undefined || typeof value !== 'object' || value === null) return change.bad;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  if (rest.length > 0) Reflect.set(copy, name, changed(Reflect.get(value, name), { ...change, place: rest }));
  else if (change.way === 'drop') Reflect.deleteProperty(copy, name);
  else if (change.way === 'replace') Reflect.set(copy, name, change.bad);
  else for (const more of [`${name}X`, 'a b', '键', '$where']) Reflect.set(copy, more, change.bad);
  return copy;
}
