import { pixelsOf, type Paint, type Pixels } from './canvas-pixels';

/**
 * What was drawn so far: `shapes` as pieces of SVG for the export (a picture waits for its bytes until then),
 * `paints` the rectangles and pictures among them, for `getImageData`.
 */
export type Drawing = { shapes: (string | ((embed: (path: string) => string) => string))[]; paints: Paint[] };

/** Under this name an image object keeps its decoded pixels. */
export const pixelsKey = Symbol('pixels');
type Picture = { src?: string; width: number; height: number; [pixelsKey]?: Pixels };
type Matrix = readonly [number, number, number, number, number, number];

/** A 2D context that records strokes, fills and pictures. Anything it cannot record is complained about. */
export const drawingContext = (
  drawing: Drawing,
  canvas: () => { width: number; height: number },
  complain: (what: string) => void,
): object => {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const saved: { matrix: Matrix; style: Record<string, unknown> }[] = [];
  let path: string[] = [];
  const style: Record<string, unknown> = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    globalAlpha: 1,
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    imageSmoothingEnabled: true,
    imageSmoothingQuality: 'low',
    shadowBlur: 0,
    shadowColor: 'transparent',
  };
  const placed = (): string => `transform="matrix(${matrix.join(' ')})" opacity="${style['globalAlpha']}"`;
  const add = (element: string): void => void drawing.shapes.push(element);
  const line = (): string =>
    `fill="none" stroke="${style['strokeStyle']}" stroke-width="${style['lineWidth']}" ` +
    `stroke-linecap="${style['lineCap']}" stroke-linejoin="${style['lineJoin']}"`;
  const rect = (x: number, y: number, w: number, h: number): string =>
    `<rect ${placed()} x="${x}" y="${y}" width="${w}" height="${h}"`;
  const by = (m: Matrix): void => {
    const [a, b, c, d, e, f] = matrix;
    matrix = [
      a * m[0] + c * m[1],
      b * m[0] + d * m[1],
      a * m[2] + c * m[3],
      b * m[2] + d * m[3],
      a * m[4] + c * m[5] + e,
      b * m[4] + d * m[5] + f,
    ];
  };

  const methods = {
    save: () => void saved.push({ matrix, style: { ...style } }),
    restore: () => {
      const before = saved.pop();
      if (!before) return;
      matrix = before.matrix;
      Object.assign(style, before.style);
    },
    scale: (x: number, y: number) => by([x, 0, 0, y, 0, 0]),
    translate: (x: number, y: number) => by([1, 0, 0, 1, x, y]),
    rotate: (angle: number) => by([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]),
    setTransform: (...m: [number, number, number, number, number, number]) => void (matrix = m),
    resetTransform: () => void (matrix = [1, 0, 0, 1, 0, 0]),
    beginPath: () => void (path = []),
    closePath: () => void path.push('Z'),
    moveTo: (x: number, y: number) => void path.push(`M${x} ${y}`),
    lineTo: (x: number, y: number) => void path.push(`${path.length === 0 ? 'M' : 'L'}${x} ${y}`),
    quadraticCurveTo: (...p: number[]) => void path.push(`Q${p.join(' ')}`),
    bezierCurveTo: (...p: number[]) => void path.push(`C${p.join(' ')}`),
    rect: (x: number, y: number, w: number, h: number) => void path.push(`M${x} ${y}h${w}v${h}h${-w}Z`),
    arc: (x: number, y: number, r: number) =>
      void path.push(`M${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}`),
    stroke: () => add(`<path ${placed()} d="${path.join('')}" ${line()}/>`),
    fill: () => add(`<path ${placed()} d="${path.join('')}" fill="${style['fillStyle']}"/>`),
    fillRect: (x: number, y: number, w: number, h: number) => {
      add(`${rect(x, y, w, h)} fill="${style['fillStyle']}"/>`);
      drawing.paints.push({ at: placedBox(matrix, [x, y, w, h]), fill: String(style['fillStyle']) });
    },
    strokeRect: (x: number, y: number, w: number, h: number) => add(`${rect(x, y, w, h)} ${line()}/>`),
    clearRect: (x: number, y: number, w: number, h: number) => {
      if (x <= 0 && y <= 0 && w * matrix[0] >= canvas().width && h * matrix[3] >= canvas().height) {
        Object.assign(drawing, { shapes: [], paints: [] });
      }
    },
    fillText: (words: string, x: number, y: number) =>
      add(`<text ${placed()} x="${x}" y="${y}" fill="${style['fillStyle']}">${escaped(words)}</text>`),
    getImageData: (x: number, y: number, width: number, height: number) => ({
      width,
      height,
      data: pixelsOf(drawing.paints, { x, y, width, height }),
    }),
    measureText: (words: string) => ({ width: [...words].length * 10 }),
    drawImage: (image: Picture, ...n: number[]) => {
      if (typeof image.src !== 'string') return complain('drawImage of something other than an image');
      const { src, width, height } = image;
      const whole = [0, 0, width, height];
      const [sx = 0, sy = 0, sw = width, sh = height] = n.length === 8 ? n : whole;
      const [dx = 0, dy = 0, dw = width, dh = height] = n.length === 8 ? n.slice(4) : n;
      const pixels = image[pixelsKey];
      if (pixels) drawing.paints.push({ at: placedBox(matrix, [dx, dy, dw, dh]), from: [sx, sy, sw, sh], pixels });
      const at = placed();
      drawing.shapes.push(
        (embed) =>
          `<g ${at}><svg x="${dx}" y="${dy}" width="${dw}" height="${dh}" viewBox="${sx} ${sy} ${sw} ${sh}" ` +
          `preserveAspectRatio="none"><image href="${embed(src)}" width="${width}" height="${height}"/></svg></g>`,
      );
    },
  };
  return new Proxy(style, {
    has: (_, name) => name === 'canvas' || name in methods || name in style,
    get: (_, name) => {
      if (typeof name !== 'string') return undefined;
      if (name === 'canvas') return canvas();
      const known: unknown = Reflect.get(methods, name) ?? style[name];
      if (known === undefined) complain(`CanvasRenderingContext2D.${name}`);
      return known;
    },
  });
};

const placedBox = ([a, , , d, e, f]: Matrix, [x, y, w, h]: readonly [number, number, number, number]) =>
  [a * x + e, d * y + f, a * w, d * h] as const;

const escaped = (words: string): string =>
  words.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
