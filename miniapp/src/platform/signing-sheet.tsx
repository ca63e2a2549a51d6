import { Canvas, type CanvasTouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { type Handwriting, type Pen, type Sheet, sharpen } from './handwriting';
import type { LocalFile } from './local-file';
import { tellTrouble } from './tell-trouble';

/** A sheet as large as the box around it that is written on with a finger. */
export function SigningSheet({ handwriting }: { handwriting: Handwriting }) {
  useEffect(() => {
    Taro.nextTick(() => void layCanvas(handwriting));
    return () => handwriting.lay(null);
  }, [handwriting]);
  const begin = ({ touches }: CanvasTouchEvent) => {
    if (!handwriting.sheet()) void layCanvas(handwriting);
    const [finger] = touches;
    if (finger && touches.length === 1) handwriting.begin(finger);
  };
  const go = ({ touches: [finger] }: CanvasTouchEvent) => {
    if (finger) handwriting.go(finger);
  };
  return (
    <Canvas
      type="2d"
      id={CANVAS_ID}
      canvasId={CANVAS_ID}
      className="signature__sheet"
      disableScroll
      onTouchStart={begin}
      onTouchMove={go}
      onTouchEnd={handwriting.end}
      onTouchCancel={handwriting.end}
    />
  );
}

/** What is written, as a picture; null when none came out and the person was told. */
export async function pictureOf(handwriting: Handwriting): Promise<LocalFile | null> {
  try {
    const sheet = handwriting.sheet() ?? (await layCanvas(handwriting));
    if (!sheet) throw new Error('the page has no canvas');
    handwriting.rewrite();
    const { width, height } = sheet.board;
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: Object(sheet.board),
      fileType: 'png',
      destWidth: width,
      destHeight: height,
    });
    return { path: tempFilePath, bytes: await bytesAt(tempFilePath) };
  } catch (error) {
    await tellTrouble('drawing', error);
    return null;
  }
}

const layCanvas = async (handwriting: Handwriting): Promise<Sheet | null> => {
  const sheet = await new Promise<Sheet | null>((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .fields({ node: true, size: true }, (found) => resolve(sheetOf(found)))
      .exec();
  });
  // the first touch and the page's start may both have asked; a canvas that is given its size again is emptied
  if (sheet && !handwriting.sheet()) handwriting.lay(sharpen(sheet, Taro.getWindowInfo().pixelRatio));
  return handwriting.sheet();
};

type Board = { width: number; height: number; getContext: (kind: '2d') => Pen | null };
const isBoard = (value: unknown): value is Board =>
  typeof value === 'object' && value !== null && 'getContext' in value && typeof value.getContext === 'function';
const Found = z.object({ node: z.custom<Board>(isBoard), width: z.number(), height: z.number() });

function sheetOf(found: unknown): Sheet | null {
  const read = z.safeParse(Found, found);
  if (!read.success) return null;
  const { node: board, width, height } = read.data;
  const pen = board.getContext('2d');
  return pen && { board, pen, size: { width, height } };
}

function bytesAt(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => resolve(size),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

const CANVAS_ID = 'signature';
