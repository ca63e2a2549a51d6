import { toBuffer } from 'qrcode';
import sharp from 'sharp';

/** A scan of a paper with these words on it, and the same words as a code, for a reader that cannot read writing. */
export async function writtenPaper(words: string): Promise<Buffer> {
  const code = await toBuffer(words, { width: 460, margin: 2 });
  const lines = words.split(' ').map((word, at) => `<text x="60" y="${90 + at * 56}" font-size="34">${word}</text>`);
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000">${lines.join('')}</svg>`;
  return sharp({ create: { width: 800, height: 1000, channels: 3, background: '#ffffff' } })
    .composite([{ input: Buffer.from(page) }, { input: code, left: 170, top: 500 }])
    .jpeg({ quality: 92 })
    .toBuffer();
}
