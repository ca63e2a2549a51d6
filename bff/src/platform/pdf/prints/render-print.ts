import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '@jikaotong/shared/kernel';
import { type PoolRefusal, workerPool } from '../../worker-pool';
import { type Fonts, printable } from '../fonts';
import type { CertificateBatch } from '../certificate';
import type { SigningSheet } from '../signing-stack';
import type { TicketPdf } from '../ticket';
import type { PrintTask, TicketFile } from './print-task';
import type { Print, PrintPhotos } from './print';

/** One at a time, for a document of hundreds of pages keeps a core busy; native memory is given back by a new worker. */
const pool = workerPool<PrintTask, Uint8Array>({
  name: 'print',
  source: new URL('worker.ts', import.meta.url),
  bundle: new URL('print-worker.js', import.meta.url),
  atOnce: 1,
  queue: 20,
  deadlineMs: () => 120_000,
  memoryMb: 256,
  renewAfter: 20,
});

/** Beside the bundle stand the templates (`npm run build`). */
const TEMPLATES = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '.' : 'prints', import.meta.url));

/** A print as PDF/A-2a; `busy` when too many are asked for at once. Characters that the fonts lack stand as 〓. */
export async function renderPrint(
  fonts: Fonts,
  print: Print,
  photos: PrintPhotos,
): Promise<Result<Uint8Array, PoolRefusal>> {
  const fontFile = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  );
  return pool({
    print: withTexts(print, (text) => printable(fonts, text)),
    photos,
    templates: TEMPLATES,
    fonts: path.resolve(path.dirname(fontFile), '..'),
  });
}

/** Many tickets in one file, by number as they come; `busy` as above. */
export const renderTicketBatch = (
  title: string,
  tickets: readonly TicketPdf[],
): Promise<Result<Uint8Array, PoolRefusal>> => pool({ title, tickets });

/** Papers of many people to be signed, in one file, a code on every page; `busy` as above. */
export const renderSigningSheets = (
  title: string,
  sheets: readonly SigningSheet[],
): Promise<Result<Uint8Array, PoolRefusal>> => pool({ title, sheets });

/** Many tickets, a file each, in one ZIP; `busy` as above. */
export const renderTicketFiles = (files: readonly TicketFile[]): Promise<Result<Uint8Array, PoolRefusal>> =>
  pool({ files });

/** Many certificates in one file, in the order given; `busy` as above. */
export const renderCertificateBatch = (batch: CertificateBatch): Promise<Result<Uint8Array, PoolRefusal>> =>
  pool(batch);

/** The same print with every text that people read put through `change`. */
function withTexts(print: Print, change: (text: string) => string): Print {
  const isNamed = (key: string): boolean => key === 'print' || key === 'photo';
  return JSON.parse(JSON.stringify(print), (key, value: unknown) =>
    typeof value === 'string' && !isNamed(key) ? change(value) : value,
  );
}
