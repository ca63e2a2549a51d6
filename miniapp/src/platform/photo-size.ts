/** The part of a picture to keep, in its own pixels. */
export type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What the file must weigh, both ends included. */
export type PhotoSize = { readonly minBytes: number; readonly maxBytes: number };

export type Tried<T> = { readonly bytes: number; readonly value: T };

/** Heights tried in turn: an inch photo at 300 dpi is 413 px high; a plain picture needs more pixels to weigh enough. */
const HEIGHTS = [560, 840, 1120, 1600, 420, 280];
const STEPS = 7;

/** Looks for a height and JPEG quality at which the file weighs what is asked; null when none does. */
export async function searchSize<T>(
  frame: Frame,
  { minBytes, maxBytes }: PhotoSize,
  tryOut: (width: number, height: number, quality: number) => Promise<Tried<T>>,
): Promise<T | null> {
  for (const height of HEIGHTS) {
    const width = Math.round((frame.width / frame.height) * height);
    let low = 0.3;
    let high = 1;
    for (let step = 0; step < STEPS; step += 1) {
      const quality = step === 0 ? 0.92 : (low + high) / 2;
      const { bytes, value } = await tryOut(width, height, quality);
      if (bytes >= minBytes && bytes <= maxBytes) return value;
      if (bytes > maxBytes) high = quality;
      else low = quality;
    }
  }
  return null;
}
