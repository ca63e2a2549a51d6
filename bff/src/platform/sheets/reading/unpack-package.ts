import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type ZipFile, fromBufferPromise } from 'yauzl';
import type { SheetRefusal } from '../column';

export type FileInZip = { readonly name: string; readonly bytes: Uint8Array };

/** What people pack together: sheets, and the pictures of those who stand in them. */
export type Package = { readonly sheets: readonly FileInZip[]; readonly pictures: readonly FileInZip[] };

const CAPS = { inflatedBytes: 60_000_000, fileBytes: 10_000_000, entries: 1_000 };
const PICTURE = /\.(jpe?g|png)$/i;
const SHEET = /\.(xlsx?|csv|et)$/i;
/** What systems add by themselves. */
const NOISE = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The sheets and pictures in a ZIP, really inflated under a cap; names are read as UTF-8 or GBK and lead nowhere on our
 * disk. RAR and 7z are refused.
 */
export async function unpackPackage(bytes: Buffer): Promise<Result<Package, SheetRefusal>> {
  const opened = await fromBufferPromise(bytes, {
    lazyEntries: true,
    validateEntrySizes: true,
    decodeStrings: false,
  }).then(ok, () => failed('not-an-archive' as const));
  if (!opened.ok) return opened;
  if (opened.value.entryCount > CAPS.entries) return failed('too-many-files');
  return filesIn(opened.value).catch(() => failed('not-an-archive'));
}

async function filesIn(zip: ZipFile): Promise<Result<Package, SheetRefusal>> {
  const sheets: FileInZip[] = [];
  const pictures: FileInZip[] = [];
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry.fileNameRaw, (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0);
    if (entry.isEncrypted()) return failed('archive-encrypted');
    const into = NOISE.test(name) ? null : PICTURE.test(name) ? pictures : SHEET.test(name) ? sheets : null;
    if (into === null) continue;
    if (entry.uncompressedSize > CAPS.fileBytes || size + entry.uncompressedSize > CAPS.inflatedBytes)
      return failed('pictures-too-large');
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = Buffer.from(chunk);
      size += piece.length;
      if (size > CAPS.inflatedBytes) return failed('pictures-too-large');
      chunks.push(piece);
    }
    into.push({ name: name.replace(/^.*[\\/]/, ''), bytes: Buffer.concat(chunks) });
  }
  return ok({ sheets, pictures });
}

const UTF8_FLAG = 0x800;

/** Windows packs names in GBK without saying so. */
function nameOf(raw: Buffer, isUtf8: boolean): string {
  if (isUtf8) return raw.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // not UTF-8: then it is what Chinese systems write
    return new TextDecoder('gb18030').decode(raw);
  }
}
