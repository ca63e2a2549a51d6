import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A picture as it was scanned: `channels` of eight bits a pixel. */
export type RawPicture = {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  /** Degrees clockwise by which a viewer turns it. */
  readonly rotate: number;
};

/** Of what a page shows a scan is one picture over most of it; a photo on a form is not. */
const LEAST_OF_PAGE = 0.5;

/** A document open for reading; `close` gives back what it holds. */
export async function openPdf(bytes: Uint8Array, maxPixels: number) {
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: maxPixels,
    stopAtErrors: true,
  });
  const document = await loading.promise;
  return {
    pages: document.numPages,
    /** The picture of a page, from 1; null where the page is no scan. */
    picture: async (number: number): Promise<RawPicture | null> => {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const least = Math.abs((right - left) * (top - bottom)) * LEAST_OF_PAGE;
      const shown = largestIn(fnArray, argsArray);
      const found = shown && shown.area >= least ? rawOf(await pictureOf(page.objs, shown.picture)) : null;
      page.cleanup();
      return found && { ...found, rotate: page.rotate };
    },
    close: () => loading.destroy(),
  };
}

type Shown = { readonly picture: unknown; readonly area: number };

/** The picture that covers the most, in points squared. */
function largestIn(steps: readonly number[], args: readonly unknown[]): Shown | null {
  let largest: Shown | null = null;
  let scale = 1;
  const kept: number[] = [];
  steps.forEach((step, at) => {
    const given: unknown = args[at];
    const values: readonly unknown[] = Array.isArray(given) ? given : [];
    if (step === OPS.save) kept.push(scale);
    else if (step === OPS.restore) scale = kept.pop() ?? 1;
    else if (step === OPS.transform) {
      const [a = 1, b = 0, c = 0, d = 1] = values.map(Number);
      scale *= Math.abs(a * d - b * c);
    } else if (step === OPS.paintImageXObject || step === OPS.paintInlineImageXObject) {
      if (largest === null || scale > largest.area) largest = { picture: values[0], area: scale };
    }
  });
  return largest;
}

/** By its name, once it is decoded; a picture that stands in the page itself is there already. */
const pictureOf = (
  objs: { get(name: string, then: (value: unknown) => void): unknown },
  picture: unknown,
): Promise<unknown> =>
  typeof picture === 'string' ? new Promise((resolve) => objs.get(picture, resolve)) : Promise.resolve(picture);

/** How pdf.js keeps pixels: 1 is a bit, 2 three bytes, 3 four. */
const CHANNELS: ReadonlyMap<unknown, 3 | 4> = new Map([
  [2, 3],
  [3, 4],
]);

function rawOf(picture: unknown): Omit<RawPicture, 'rotate'> | null {
  const { data, width, height, kind }: { data?: unknown; width?: unknown; height?: unknown; kind?: unknown } =
    Object(picture);
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
  if (typeof width !== 'number' || typeof height !== 'number') return null;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const channels = CHANNELS.get(kind);
  if (channels) return { data: bytes, width, height, channels };
  return kind === 1 ? { data: grey(bytes, width, height), width, height, channels: 1 } : null;
}

/** A byte for each bit; a line begins with a byte of its own. */
function grey(bits: Buffer, width: number, height: number): Buffer {
  const line = Math.ceil(width / 8);
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (((bits[y * line + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) pixels[y * width + x] = 255;
  return pixels;
}
