import jsQR from 'jsqr';
import sharp from 'sharp';
import type { WeappHost } from './host';

/** What a camera reads from the QR code that the page draws under a name with these words in it. */
export const readDrawnQr = async (phone: WeappHost, words: string): Promise<string> => {
  const picture = (await phone.pictures()).find(({ label }) => label.includes(words));
  if (!picture?.bytes) throw new Error(`no picture "${words}" on ${phone.route()}`);
  const { data, info } = await sharp(picture.bytes)
    .resize({ width: 480 })
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (!read) throw new Error(`"${words}" is no QR code that a camera could read`);
  return read.data;
};
