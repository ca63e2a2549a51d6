/**
 * The text of UTF-8 bytes; null where they are something else, such as GBK or a picture. By hand, because WeChat has no
 * TextDecoder; a byte order mark is left out.
 */
export function textOfUtf8(bytes: Uint8Array): string | null {
  const begins = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const parts: string[] = [];
  for (let at = begins; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = lengthBy(first);
    if (length === 0 || at + length > bytes.length) return null;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let next = at + 1; next < at + length; next += 1) {
      const byte = bytes[next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if (!isText(point, length)) return null;
    parts.push(String.fromCodePoint(point));
    at += length;
  }
  return parts.join('');
}

/** How many bytes a character has that begins so; 0: none begins so. */
function lengthBy(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** No longer form of a shorter character, no half of a pair, and no NUL, which no text has. */
const isText = (point: number, length: number): boolean =>
  point !== 0 &&
  point <= 0x10ffff &&
  !(point >= 0xd800 && point <= 0xdfff) &&
  point >= ([0, 0, 0x80, 0x800, 0x10000][length] ?? 0);
