import sharp from 'sharp';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Canvas = { canvas: { toBuffer(type: 'image/png'): Buffer }; context: CanvasRenderingContext2D };
type CanvasFactory = { create(width: number, height: number): Canvas };

/** How a sheet lay on the glass, in degrees clockwise, and how fine it was scanned. */
export type Laid = { readonly angle: number; readonly dpi: number };

/** Pages of a printed PDF as they come back from a scanner: askew, a little blurred, with noise; the first `most`, each a JPEG. */
export async function scannedPages(pdf: Uint8Array, laidOf: (page: number) => Laid, most = 10_000): Promise<Buffer[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await loading.promise;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdf.js gives the canvas of whatever it runs on
  const factory = document.canvasFactory as unknown as CanvasFactory;
  const scanned: Buffer[] = [];
  for (let number = 1; number <= Math.min(most, document.numPages); number += 1) {
    const { angle, dpi } = laidOf(number - 1);
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: dpi / 72 });
    const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: null, canvasContext: context, viewport }).promise;
    scanned.push(await laid(canvas.toBuffer('image/png'), angle));
    page.cleanup();
  }
  await loading.destroy();
  return scanned;
}

async function laid(printed: Buffer, angle: number): Promise<Buffer> {
  const { width, height } = await sharp(printed).metadata();
  const turned = await sharp(printed)
    .flatten({ background: '#fff' })
    .rotate(angle, { background: '#f2efe6' })
    .toBuffer();
  return sharp(await sharp(turned).resize(width, height, { fit: 'cover' }).blur(0.6).toBuffer())
    .composite([{ input: await noiseOf(width, height), blend: 'overlay' }])
    .jpeg({ quality: 60 })
    .toBuffer();
}

const noises = new Map<string, Promise<Buffer>>();

/** Drawn once for each size: it costs more than the page. */
function noiseOf(width: number, height: number): Promise<Buffer> {
  const key = `${width}x${height}`;
  const drawn =
    noises.get(key) ??
    sharp({
      create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 24 } },
    })
      .ensureAlpha(0.2)
      .png({ compressionLevel: 0 })
      .toBuffer();
  noises.set(key, drawn);
  return drawn;
}

/** A page of a scan where nobody can read anything. */
export const blankPage = (): Promise<Buffer> =>
  sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fdfcf8' } })
    .jpeg()
    .toBuffer();

/** A PDF as scanners write it: a JPEG over each page. */
export async function scanPdf(pages: readonly Buffer[]): Promise<Buffer> {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const starts: number[] = [];
  const put = (number: number, ...body: (string | Buffer)[]) => {
    starts[number] = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.from(`${number} 0 obj\n`), ...body.map((part) => Buffer.from(part)), Buffer.from('\nendobj\n'));
  };
  put(1, '<</Type/Catalog/Pages 2 0 R>>');
  const kids = pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  put(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  for (const [at, jpeg] of pages.entries()) {
    const first = 3 + at * 3;
    const { width, height } = await sharp(jpeg).metadata();
    const draw = 'q 595 0 0 842 0 0 cm /I Do Q';
    const resources = `<</XObject<</I ${first + 2} 0 R>>>>`;
    put(first, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources${resources}/Contents ${first + 1} 0 R>>`);
    put(first + 1, `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`);
    const shape = `/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`;
    put(first + 2, `<</Type/XObject/Subtype/Image${shape}/Length ${jpeg.length}>>\nstream\n`, jpeg, '\nendstream');
  }
  const end = parts.reduce((sum, part) => sum + part.length, 0);
  const table = starts.slice(1).map((start) => `${String(start).padStart(10, '0')} 00000 n \n`);
  const count = starts.length;
  parts.push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table.join('')}`));
  parts.push(Buffer.from(`trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${end}\n%%EOF\n`));
  return Buffer.concat(parts);
}
