import { createRequire } from 'node:module';
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Print, PrintPhotos } from './print';

/** A print, its photos, and where the templates and fonts lie. */
export type TemplateTask = {
  readonly print: Print;
  readonly photos: PrintPhotos;
  readonly templates: string;
  readonly fonts: string;
};

let opened: NodeCompiler | null = null;

/** The print as PDF/A-2a, tagged. Blocks its thread, so it runs in a worker. A template that is wrong throws with its place. */
export async function compilePrint({ print, photos, templates, fonts }: TemplateTask): Promise<Uint8Array> {
  const compiler = (opened ??= open(templates, fonts));
  for (const [key, bytes] of photos)
    compiler.mapShadow(path.join(templates, 'photos', `${key}.jpg`), Buffer.from(bytes));
  try {
    const done = compiler.compile({
      mainFilePath: path.join(templates, `${print.print}.typ`),
      inputs: { data: JSON.stringify(print) },
    });
    const document = done.result;
    if (!document) {
      const problem = done.takeDiagnostics();
      throw new Error(
        `${print.print}.typ: ${problem ? JSON.stringify(compiler.fetchDiagnostics(problem)) : 'no document'}`,
      );
    }
    return compiler.pdf(document, { pdfStandard: 'a-2a' });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(2);
  }
}

function open(templates: string, fonts: string): NodeCompiler {
  // the package is CommonJS with a binary of its own, needed in the worker alone
  const { NodeCompiler: Compiler }: { NodeCompiler: typeof NodeCompiler } = createRequire(import.meta.url)(
    '@myriaddreamin/typst-ts-node-compiler',
  );
  const fontPaths = ['400Regular', '700Bold'].map((weight) => path.join(fonts, weight));
  return Compiler.create({ workspace: templates, fontArgs: [{ fontPaths }] });
}
