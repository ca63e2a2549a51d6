import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { outputOf, root } from './places';
import { buildSeatingScript } from './seating-script';

/** Bundles the back end and its workers for plain Node; packages stay in node_modules. Null when it went well. */
export async function buildBff(): Promise<string | null> {
  const main = path.join(root, 'bff/src/main.ts');
  if (!existsSync(main)) return 'bff/src/main.ts is missing';
  const out = outputOf('bff');
  rmSync(out, { recursive: true, force: true });
  const { errors } = await build({
    entryPoints: {
      main,
      'sheet-worker': path.join(root, 'bff/src/platform/sheets/worker.ts'),
      'scan-worker': path.join(root, 'bff/src/platform/scans/worker.ts'),
      'print-worker': path.join(root, 'bff/src/platform/pdf/prints/worker.ts'),
    },
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
    // Our own workspaces are TypeScript and go into the bundle; everything else stays outside.
    plugins: [
      {
        name: 'packages-outside',
        setup(bundler) {
          bundler.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
            kind === 'entry-point' || name.startsWith('@jikaotong/') ? null : { path: name, external: true },
          );
        },
      },
    ],
  });
  await buildSeatingScript(out);
  const templates = path.join(root, 'bff/src/platform/pdf/prints');
  cpSync(templates, path.join(out, 'prints'), {
    recursive: true,
    filter: (from) => from === templates || from.endsWith('.typ'),
  });
  return errors.length > 0 ? errors.map(({ text }) => text).join('\n') : null;
}
