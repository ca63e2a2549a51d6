import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';
import type { SheetRefusal } from '../column';

export type Part = { readonly name: string; readonly bytes: Buffer };

const CAPS = { inflatedBytes: 30_000_000, entries: 500 };
/** All that says what a cell shows; pictures, charts, comments and macros are never opened. */
const NEEDED = /\.(xml|rels)$/i;
const NOT_NEEDED =
  /(^|\/)(drawings|charts|media|comments|threadedComments|persons|customXml|pivot\w*|externalLinks)\b/i;

/** Really inflates the parts of a workbook under a cap before anything else looks at them: a ZIP's directory may lie. */
export async function unpack(bytes: Buffer): Promise<Result<Part[], SheetRefusal>> {
  const opened = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).then(ok, () =>
    failed('not-a-workbook' as const),
  );
  if (!opened.ok) return opened;
  if (opened.value.entryCount > CAPS.entries) return failed('too-many-entries');
  // a broken entry or a wrong size: whatever it is, it is not a workbook that we can read
  return partsOf(opened.value).catch(() => failed('not-a-workbook'));
}

async function partsOf(zip: ZipFile): Promise<Result<Part[], SheetRefusal>> {
  const parts: Part[] = [];
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return failed('encrypted');
    const isWanted = NEEDED.test(entry.fileName) && !NOT_NEEDED.test(entry.fileName);
    const chunks: Buffer[] = [];
    if (size + entry.uncompressedSize > CAPS.inflatedBytes) return failed('too-large');
    for await (const chunk of await streamOf(zip, entry)) {
      const piece = Buffer.from(chunk);
      size += piece.length;
      if (size > CAPS.inflatedBytes) return failed('too-large');
      if (isWanted) chunks.push(piece);
    }
    if (isWanted) parts.push({ name: entry.fileName, bytes: Buffer.concat(chunks) });
  }
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  if (names.has('content.xml')) return failed('other-format');
  return names.has('[content_types].xml') ? ok(parts) : failed('not-a-workbook');
}

const streamOf = (zip: ZipFile, entry: Entry) => zip.openReadStreamPromise(entry);
