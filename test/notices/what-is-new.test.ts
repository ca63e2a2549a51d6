import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';

const FIVE = [
  'bspia-2026-certification',
  'shqbxh-2025-certification',
  'cecc-2024-certification',
  'bspia-2025-competition-monitor-operator',
  'bspia-2024-competition-installer',
] as const;

/** Conditions as loosely as this proof needs them, so that it holds whatever the language knows. */
const TreeSchema = z.looseObject({
  kind: z.string(),
  get of() {
    return z.optional(z.array(TreeSchema));
  },
});
type Tree = z.infer<typeof TreeSchema>;

const FileSchema = z.looseObject({
  offerings: z.array(
    z.looseObject({
      level: z.nullable(z.number()),
      routes: z.optional(z.array(z.looseObject({ condition: TreeSchema }))),
    }),
  ),
  windows: z.array(z.looseObject({ kind: z.string() })),
  conditions: z.optional(z.array(TreeSchema)),
});

const fileAt = async (path: string) => FileSchema.parse(parse(await readFile(new URL(path, import.meta.url), 'utf8')));

const five = await Promise.all(FIVE.map((id) => fileAt(`../../shared/notices/${id}.yaml`)));
const sixth = await fileAt('./rjea-2026-certification.yaml');

type File = (typeof five)[number];

/** Every way down a tree by its branches, such as `allOf > anyOf`. */
function nestingsOf({ kind, of }: Tree): readonly string[] {
  if (of === undefined) return [];
  return [kind, ...of.flatMap(nestingsOf).map((below) => `${kind} > ${below}`)];
}

const levelsOf = ({ offerings }: File) => offerings.map(({ level }) => level);
const kindsOf = ({ windows }: File) => windows.map(({ kind }) => kind);
/** What binds every offering stands above its routes as one more allOf. */
const nestings = ({ offerings, conditions = [] }: File) => {
  const own = offerings.flatMap(({ routes = [] }) => routes.map(({ condition }) => condition));
  const whole = conditions.length === 0 ? own : [{ kind: 'allOf', of: [...conditions, ...own] }];
  return whole.flatMap(nestingsOf);
};

const newIn = <T>(of: (file: File) => readonly T[]): readonly T[] => {
  const known = new Set(five.flatMap(of));
  return [...new Set(of(sixth))].filter((each) => !known.has(each));
};

it('has levels that none of the five uses', () => {
  expect(newIn(levelsOf)).toEqual([0, -1]);
});

it('has kinds of windows that none of the five uses', () => {
  expect(newIn(kindsOf)).toEqual(['论文提交', '论文答辩']);
});

it('nests conditions as none of the five does', () => {
  expect(newIn(nestings)).toEqual(['allOf > anyOf', 'allOf > anyOf > allOf', 'allOf > anyOf > allOf > anyOf']);
});
