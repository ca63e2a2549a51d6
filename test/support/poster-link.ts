import jsQR from 'jsqr';
import sharp from 'sharp';
import { posters } from '@jikaotong/shared/contract';
import type { SignedInPerson } from './people';

/** What a camera reads from the picture of a notice's poster, by a reader that is not ours. */
export const posterLink = async (staff: SignedInPerson, noticeId: string): Promise<string> => {
  const { items } = await staff.api.ok(posters.listPosters, {});
  const poster = items.find((one) => one.noticeId === noticeId);
  if (!poster) throw new Error(`${noticeId} has no poster`);
  const picture = await staff.api.file(posters.downloadPosterPng, { params: { code: poster.code } });
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (!read) throw new Error('the poster carries no QR code that a camera could read');
  return read.data;
};
