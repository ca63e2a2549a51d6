import sharp from 'sharp';
import { drawingContext, pixelsKey, type Drawing } from './canvas-context';
import { numberOption, textOption, type WxOptions } from './wx-world';

/** What the phone needs to load pictures and to complain. */
type CanvasPhone = { read: (path: string) => Buffer | null; complain: (what: string) => void };

const drawings = new WeakMap<object, Drawing>();

/** A canvas node as `createSelectorQuery` gives it; what is drawn is kept and becomes a real picture on export. */
export const createCanvas = (phone: CanvasPhone, size: { width: number; height: number }): object => {
  const drawing: Drawing = { shapes: [], paints: [] };
  const clear = (): object => Object.assign(drawing, { shapes: [], paints: [] });
  const now = { ...size };
  const canvas = {
    get width() {
      return now.width;
    },
    set width(value) {
      now.width = value;
      clear(); // as every canvas does when it is given a size
    },
    get height() {
      return now.height;
    },
    set height(value) {
      now.height = value;
      clear();
    },
    getContext: (kind: string) => (kind === '2d' ? context : null),
    createImage: () => createImage(phone),
    requestAnimationFrame: (run: () => void) => Number(setTimeout(run, 16)),
    cancelAnimationFrame: (id: number) => clearTimeout(id),
  };
  const context = drawingContext(drawing, () => canvas, phone.complain);
  drawings.set(canvas, drawing);
  return canvas;
};

/** How many things are drawn on a canvas. */
export const inkOn = (canvas: object): number => drawings.get(canvas)?.shapes.length ?? 0;

/** The picture that `canvasToTempFilePath` writes, or null when the canvas is unknown or nothing was drawn. */
export const canvasPicture = async (
  options: WxOptions,
  read: (path: string) => Buffer | null,
): Promise<Buffer | null> => {
  const canvas = options['canvas'];
  const drawing = canvas !== null && typeof canvas === 'object' ? drawings.get(canvas) : undefined;
  if (!drawing || drawing.shapes.length === 0) return null;
  const across = Number(Reflect.get(Object(canvas), 'width'));
  const down = Number(Reflect.get(Object(canvas), 'height'));
  const box = {
    x: numberOption(options, 'x', 0),
    y: numberOption(options, 'y', 0),
    width: numberOption(options, 'width', across),
    height: numberOption(options, 'height', down),
  };
  const width = Math.round(numberOption(options, 'destWidth', box.width));
  const height = Math.round(numberOption(options, 'destHeight', box.height));
  const shapes = drawing.shapes.map((shape) => (typeof shape === 'string' ? shape : shape(embed(read))));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="${box.x} ${box.y} ${box.width} ${box.height}" preserveAspectRatio="none">${shapes.join('')}</svg>`;
  const picture = sharp(Buffer.from(svg), { unlimited: true });
  if (textOption(options, 'fileType') !== 'jpg') return picture.png().toBuffer();
  const quality = Math.max(1, Math.round(numberOption(options, 'quality', 0.92) * 100));
  return picture.flatten({ background: '#000000' }).jpeg({ quality }).toBuffer(); // as on the phone: no paint is black
};

const embed =
  (read: (path: string) => Buffer | null) =>
  (path: string): string => {
    const bytes = read(path);
    if (!bytes) return '';
    const type = bytes[0] === 0x89 ? 'png' : 'jpeg';
    return `data:image/${type};base64,${bytes.toString('base64')}`;
  };

/** An image object: setting `src` loads it from the phone's files and calls `onload` or `onerror`. */
const createImage = (phone: CanvasPhone): object => {
  const image: Record<string, unknown> = { width: 0, height: 0, onload: null, onerror: null };
  const finish = (name: 'onload' | 'onerror'): void => {
    const listener = image[name];
    if (typeof listener === 'function') Reflect.apply(listener, image, []);
  };
  let path = '';
  const load = async (): Promise<void> => {
    const bytes = phone.read(path);
    const decoded = await decode(bytes);
    if (decoded) Object.assign(image, { width: decoded.width, height: decoded.height, [pixelsKey]: decoded });
    finish(decoded ? 'onload' : 'onerror');
  };
  return Object.defineProperty(image, 'src', {
    get: () => path,
    set: (value: string) => {
      path = value;
      void load();
    },
  });
};

const decode = async (bytes: Buffer | null) => {
  if (!bytes) return null;
  const upright = sharp(bytes, { failOn: 'error' }).rotate().removeAlpha().toColourspace('srgb').raw();
  const { data, info } = await upright.toBuffer({ resolveWithObject: true }).catch(() => ({ data: null, info: null }));
  return data && { width: info.width, height: info.height, data };
};
