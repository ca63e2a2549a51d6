import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { inflateSync } from 'fflate';

/** A file that lies in a ZIP and is read when it is wanted; `open` throws where it is damaged. */
export type ZipEntry = { readonly name: string; readonly bytes: number; readonly open: () => Promise<Blob> };
export type ZipFault = 'not-an-archive' | 'archive-encrypted' | 'archive-too-large';

const END = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const BEFORE_FILE = 0x04034b50;
/** The end with the longest comment it may have. */
const END_BYTES = 65_557;
/** Where a ZIP of more than 4 GB keeps its sizes elsewhere. */
const ELSEWHERE = 0xffffffff;
const ENCRYPTED = 1;
const UTF8 = 0x800;
const STORED = 0;

/**
 * What lies in a ZIP by its directory, without reading the rest: those of whole units are larger than a browser holds. The
 * library that the server reads with needs Node, fflate alone the whole file in memory.
 */
export async function zipEntries(zip: Blob): Promise<Result<readonly ZipEntry[], ZipFault>> {
  const tail = await viewOf(zip.slice(Math.max(0, zip.size - END_BYTES)));
  const end = endIn(tail);
  if (end === null) return failed('not-an-archive');
  const bytes = tail.getUint32(end + 12, true);
  const from = tail.getUint32(end + 16, true);
  if (bytes === ELSEWHERE || from === ELSEWHERE) return failed('archive-too-large');
  if (from + bytes > zip.size) return failed('not-an-archive');
  return entriesIn(zip, await viewOf(zip.slice(from, from + bytes)));
}

function endIn(tail: DataView): number | null {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) if (tail.getUint32(at, true) === END) return at;
  return null;
}

function entriesIn(zip: Blob, directory: DataView): Result<readonly ZipEntry[], ZipFault> {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === IN_DIRECTORY;) {
    const flags = directory.getUint16(at + 8, true);
    const method = directory.getUint16(at + 10, true);
    const packed = directory.getUint32(at + 20, true);
    const bytes = directory.getUint32(at + 24, true);
    const nameBytes = directory.getUint16(at + 28, true);
    const place = directory.getUint32(at + 42, true);
    const name = nameOf(bytesAt(directory, at + 46, nameBytes), (flags & UTF8) !== 0);
    at += 46 + nameBytes + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if ((flags & ENCRYPTED) !== 0) return failed('archive-encrypted');
    if (packed === ELSEWHERE || bytes === ELSEWHERE || place === ELSEWHERE) return failed('archive-too-large');
    entries.push({ name, bytes, open: () => opened(zip, { place, packed, bytes, method }) });
  }
  return ok(entries);
}

type Place = { readonly place: number; readonly packed: number; readonly bytes: number; readonly method: number };

async function opened(zip: Blob, { place, packed, bytes, method }: Place): Promise<Blob> {
  const head = await viewOf(zip.slice(place, place + 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== BEFORE_FILE) throw new Error('a directory that lies');
  const from = place + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const inside = zip.slice(from, from + packed);
  if (method === STORED) return inside;
  return new Blob([inflateSync(new Uint8Array(await inside.arrayBuffer()), { out: new Uint8Array(bytes) })]);
}

/** Windows packs names in GBK without saying so. */
function nameOf(raw: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // not UTF-8: then it is what Chinese systems write
    return new TextDecoder('gb18030').decode(raw);
  }
}

const viewOf = async (blob: Blob): Promise<DataView> => new DataView(await blob.arrayBuffer());
const bytesAt = (view: DataView, at: number, length: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, Math.max(0, Math.min(length, view.byteLength - at)));
