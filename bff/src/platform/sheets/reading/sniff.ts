import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetRefusal } from '../column';

const starts = (bytes: Buffer, ...magic: number[]): boolean =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic));

/** What a file is by its content, whatever its name says: a ZIP to look into, or text. */
export function sniff(bytes: Buffer): Result<'zip' | 'text', SheetRefusal> {
  if (starts(bytes, 0x50, 0x4b)) return ok('zip');
  // .xls and workbooks with a password are compound files; the latter hold a stream of this name
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return failed(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format');
  if (starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || starts(bytes, 0x1f, 0x8b))
    return failed('archive');
  if (bytes.length === 0) return failed('not-a-workbook');
  return ok('text');
}
