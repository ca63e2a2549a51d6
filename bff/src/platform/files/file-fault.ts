import { imageFault } from './image';

/**
 * What a file cannot be taken for although its beginning says what it is: its end is missing or its parts do not hang
 * together, it has more pixels than anybody's camera, or it is a second thing as well, to be opened as that elsewhere.
 */
export type FileFault = 'damaged' | 'too-many-pixels' | 'two-in-one';

/** Looks at the frame of a file and never at what it draws: a search for a few marks, pictures decoded off this thread. */
export async function fileFault(bytes: Buffer, type: string): Promise<FileFault | null> {
  // its entries may be anything, a PDF first
  if (ARCHIVES.test(type)) return null;
  if (isArchive(bytes)) return 'two-in-one';
  if (type === 'application/pdf') return pdfFault(bytes);
  if (bytes.subarray(0, PDF_HEAD).includes('%PDF-')) return 'two-in-one';
  return type.startsWith('image/') ? imageFault(bytes) : null;
}

const ARCHIVES = /zip|openxmlformats/;
/** Readers look for the mark of a PDF so far into a file. */
const PDF_HEAD = 1024;
/** And for its end so far from the end. */
const PDF_TAIL = 2048;

/** A header, pages, an end after which nothing comes, and a table of offsets (or a stream of them) where the end says. */
function pdfFault(bytes: Buffer): FileFault | null {
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) return 'damaged';
  const behind = bytes.subarray(end + '%%EOF'.length);
  if (behind.some((byte) => byte > 0x20)) return 'two-in-one';
  const tail = bytes.subarray(Math.max(0, end - PDF_TAIL), end).toString('latin1');
  const said = /.*startxref\s+(\d{1,10})\s*$/s.exec(tail)?.[1];
  const at = said === undefined ? bytes.length : Number(said);
  const table = bytes
    .subarray(at, at + 64)
    .toString('latin1')
    .trimStart();
  const hangsTogether = /^(xref\s|\d+\s+\d+\s+obj\b)/.test(table);
  const hasPages = bytes.includes('/Page') || bytes.includes('/ObjStm');
  return hangsTogether && hasPages ? null : 'damaged';
}

/** An archive is read from its end: a directory of this mark, with a comment that is exactly the rest. */
function isArchive(bytes: Buffer): boolean {
  const mark = Buffer.from('PK\u0005\u0006', 'latin1');
  const from = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.indexOf(mark, from); at >= 0; at = bytes.indexOf(mark, at + 1))
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true;
  return false;
}
