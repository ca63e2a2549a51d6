import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { features } from './app';
import { openapiOf } from './platform/http/openapi';
import { API } from './platform/http/route';

const folders = ['contract', 'lists'].map((room) => new URL(`../../shared/src/${room}/`, import.meta.url));

const Declared = z.object({
  name: z.string(),
  method: z.string(),
  path: z.templateLiteral(['/', z.string()]),
  who: z.unknown(),
  reply: z.unknown(),
});
type Declared = Pick<EndpointSpec, 'name' | 'method' | 'path'>;

/** Every endpoint object of every file, whether an index lists the file or not; lists and sheets hold several each. */
async function declaredEndpoints(): Promise<unknown[]> {
  const found = new Set<unknown>();
  for (const folder of folders) {
    const files = (await readdir(fileURLToPath(folder))).filter((name) => /(?<!\.test)\.ts$/.test(name));
    for (const file of files) {
      const exported: Record<string, unknown> = await import(new URL(file, folder).href);
      collect(Object.values(exported), found);
    }
  }
  return [...found];
}

function collect(values: readonly unknown[], found: Set<unknown>, depth = 0): void {
  for (const value of values)
    if (Declared.safeParse(value).success) found.add(value);
    else if (typeof value === 'object' && value !== null && depth < DEEPEST) collect(partsOf(value), found, depth + 1);
}
/** A list without acts is declared with the endpoints of choosing, but does not offer them. */
const partsOf = (value: object): unknown[] => {
  const acts: unknown = Reflect.get(value, 'acts');
  const actsNothing = typeof acts === 'object' && acts !== null && Object.keys(acts).length === 0;
  return Object.entries(value).flatMap(([key, part]) => (key === 'acting' && actsNothing ? [] : [part]));
};
/** A list or sheet, its acts, an act's endpoint. */
const DEEPEST = 3;

const mounted = features.flatMap(({ routes }) => routes).flatMap(({ endpoint }) => (endpoint ? [endpoint] : []));

const nameOf = (value: unknown): string => Declared.parse(value).name;
const repeated = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

/** What keeps a contract and what is served from being the same; compared as objects, so a copy counts as foreign. */
const differences = (declared: readonly unknown[], served: readonly unknown[]) => ({
  unserved: declared.filter((endpoint) => !served.includes(endpoint)).map(nameOf),
  undeclared: served.filter((endpoint) => !declared.includes(endpoint)).map(nameOf),
  servedTwice: repeated(served.map(nameOf)),
  namedTwice: repeated(declared.map(nameOf)),
});

const SAME = { unserved: [], undeclared: [], servedTwice: [], namedTwice: [] };

describe('the contract and what is served', () => {
  it('are the same endpoints, each once', async () => {
    const declared = await declaredEndpoints();
    expect(declared.length).toBeGreaterThan(100);
    expect(differences(declared, mounted)).toEqual(SAME);
  });

  it('would tell a forgotten, a foreign, a doubled endpoint and a name given twice', async () => {
    const declared = await declaredEndpoints();
    const [first, second, ...rest] = declared;
    const copy = { ...Declared.parse(first) };
    expect(differences(declared, [second, ...rest])).toEqual({ ...SAME, unserved: [nameOf(first)] });
    expect(differences(declared, [...declared, second])).toEqual({ ...SAME, servedTwice: [nameOf(second)] });
    expect(differences([second, ...rest], declared)).toEqual({ ...SAME, undeclared: [nameOf(first)] });
    expect(differences([...declared, copy], [...declared, copy])).toMatchObject({ namedTwice: [nameOf(first)] });
  });

  it('stand in openapi.json, each under its own method and path', () => {
    const Paths = z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() })));
    const paths = Paths.parse(openapiOf(mounted).paths);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
    );
    const expected = mounted.map(
      ({ name, method, path }) => `${name} ${method.toLowerCase()} ${API}${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    );
    expect(described.toSorted()).toEqual(expected.toSorted());
  });
});
