import sharp, { type Sharp } from 'sharp';
import { type RawPicture, openPdf } from './pages-of-pdf';
import { type ReadCode, readCode } from './read-code';

/** A sheet of 600 dots an inch, and not a bomb that inflates to gigabytes. */
const MAX_PIXELS = 40_000_000;
/** 200 dots an inch, upright. */
const KEPT = { width: 1654, height: 2339 };

export type ScanTask =
  | { readonly do: 'count'; readonly pdf: Uint8Array }
  /** Some pages of a document, from 1. */
  | { readonly do: 'read'; readonly pdf: Uint8Array; readonly from: number; readonly count: number }
  | { readonly do: 'look'; readonly pictures: readonly Uint8Array[] };

/** A page of a scan; null where it is no picture. */
export type SeenPage = { readonly picture: Uint8Array | null; readonly code: string | null };
export type ScanAnswer = { readonly pages: number } | { readonly seen: readonly SeenPage[] } | { readonly fault: true };

const NOTHING: SeenPage = { picture: null, code: null };

/** What cannot be opened at all is a fault; a page that cannot be read is a page without a picture. */
export async function runTask(task: ScanTask): Promise<ScanAnswer> {
  if (task.do === 'look') {
    const seen: SeenPage[] = [];
    for (const picture of task.pictures) seen.push(await lookAt(sharp(picture, LIMITS).rotate()).catch(() => NOTHING));
    return { seen };
  }
  const opened = await openPdf(task.pdf, MAX_PIXELS).catch(() => null);
  if (!opened) return { fault: true };
  try {
    // a file may say of itself that it has none, or fewer
    if (task.do === 'count') return opened.pages > 0 ? { pages: opened.pages } : { fault: true };
    const seen: SeenPage[] = [];
    for (let at = task.from; at < task.from + task.count && at <= opened.pages; at += 1) {
      const picture = await opened.picture(at).catch(() => null);
      seen.push(picture ? await lookAt(sharpOf(picture)).catch(() => NOTHING) : NOTHING);
    }
    return { seen };
  } finally {
    await opened.close();
  }
}

const LIMITS = { limitInputPixels: MAX_PIXELS } as const;

const sharpOf = ({ data, width, height, channels, rotate }: RawPicture): Sharp =>
  sharp(data, { ...LIMITS, raw: { width, height, channels } }).rotate(rotate);

/** The code of a page, and the page as it is kept: upright, and no larger than it has to be. */
async function lookAt(page: Sharp): Promise<SeenPage> {
  const colours = await page.flatten({ background: '#fff' }).png({ compressionLevel: 0 }).toBuffer();
  const { data, info } = await sharp(colours, LIMITS)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found = info.channels === 1 ? await readCode(data, info) : null;
  return { picture: await keep(colours, found), code: found?.text ?? null };
}

const keep = (colours: Buffer, found: ReadCode | null): Promise<Buffer> =>
  sharp(colours, LIMITS)
    .rotate((found?.turns ?? 0) * 90)
    .resize({ ...KEPT, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer();
