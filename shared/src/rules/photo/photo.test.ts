import { describe, expect, it } from 'vitest';
import type { PhotoRule } from '../../notice';
import { type BorderShares, type PhotoFacts, borderSharesOf, judgeFrame, judgePhoto } from './index';

const source = { clause: '三（二）2', quote: '一寸彩色白底免冠照片' };
const rule: PhotoRule = {
  print: null,
  format: { value: 'jpeg', source },
  background: { value: 'white', source },
  pixels: { heightAbove: 132, widthAbove: 88, source },
  bytes: { min: 40_000, max: 81_920, source },
  posing: [],
};
const good: PhotoFacts = {
  bytes: 60_000,
  format: 'jpeg',
  damaged: false,
  widthPx: 295,
  heightPx: 413,
  border: { white: 1, blue: 0, red: 0 },
};
const codes = (facts: Partial<PhotoFacts>, under: PhotoRule = rule) =>
  judgePhoto({ ...good, ...facts }, under).map((fault) => fault.code);

describe('judgePhoto', () => {
  it.each<[string, Partial<PhotoFacts>, string[]]>([
    ['a good photo', {}, []],
    ['39,999 bytes', { bytes: 39_999 }, ['photo-too-small-bytes']],
    ['40,000 bytes', { bytes: 40_000 }, []],
    ['81,920 bytes', { bytes: 81_920 }, []],
    ['81,921 bytes', { bytes: 81_921 }, ['photo-too-large-bytes']],
    ['132 px high', { heightPx: 132 }, ['photo-too-low']],
    ['133 px high', { heightPx: 133 }, []],
    ['88 px wide', { widthPx: 88 }, ['photo-too-narrow']],
    ['89 px wide', { widthPx: 89 }, []],
    ['wider than high', { widthPx: 600, heightPx: 400 }, []],
    ['PNG', { format: 'png' }, ['photo-not-jpeg']],
    ['PNG cut short', { format: 'png', damaged: true }, ['photo-not-jpeg']],
    ['cut short', { damaged: true, widthPx: null, heightPx: null, border: null }, ['photo-damaged']],
    ['84 % white', { border: { white: 0.849, blue: 0, red: 0 } }, ['photo-background']],
    ['85 % white', { border: { white: 0.85, blue: 0, red: 0 } }, []],
    ['blue', { border: { white: 0, blue: 1, red: 0 } }, ['photo-background']],
    ['two faults', { bytes: 1, heightPx: 10 }, ['photo-too-small-bytes', 'photo-too-low']],
  ])('%s', (_, facts, expected) => expect(codes(facts)).toEqual(expected));

  it('never refuses by a size the notice does not state', () => {
    const colourOnly: PhotoRule = {
      print: null,
      format: null,
      background: { value: 'blue', source },
      pixels: null,
      bytes: null,
      posing: [],
    };
    expect(codes({ bytes: 1, widthPx: 1, heightPx: 1, border: { white: 0, blue: 0.85, red: 0 } }, colourOnly)).toEqual(
      [],
    );
    expect(codes({}, colourOnly)).toEqual(['photo-background']);
  });
});

describe('borderSharesOf', () => {
  const plain = (red: number, green: number, blue: number) =>
    borderSharesOf({
      width: 60,
      height: 84,
      channels: 3,
      pixels: Array.from({ length: 60 * 84 }, () => [red, green, blue]).flat(),
    });

  it.each<[string, [number, number, number], BorderShares]>([
    ['215 everywhere is white', [215, 215, 215], { white: 1, blue: 0, red: 0 }],
    ['214 is grey', [214, 214, 214], { white: 0, blue: 0, red: 0 }],
    ['a spread of 25 is white', [215, 240, 240], { white: 1, blue: 0, red: 0 }],
    ['a spread of 26 is not', [215, 241, 241], { white: 0, blue: 0, red: 0 }],
    ['B−R of 40 is blue', [70, 90, 110], { white: 0, blue: 1, red: 0 }],
    ['B−R of 39 is not', [71, 90, 110], { white: 0, blue: 0, red: 0 }],
    ['B of 109 is not', [0, 0, 109], { white: 0, blue: 0, red: 0 }],
    ['a red wall', [200, 20, 30], { white: 0, blue: 0, red: 1 }],
    ['green above blue is not', [0, 120, 119], { white: 0, blue: 0, red: 0 }],
  ])('%s', (_, [red, green, blue], expected) => expect(plain(red, green, blue)).toEqual(expected));

  it('looks beside the head, not at face and clothes, with or without alpha', () => {
    const pixels = Array.from({ length: 84 }, (_, y) =>
      Array.from({ length: 60 }, (__, x) => {
        const body = y >= 34 || (y >= 5 && x >= 4 && x < 56);
        return body ? [20, 20, 20, 255] : [255, 255, 255, 255];
      }).flat(),
    ).flat();
    expect(borderSharesOf({ width: 60, height: 84, channels: 4, pixels })).toEqual({ white: 1, blue: 0, red: 0 });
    expect(() => borderSharesOf({ width: 60, height: 84, channels: 3, pixels })).toThrow('pixels');
  });
});

it('judges the part that is kept by the pixels it has, not by those it could be blown up to', () => {
  const codesOf = (width: number, height: number) => judgeFrame({ width, height }, rule).map(({ code }) => code);
  expect(codesOf(80, 110)).toEqual(['photo-too-low', 'photo-too-narrow']);
  expect(codesOf(88.9, 132.9)).toEqual(['photo-too-low', 'photo-too-narrow']);
  expect(codesOf(89, 133)).toEqual([]);
  expect(judgeFrame({ width: 80, height: 110 }, { ...rule, pixels: null })).toEqual([]);
});
