/** A decoded picture, three values a pixel. */
export type Pixels = { width: number; height: number; data: Uint8Array };

type Box = readonly [x: number, y: number, width: number, height: number];

/** A filled rectangle, or a part of a picture drawn into one. */
export type Paint = { at: Box; fill: string } | { at: Box; from: Box; pixels: Pixels };

/** The RGBA values of a part of the canvas; unpainted is transparent black, pictures are sampled without smoothing. */
export const pixelsOf = (
  paints: readonly Paint[],
  part: { x: number; y: number; width: number; height: number },
): Uint8ClampedArray => {
  const data = new Uint8ClampedArray(part.width * part.height * 4);
  for (let row = 0; row < part.height; row += 1) {
    for (let column = 0; column < part.width; column += 1) {
      const x = part.x + column + 0.5;
      const y = part.y + row + 0.5;
      const paint = paints.findLast(
        ({ at: [left, top, w, h] }) => x >= left && y >= top && x < left + w && y < top + h,
      );
      if (paint) data.set([...colourAt(paint, x, y), 255], (row * part.width + column) * 4);
    }
  }
  return data;
};

const colourAt = (paint: Paint, x: number, y: number): readonly number[] => {
  if (!('pixels' in paint)) return hexColour(paint.fill);
  const { at, from, pixels } = paint;
  const column = Math.floor(from[0] + ((x - at[0]) / at[2]) * from[2]);
  const row = Math.floor(from[1] + ((y - at[1]) / at[3]) * from[3]);
  const start = (row * pixels.width + column) * 3;
  return [...pixels.data.subarray(start, start + 3)];
};

const hexColour = (fill: string): readonly number[] => {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(fill)?.[1] ?? '000000';
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [0, 2, 4].map((start) => parseInt(long.slice(start, start + 2), 16));
};
