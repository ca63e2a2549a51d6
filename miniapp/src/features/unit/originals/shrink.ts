import type { PHOTOS_LEFT, PhotoBatchView } from '@jikaotong/shared/contract';
import { searchSize } from '../../../platform';
import type { Original } from './chosen';

export type Left = (typeof PHOTOS_LEFT)[number];
type Wanted = PhotoBatchView['wanted'];
type Type = 'image/jpeg' | 'image/png';

/** No photo needs more, and every trial costs less. */
const MOST_HEIGHT = 1_600;
/** Larger than any camera's file. */
const MOST_BYTES = 60_000_000;

/**
 * A photo as the notice asks for it: untouched where it fits, else drawn anew, never larger than it was. What cannot be made
 * to fit is sent as it comes nearest, for the server says what is wrong. One at a time: the page stays alive between.
 */
export async function shrunk({ name, bytes, open }: Original, wanted: Wanted): Promise<Blob | Left> {
  if (bytes > MOST_BYTES) return 'photo-damaged';
  let picture: ImageBitmap | HTMLImageElement;
  let original: Blob;
  try {
    original = await open();
    if ((await typeOf(original)) === `image/${wanted.format}` && fits(original, wanted))
      // read here: a file that was moved meanwhile shows it now
      return new Blob([await original.arrayBuffer()]);
    picture = await decoded(original);
  } catch {
    // a browser throws for what it cannot read, whatever the reason
    return /\.hei[cf]$/i.test(name) ? 'photo-heic' : 'photo-damaged';
  }
  try {
    return await redrawn(picture, wanted);
  } catch {
    // more pixels than this browser draws
    return 'photo-damaged';
  } finally {
    // the pixels of a camera's picture are fifty megabytes
    if ('close' in picture) picture.close();
  }
}

const fits = ({ size }: Blob, { minBytes, maxBytes }: Wanted): boolean => size >= minBytes && size <= maxBytes;

async function redrawn(picture: ImageBitmap | HTMLImageElement, wanted: Wanted): Promise<Blob> {
  const type: Type = `image/${wanted.format}`;
  const scale = Math.min(1, MOST_HEIGHT / picture.height);
  const base = drawn(
    picture,
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const frame = { left: 0, top: 0, width: base.width, height: base.height };
  const found = await searchSize(frame, wanted, async (width, height, quality) => {
    const value = await saved(drawn(base, width, height), type, quality);
    return { bytes: value.size, value };
  });
  return typeof found === 'string' ? saved(base, type, 0.92) : found;
}

/** What a file is by its content. */
async function typeOf(blob: Blob): Promise<Type | null> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xd8) return 'image/jpeg';
  return first === 0x89 && second === 0x50 ? 'image/png' : null;
}

/** A picture ready to be drawn, upright; Safari before iOS 15 has no bitmaps and decodes elements. */
async function decoded(blob: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in window) return createImageBitmap(blob);
  const url = URL.createObjectURL(blob);
  const image = document.createElement('img');
  image.src = url;
  await image.decode().finally(() => URL.revokeObjectURL(url));
  return image;
}

function drawn(picture: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a browser without canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

const saved = (canvas: HTMLCanvasElement, type: Type, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture came out'))), type, quality),
  );
