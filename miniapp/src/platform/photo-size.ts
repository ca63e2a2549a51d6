/** The part of a picture to keep, in its own pixels. */
export type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What the file must weigh, both ends included. */
export type PhotoSize = { readonly minBytes: number; readonly maxBytes: number };

export type Tried<T> = { readonly bytes: number; readonly value: T };

/** Heights tried in turn: an inch photo at 300 dpi is 413 px high; a plain picture needs more pixels to weigh enough. */
const HEIGHTS = [560, 840, 1120, 1600, 420, 280];
const STEPS = 7;

/** Why no file came out: even at its best it weighs too little (a blank picture, or too few pixels), or always too much. */
export type NoFit = 'too-light' | 'too-heavy';

/**
 * Looks for a height and JPEG quality at which the file weighs what is asked. A picture is never enlarged: more pixels than
 * were taken would only seem to be a larger photo.
 */
export async function searchSize<T>(
  frame: Frame,
  { minBytes, maxBytes }: PhotoSize,
  tryOut: (width: number, height: number, quality: number) => Promise<Tried<T>>,
): Promise<T | NoFit> {
  const most = Math.floor(frame.height);
  const smaller = HEIGHTS.filter((height) => height < most);
  const heights = smaller.length === HEIGHTS.length ? smaller : [...smaller, most];
  let heaviest = 0;
  for (const height of heights) {
    const width = Math.round((frame.width / frame.height) * height);
    let low = 0.3;
    let high = 1;
    for (let step = 0; step < STEPS; step += 1) {
      const quality = step === 0 ? 0.92 : (low + high) / 2;
      const { bytes, value } = await tryOut(width, height, quality);
      if (bytes >= minBytes && bytes <= maxBytes) return value;
      heaviest = Math.max(heaviest, bytes);
      if (bytes > maxBytes) high = quality;
      else low = quality;
    }
  }
  return heaviest < minBytes ? 'too-light' : 'too-heavy';
}
