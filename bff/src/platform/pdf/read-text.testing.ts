import { inflateSync } from 'node:zlib';

/** The text of a PDF that pdfkit wrote, found as a viewer finds it: glyph codes through each font's ToUnicode map; one line per text run. */
export function readPdfText(pdf: Buffer): string {
  const file = pdf.toString('latin1');
  const streams = streamsOf(file, pdf);
  const fontObjects = new Map(
    [...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [match[1] ?? '', Number(match[2])]),
  );
  const maps = new Map([...fontObjects].map(([name, id]) => [name, unicodeMap(streams.get(mapIdOf(file, id)) ?? '')]));
  return [...streams.values()]
    .filter((stream) => stream.includes(' Tf'))
    .map((stream) => textOf(stream, maps))
    .join('\n');
}

function streamsOf(file: string, pdf: Buffer): Map<number, string> {
  const streams = new Map<number, string>();
  for (const match of file.matchAll(/(\d+) 0 obj\n<<((?:(?!endobj)[^])*?)>>\nstream\n/g)) {
    const start = match.index + match[0].length;
    const end = file.indexOf('\nendstream', start);
    const dictionary = match[2] ?? '';
    if (dictionary.includes('/Subtype /Image') || dictionary.includes('/Length1')) continue;
    const bytes = pdf.subarray(start, end);
    const plain = dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    streams.set(Number(match[1]), plain.toString('latin1'));
  }
  return streams;
}

const mapIdOf = (file: string, fontId: number): number =>
  Number(new RegExp(`\\n${fontId} 0 obj\\n(?:(?!endobj)[^])*?/ToUnicode (\\d+) 0 R`).exec(file)?.[1]);

function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const range of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(range[1] ?? '', 16);
    for (const [index, entry] of [...(range[2] ?? '').matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const units = [...(entry[1] ?? '').replaceAll(' ', '').matchAll(/.{4}/g)].map((unit) =>
        Number.parseInt(unit[0], 16),
      );
      map.set(first + index, String.fromCharCode(...units));
    }
  }
  return map;
}

function textOf(stream: string, maps: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const lines: string[] = [];
  let map: ReadonlyMap<number, string> | undefined;
  for (const token of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (token[1] !== undefined) map = maps.get(token[1]);
    else {
      const codes = [...(token[2] ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap((part) => [
        ...(part[1] ?? '').matchAll(/.{4}/g),
      ]);
      lines.push(codes.map((code) => map?.get(Number.parseInt(code[0], 16)) ?? '\uFFFD').join(''));
    }
  }
  return lines.join('\n');
}
