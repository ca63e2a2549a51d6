import { pickFile } from './pick-file.h5';
import { toast } from './dialogs';

/** A browser reads the code from a picture; on a phone the picker offers the camera. */
export const CAN_SCAN = true;

/** Fetches what reading a code needs, while there is a network. */
export async function prepareScan(): Promise<void> {
  await reader();
}

const reader = () => import(/* webpackChunkName: "scan" */ 'jsqr');

/** The text of a QR code in a picked picture; null when none is picked, or, which is then said, none is in it. */
export async function scan(): Promise<string | null> {
  const file = await pickFile('image/*', 'environment');
  if (!file) return null;
  const text = await codeIn(file).catch(() => null);
  if (text === null) toast('没有认出二维码，请换一张清楚、完整的图片');
  return text;
}

/** The text of the code in a picture; rejects where the browser cannot read the file as one. */
async function codeIn(file: File): Promise<string | null> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsQR } = await reader();
  return jsQR(data, width, height)?.data ?? null;
}

const LONGEST_SIDE = 1200;
