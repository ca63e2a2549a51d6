/** Whether a JPEG or PNG holds its picture and nothing else: no notes, places or second pictures, and nothing behind it. */
export const isPlainPicture = (bytes: Buffer, type: string): boolean => {
  const end = type === 'image/png' ? endOfPlainPng(bytes) : endOfPlainJpeg(bytes);
  // a camera fills up with zeros
  return end !== null && bytes.subarray(end).every((byte) => byte === 0);
};

/** JFIF and Adobe's say how its colours are kept, the rest of 0xc0 to 0xdd how it is drawn. */
const isOfPicture = (marker: number): boolean =>
  marker === 0xe0 || marker === 0xee || (marker >= 0xc0 && marker <= 0xdd && marker !== 0xd8 && marker !== 0xd9);

/** Where a JPEG of such parts alone ends. */
function endOfPlainJpeg(bytes: Buffer): number | null {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    if (!isOfPicture(marker)) return null;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? at + 2 : null;
}

/** The next mark in what is drawn: 0xff00 is a value there, 0xffd0 to 0xffd7 are rests. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

const PNG_PARTS: ReadonlySet<string> = new Set(
  ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'pHYs', 'bKGD', 'sBIT'], // no words in any
);

/** Where a PNG of such parts alone ends. */
function endOfPlainPng(bytes: Buffer): number | null {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const part = bytes.toString('latin1', at + 4, at + 8);
    if (!PNG_PARTS.has(part)) return null;
    if (part === 'IEND') return at + 12;
  }
  return null;
}
