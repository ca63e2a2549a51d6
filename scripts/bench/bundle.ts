import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles a program as `npm run build` bundles the back end, so that the code is measured as it ships; gives its file. */
export async function bundle(source: URL, name = `${path.basename(source.pathname, '.ts')}.mjs`): Promise<string> {
  const entry = fileURLToPath(source);
  const outfile = path.join(project, '.data', 'bench', name);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
    plugins: [
      {
        name: 'packages-outside',
        setup: (bundler) => {
          bundler.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
            kind === 'entry-point' || name.startsWith('@jikaotong/') ? null : { path: name, external: true },
          );
        },
      },
    ],
  });
  return outfile;
}
