import { type LocalImage, bytesOf, fitPhoto } from '../../platform';

/** Small enough to wait on the phone and to go with its act. */
const SIZE = { minBytes: 1, maxBytes: 120_000 };

/** A picture as a small JPEG in base64; null where none comes out. */
export async function jpegOf(image: LocalImage): Promise<string | null> {
  const whole = { left: 0, top: 0, width: image.width, height: image.height };
  const fitted = await fitPhoto(image, whole, SIZE);
  return typeof fitted === 'string' ? null : base64Of(await bytesOf(fitted));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64; WeChat has no btoa. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0] as const;
    const bits = (three[0] << 16) | (three[1] << 8) | three[2];
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63] ?? 'A');
    const given = Math.min(3, bytes.length - at) + 1;
    text += letters.map((letter, place) => (place < given ? letter : '=')).join('');
  }
  return text;
}
