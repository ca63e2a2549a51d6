import jsqr from 'jsqr';
import sharp from 'sharp';
import type { Phone } from './phone';

/** What a scanner reads off the screen, of the code that bears this selector; throws when it reads nothing. */
export const scannedQr = async (phone: Phone, selector: string): Promise<string> => {
  const place = phone.page.locator(`${selector}:visible`).last();
  // held before the camera as a person holds it: not half below the button at the lower edge
  await place.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const picture = await place.screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const code = jsqr(new Uint8ClampedArray(data), info.width, info.height);
  if (!code) throw new Error(`no code to scan in ${selector}`);
  return code.data;
};
