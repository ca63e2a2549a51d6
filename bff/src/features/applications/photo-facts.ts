import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import {
  type PhotoFacts,
  THUMBNAIL_WIDTH,
  type Thumbnail,
  borderSharesOf,
  isGrey,
} from '@jikaotong/shared/rules/photo';
import { MAX_PIXELS } from '../../platform/files';

/** Measures a photo by its content: bytes, format, size as it is seen (turned upright), and the colour of its border. */
export async function measurePhoto(bytes: Buffer): Promise<PhotoFacts> {
  const type = await fileTypeFromBuffer(bytes);
  const facts = { bytes: bytes.length, format: formatOf(type?.mime), damaged: true, widthPx: null, heightPx: null };
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    // `rotate()` without an angle turns as the camera noted
    const upright = await image
      .rotate()
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = upright.info;
    const small = await thumbnailOf(upright.data, { width, height, channels });
    const border = borderSharesOf(small);
    return { ...facts, damaged: false, widthPx: width, heightPx: height, border, grey: isGrey(small) };
  } catch {
    // sharp says "broken" by throwing; what is wrong in detail is of no use to the candidate
    return { ...facts, border: null };
  }
}

async function thumbnailOf(
  pixels: Buffer,
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 },
): Promise<Thumbnail> {
  const height = Math.max(1, Math.round((THUMBNAIL_WIDTH * raw.height) / raw.width));
  const small = await sharp(pixels, { raw })
    .resize(THUMBNAIL_WIDTH, height, { fit: 'fill', kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, channels } = small.info;
  if (channels !== 3 && channels !== 4) throw new Error(`a thumbnail of ${channels} channels`);
  return { width, height: small.info.height, channels, pixels: small.data };
}

/** `jpeg`, `png` or whatever else the content says it is. */
const formatOf = (mime: string | undefined): string | null => mime?.replace(/^image\//, '') ?? null;
