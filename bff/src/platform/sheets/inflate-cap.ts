import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type ZipFile, fromBufferPromise } from 'yauzl';

export type ZipCaps = { inflatedBytes: number; entries: number };
export type ZipRefusal = 'not-a-workbook' | 'old-format' | 'too-large' | 'too-many-entries';

const CFB_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Really inflates every entry under the caps before anything else opens the file: sizes in a ZIP's directory may lie. */
export async function checkZip(bytes: Buffer, caps: ZipCaps): Promise<Result<null, ZipRefusal>> {
  // .xls and workbooks with a password are no ZIP at all.
  if (bytes.subarray(0, 4).equals(CFB_MAGIC)) return failed('old-format');
  const opened = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).then(ok, () =>
    failed('not-a-workbook' as const),
  );
  if (!opened.ok) return opened;
  const zip = opened.value;
  if (zip.entryCount > caps.entries) return failed('too-many-entries');
  return inflatedSize(zip, caps.inflatedBytes).then(
    (size) => (size > caps.inflatedBytes ? failed('too-large') : ok(null)),
    // A broken entry, a wrong size or a password: whatever it is, it is not a workbook that we can read.
    () => failed('not-a-workbook'),
  );
}

/** Bytes of all entries, counted no further than past the cap. */
async function inflatedSize(zip: ZipFile, cap: number): Promise<number> {
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    if (size + entry.uncompressedSize > cap) return cap + 1;
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      size += Buffer.from(chunk).length;
      if (size > cap) {
        stream.destroy();
        return size;
      }
    }
  }
  return size;
}
