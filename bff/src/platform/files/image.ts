import sharp from 'sharp';

/** 40 megapixels: a phone's camera, not a bomb that inflates to gigabytes. */
export const MAX_PIXELS = 40_000_000;

/** Whether an image decodes to its end; a broken one or one of too many pixels does not. */
export async function isDecodable(bytes: Buffer): Promise<boolean> {
  try {
    await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).stats();
    return true;
  } catch {
    // sharp says "broken" and "too many pixels" by throwing; its sentence is of no use to the caller
    return false;
  }
}
