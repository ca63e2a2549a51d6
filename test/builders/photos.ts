import sharp, { type Sharp } from 'sharp';

/** A portrait: what stands behind the head, how large, how heavy. */
export type PhotoWishes = {
  background?: string;
  width?: number;
  height?: number;
  /** The exact number of bytes of a JPEG; padded behind the picture's end, as cameras do. */
  bytes?: number;
  /** Without a colour. */
  grey?: boolean;
};

const jpegQuality = 92;
const usualBytes = 60_000;

/** A drawn portrait as JPEG: 413 × 579, white behind, 60,000 bytes unless told otherwise. */
export const portrait = async (wishes: PhotoWishes = {}): Promise<Buffer> => {
  const drawn = await drawing(wishes);
  const coloured = await drawn.jpeg({ quality: jpegQuality }).toBuffer();
  const picture = wishes.grey ? await sharp(coloured).greyscale().jpeg({ quality: jpegQuality }).toBuffer() : coloured;
  const wanted = wishes.bytes ?? Math.max(usualBytes, picture.length);
  if (picture.length > wanted) throw new Error(`the portrait alone has ${picture.length} bytes`);
  return Buffer.concat([picture, Buffer.alloc(wanted - picture.length)]);
};

/** The same picture in a file of its own, as no two people send the same. */
export const ownFile = (jpeg: Buffer, whose: string): Buffer => {
  const own = Buffer.from(jpeg);
  own.write(whose, own.length - whose.length, 'latin1');
  return own;
};

/** A picture as a phone's camera takes it: 1500 × 2000 with grain, some hundred kilobytes, so that the app must shrink it. */
export const cameraPicture = async (background = '#ffffff'): Promise<Buffer> =>
  (await drawing({ background, width: 1500, height: 2000 })).jpeg({ quality: 95 }).toBuffer();

/** The portrait as PNG, whatever name it is given. */
export const portraitPng = async (): Promise<Buffer> => (await drawing({})).png().toBuffer();

/** A JPEG that ends in the middle. */
export const truncatedPortrait = async (): Promise<Buffer> => {
  const whole = await (await drawing({ width: 826, height: 1158 })).jpeg({ quality: 98 }).toBuffer();
  return whole.subarray(0, Math.min(whole.length - 2000, 70_000));
};

/** Head and shoulders on a plain background; the clothes are grainy, or the file would weigh nothing. */
const drawing = async ({ background = '#ffffff', width = 413, height = 579 }: PhotoWishes): Promise<Sharp> => {
  const person = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 140">
    <defs><filter id="grain"><feTurbulence baseFrequency="0.9" numOctaves="3" seed="7"/>
      <feComposite in2="SourceGraphic" operator="in"/><feBlend in2="SourceGraphic" mode="multiply"/></filter></defs>
    <path d="M8 140 Q10 98 50 96 Q90 98 92 140 Z" fill="#24405c" filter="url(#grain)"/>
    <ellipse cx="50" cy="58" rx="22" ry="28" fill="#e2b48f"/>
    <path d="M27 54 Q27 26 50 26 Q73 26 73 54 Q64 40 50 40 Q36 40 27 54 Z" fill="#241a14"/>
    <circle cx="42" cy="58" r="2.2"/><circle cx="58" cy="58" r="2.2"/>
    <path d="M42 72 Q50 77 58 72" fill="none" stroke="#8c4a3c" stroke-width="1.6"/></svg>`;
  const paper = sharp({ create: { width, height, channels: 3, background } });
  return paper.composite([{ input: Buffer.from(person) }]);
};
