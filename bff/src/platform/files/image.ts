import sharp from 'sharp';
import { isPlainPicture } from './plain-picture';

/** 40 megapixels: a phone's camera, not a bomb that inflates to gigabytes. */
export const MAX_PIXELS = 40_000_000;

/** Reads the head, then decodes to the end: what is too large is told from what is broken. */
export async function imageFault(bytes: Buffer): Promise<'damaged' | 'too-many-pixels' | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return 'too-many-pixels';
    await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).stats();
    return null;
  } catch {
    // sharp says "broken" by throwing; its sentence is of no use to the caller
    return 'damaged';
  }
}

/**
 * The picture as others see it: drawn anew and upright, without EXIF, places, films and whatever else came behind it.
 * What holds nothing else, as a picture that our own app cut, stays byte for byte, and so does what is no picture.
 */
export async function copyForOthers(bytes: Buffer, type: string): Promise<Buffer> {
  if ((type !== 'image/jpeg' && type !== 'image/png') || isPlainPicture(bytes, type)) return bytes;
  const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS }).rotate();
  return type === 'image/png' ? upright.png().toBuffer() : upright.jpeg({ quality: 92 }).toBuffer();
}

/** The picture upright and at most so high, as a JPEG without anything else. */
export const smallCopy = (bytes: Buffer, height: number): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .resize({ height, withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer();
