import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { features } from './app';
import { openapiOf } from './platform/http/openapi';
import { API } from './platform/http/route';

const folder = new URL('../../shared/src/contract/', import.meta.url);

const Declared = z.object({
  name: z.string(),
  method: z.string(),
  path: z.templateLiteral(['/', z.string()]),
  who: z.unknown(),
  reply: z.unknown(),
});
type Declared = Pick<EndpointSpec, 'name' | 'method' | 'path'>;

/** Every endpoint object of every file of the contract, whether the contract's index lists the file or not. */
async function declaredEndpoints(): Promise<unknown[]> {
  const files = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith('.ts'));
  const found = new Set<unknown>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(new URL(file, folder).href);
    for (const value of Object.values(exported)) if (Declared.safeParse(value).success) found.add(value);
  }
  return [...found];
}

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
