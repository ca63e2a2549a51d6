import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type ZipFile, fromBufferPromise } from 'yauzl';
import type { SheetRefusal } from '../column';

export type PictureInZip = { readonly name: string; readonly bytes: Uint8Array };

const CAPS = { inflatedBytes: 60_000_000, pictureBytes: 10_000_000, entries: 1_000 };
const PICTURE = /\.(jpe?g|png)$/i;
/** What systems add by themselves. */
const NOISE = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** The pictures in a ZIP, really inflated under a cap; names are read as UTF-8 or GBK and lead nowhere on our disk. */
export async function unpackPictures(bytes: Buffer): Promise<Result<PictureInZip[], SheetRefusal>> {
  const opened = await fromBufferPromise(bytes, {
    lazyEntries: true,
    validateEntrySizes: true,
    decodeStrings: false,
  }).then(ok, () => failed('not-an-archive' as const));
  if (!opened.ok) return opened;
  if (opened.value.entryCount > CAPS.entries) return failed('too-many-entries');
  return picturesIn(opened.value).catch(() => failed('not-an-archive'));
}

async function picturesIn(zip: ZipFile): Promise<Result<PictureInZip[], SheetRefusal>> {
  const pictures: PictureInZip[] = [];
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry.fileNameRaw, (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0);
    if (entry.isEncrypted()) return failed('encrypted');
    if (NOISE.test(name) || !PICTURE.test(name)) continue;
    if (entry.uncompressedSize > CAPS.pictureBytes || size + entry.uncompressedSize > CAPS.inflatedBytes)
      return failed('pictures-too-large');
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = Buffer.from(chunk);
      size += piece.length;
      if (size > CAPS.inflatedBytes) return failed('pictures-too-large');
      chunks.push(piece);
    }
    pictures.push({ name: name.replace(/^.*[\\/]/, ''), bytes: Buffer.concat(chunks) });
  }
  return pictures.length > 0 ? ok(pictures) : failed('no-pictures');
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
