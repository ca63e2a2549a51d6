/** A place on the sheet, in the sheet's own lengths from its upper left corner. */
export type Point = { readonly x: number; readonly y: number };
type Size = { readonly width: number; readonly height: number };

/** What is used of a 2d context, WeChat's or a browser's. */
export type Pen = {
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  strokeStyle: unknown;
  setTransform: (a: number, b: number, c: number, d: number, e: number, f: number) => void;
  clearRect: (x: number, y: number, width: number, height: number) => void;
  beginPath: () => void;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  stroke: () => void;
};
/** A canvas with its pen; its dots are counted apart from the lengths that a finger is told in. */
export type Sheet = { readonly board: { width: number; height: number }; readonly pen: Pen; readonly size: Size };

/**
 * What a finger has written, kept as strokes: a canvas that is emptied, made anew or comes late is written again from
 * them, so that nothing written is ever lost.
 */
export type Handwriting = {
  readonly begin: (at: Point) => void;
  readonly go: (at: Point) => void;
  readonly end: () => void;
  /** Calls back when a finger has left the sheet, until what it gives is called. */
  readonly onEnd: (listener: () => void) => () => void;
  /** The canvas to write on, once there is one; null when it has gone. */
  readonly lay: (sheet: Sheet | null) => void;
  readonly sheet: () => Sheet | null;
  readonly rewrite: () => void;
  readonly clear: () => void;
  /** Whether there is nothing that could be a name: a finger that rested on the sheet has not signed. */
  readonly isBlank: () => boolean;
};

export function newHandwriting(): Handwriting {
  let strokes: Point[][] = [];
  let current: Point[] | null = null;
  let laid: Sheet | null = null;
  const listeners = new Set<() => void>();
  const line = (points: readonly Point[]) => {
    if (laid) write(laid.pen, points);
  };
  const rewrite = () => {
    if (!laid) return;
    const { board, pen } = laid;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, board.width, board.height);
    ready(laid);
    strokes.forEach(line);
  };
  return {
    begin: (at) => {
      current = [at];
      strokes.push(current);
      line(current);
    },
    go: (at) => {
      if (!current) return;
      line([...current.slice(-1), at]);
      current.push(at);
    },
    end: () => {
      current = null;
      listeners.forEach((listener) => listener());
    },
    onEnd: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lay: (sheet) => {
      const before = laid?.size;
      laid = sheet;
      if (!sheet) return;
      if (before) strokes = fitted(strokes, before, sheet.size);
      rewrite();
    },
    sheet: () => laid,
    rewrite,
    clear: () => {
      strokes = [];
      current = null;
      rewrite();
    },
    isBlank: () => lengthOf(strokes) < SHORTEST_NAME,
  };
}

/** Gives a canvas a dot for each of the screen's. */
export function sharpen(sheet: Sheet, ratio: number): Sheet {
  sheet.board.width = Math.round(sheet.size.width * ratio);
  sheet.board.height = Math.round(sheet.size.height * ratio);
  return sheet;
}

const SHORTEST_NAME = 30;
const LINE_WIDTH = 3;
const INK = '#1a1a1a';

function ready({ board, pen, size }: Sheet): void {
  pen.setTransform(board.width / size.width, 0, 0, board.height / size.height, 0, 0);
  pen.lineWidth = LINE_WIDTH;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = INK;
}

/** A single point becomes a dot, as a pen makes one. */
function write(pen: Pen, points: readonly Point[]): void {
  const [first, ...others] = points;
  if (!first) return;
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (const { x, y } of others.length > 0 ? others : [first]) pen.lineTo(x, y);
  pen.stroke();
}

/** On a sheet that became smaller what was written becomes smaller too, in its own shape. */
function fitted(strokes: readonly Point[][], before: Size, now: Size): Point[][] {
  const scale = Math.min(1, now.width / before.width, now.height / before.height);
  return strokes.map((points) => points.map(({ x, y }) => ({ x: x * scale, y: y * scale })));
}

const lengthOf = (strokes: readonly Point[][]): number =>
  strokes.flatMap((points) => points.map((point, at) => distance(points[at - 1] ?? point, point))).reduce(sum, 0);
const distance = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);
const sum = (left: number, right: number): number => left + right;
