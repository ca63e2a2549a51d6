import jsQR from 'jsqr';
import sharp, { type Sharp } from 'sharp';

/** Where a code stands on a page: in a corner, whichever way up the page was laid. */
const CORNERS = [
  { right: true, top: true },
  { right: false, top: false },
  { right: true, top: false },
  { right: false, top: true },
] as const;
const CORNER = { width: 0.4, height: 0.3 };
/** A code of few dots is read better from a larger picture. */
const SCALES = [1, 2] as const;
/** A whole page is searched no larger than this. */
const WHOLE_HEIGHT = 2200;

export type ReadCode = {
  readonly text: string;
  /** Clockwise quarters by which the page is to be turned to stand upright. */
  readonly turns: 0 | 1 | 2 | 3;
};

/** What the QR code of a page says; null where none is read. `page`: eight bits of grey a pixel. */
export async function readCode(page: Buffer, size: { width: number; height: number }): Promise<ReadCode | null> {
  const raw = { width: size.width, height: size.height, channels: 1 } as const;
  const [width, height] = [Math.round(size.width * CORNER.width), Math.round(size.height * CORNER.height)];
  for (const scale of SCALES)
    for (const { right, top } of CORNERS) {
      const left = right ? size.width - width : 0;
      const corner = sharp(page, { raw }).extract({ left, top: top ? 0 : size.height - height, width, height });
      const found = await codeIn(scale === 1 ? corner : corner.resize({ width: width * scale }));
      if (found) return found;
    }
  return codeIn(sharp(page, { raw }).resize({ height: WHOLE_HEIGHT, withoutEnlargement: true }));
}

async function codeIn(picture: Sharp): Promise<ReadCode | null> {
  const { data, info } = await picture.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' });
  if (!found || found.data === '') return null;
  const { topLeftCorner: from, topRightCorner: to } = found.location;
  const quarters = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 2));
  return { text: found.data, turns: TURNS[(quarters + 4) % 4] ?? 0 };
}

/** Undoes a turn by so many quarters. */
const TURNS = [0, 3, 2, 1] as const;
