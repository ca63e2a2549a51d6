import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { outputOf } from './places';
import type { Target } from './target';

export type Size = { readonly what: string; readonly bytes: number; readonly budget: number | null };

const KB = 1024;
/** WeChat refuses a package above 2 MB; ours stay well below, and a first page must come over a slow network. */
const MAIN_PACKAGE = 900 * KB;
const SUBPACKAGE = 600 * KB;
const FIRST_PAGE_SCRIPT = 250 * KB;

/** Prints how heavy each built target is and returns the figures. */
export function printSizes(targets: readonly Target[]): readonly Size[] {
  const sizes = targets.filter((target) => existsSync(outputOf(target))).flatMap((target) => measure[target]());
  for (const { what, bytes, budget } of sizes) {
    const allowed = budget === null ? '' : ` of ${Math.round(budget / KB)} KB`;
    console.log(`${what}: ${(bytes / KB).toFixed(1)} KB${allowed}`);
  }
  return sizes;
}

export const overBudget = (sizes: readonly Size[]) =>
  sizes.flatMap(({ what, bytes, budget }) => (budget !== null && bytes > budget ? [{ what, bytes, budget }] : []));

const measure: Record<Target, () => Size[]> = { weapp: weappSizes, h5: h5Sizes, bff: bffSizes };

function weappSizes(): Size[] {
  const out = outputOf('weapp');
  const roots = subpackageRoots(readFileSync(path.join(out, 'app.json'), 'utf8'));
  const subpackages = roots.map((name) => ({
    what: `weapp ${name}`,
    bytes: bytesBelow(path.join(out, name)),
    budget: SUBPACKAGE,
  }));
  const inSubpackages = subpackages.reduce((sum, { bytes }) => sum + bytes, 0);
  return [{ what: 'weapp main package', bytes: bytesBelow(out) - inSubpackages, budget: MAIN_PACKAGE }, ...subpackages];
}

function subpackageRoots(appJson: string): string[] {
  const app: { subPackages?: { root: string }[] } = JSON.parse(appJson);
  return (app.subPackages ?? []).map(({ root }) => root);
}

/** What a browser runs before the list of notices stands: the scripts of the page and the chunks of the first route. */
function h5Sizes(): Size[] {
  const out = outputOf('h5');
  const html = readFileSync(path.join(out, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]*src="\/?([^"]+)"/g)].flatMap(([, src]) => (src ? [src] : []));
  const all = readdirSync(path.join(out, 'js')).filter((name) => name.endsWith('.js'));
  const first = [...scripts, ...firstRouteChunks(readFileSync(entryOf(out, scripts), 'utf8'), all)];
  const gzipped = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(out, name))).length, 0);
  return [
    { what: 'h5 first page, gzipped script', bytes: gzipped(first), budget: FIRST_PAGE_SCRIPT },
    { what: 'h5 all scripts, gzipped', bytes: gzipped(all.map((name) => `js/${name}`)), budget: null },
  ];
}

const entryOf = (out: string, scripts: readonly string[]): string =>
  path.join(out, scripts.find((name) => /js\/app\./.test(name)) ?? 'js/app.js');

/** The chunks that the first route in the entry's route table loads; none found means the table looks different now. */
function firstRouteChunks(entry: string, all: readonly string[]): string[] {
  const load = /"path":"pages\/notices\/index","load":.*?\.then\(/.exec(entry)?.[0];
  if (!load) throw new Error('the route table of the h5 entry was not found');
  const ids = [...load.matchAll(/\.e\("?(\w+)"?\)/g)].map(([, id]) => id);
  return all.filter((name) => ids.includes(name.split('.')[0])).map((name) => `js/${name}`);
}

function bffSizes(): Size[] {
  return [{ what: 'bff main.js', bytes: statSync(path.join(outputOf('bff'), 'main.js')).size, budget: null }];
}

function bytesBelow(place: string): number {
  const found = statSync(place);
  if (!found.isDirectory()) return found.size;
  return readdirSync(place).reduce((sum, name) => sum + bytesBelow(path.join(place, name)), 0);
}
