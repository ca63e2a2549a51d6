import { describe, expect, it } from 'vitest';
import { type Pen, type Sheet, newHandwriting, sharpen } from './handwriting';

/** A canvas that keeps the lines on it, and loses them when it is given a size, as every canvas does. */
const newSheet = (width = 300, height = 200): Sheet & { lines: string[][] } => {
  const lines: string[][] = [];
  let scale = 1;
  const pen: Pen = {
    lineWidth: 0,
    lineCap: '',
    lineJoin: '',
    strokeStyle: '',
    setTransform: (a) => (scale = a),
    clearRect: () => lines.splice(0),
    beginPath: () => lines.push([]),
    moveTo: (x, y) => lines.at(-1)?.push(`${x * scale},${y * scale}`),
    lineTo: (x, y) => lines.at(-1)?.push(`${x * scale},${y * scale}`),
    stroke: () => undefined,
  };
  const sized = { width, height };
  const board = {
    get width() {
      return sized.width;
    },
    set width(value) {
      sized.width = value;
      lines.splice(0);
    },
    height,
  };
  return { board, pen, size: { width, height }, lines };
};
const written = (handwriting = newHandwriting()) => {
  handwriting.begin({ x: 10, y: 10 });
  handwriting.go({ x: 60, y: 10 });
  handwriting.end();
  return handwriting;
};

describe('what a finger writes', () => {
  it('stands on the canvas in its own dots', () => {
    const sheet = newSheet();
    const handwriting = newHandwriting();
    handwriting.lay(sharpen(sheet, 3));
    written(handwriting);
    expect(sheet.board).toMatchObject({ width: 900, height: 600 });
    expect(sheet.lines).toEqual([
      ['30,30', '30,30'],
      ['30,30', '180,30'],
    ]);
  });

  it('is told of when the finger leaves, to whoever still listens', () => {
    const handwriting = newHandwriting();
    const blank: boolean[] = [];
    const stop = handwriting.onEnd(() => blank.push(handwriting.isBlank()));
    handwriting.begin({ x: 1, y: 1 });
    handwriting.end();
    written(handwriting);
    stop();
    written(handwriting);
    expect(blank).toEqual([true, false]);
  });

  it('is not lost when the canvas comes late, is emptied or comes anew smaller', () => {
    const handwriting = written();
    const late = newSheet();
    handwriting.lay(late);
    expect(late.lines).toEqual([['10,10', '60,10']]);
    late.board.width = 300;
    expect(late.lines).toEqual([]);
    handwriting.rewrite();
    expect(late.lines).toEqual([['10,10', '60,10']]);
    const smaller = newSheet(150);
    handwriting.lay(smaller);
    expect(smaller.lines).toEqual([['5,5', '30,5']]);
  });

  it('is blank until there could be a name, and again after it was cleared', () => {
    const handwriting = newHandwriting();
    expect(handwriting.isBlank()).toBe(true);
    handwriting.begin({ x: 10, y: 10 });
    handwriting.go({ x: 12, y: 10 });
    handwriting.end();
    expect(handwriting.isBlank()).toBe(true);
    written(handwriting);
    expect(handwriting.isBlank()).toBe(false);
    handwriting.go({ x: 500, y: 500 });
    handwriting.clear();
    expect(handwriting.isBlank()).toBe(true);
  });
});
