import { THUMBNAIL_WIDTH, type Thumbnail } from '@jikaotong/shared/rules/photo';
import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type FC, createElement } from 'react';
import type { LocalImage } from './local-file';
import { tellTrouble } from './tell-trouble';
import { type Frame, type NoFit, type PhotoSize, type Tried, searchSize } from './photo-size';

/** Takes or picks a portrait; null when there is none (unless the person left, it is said why), `unreadable` when the file is no picture. */
export async function choosePhoto(from: 'camera' | 'album'): Promise<LocalImage | 'unreadable' | null> {
  const file = await pickedMedia(from);
  if (!file) return null;
  try {
    return { ...(await sizeOf(file.tempFilePath)), path: file.tempFilePath, bytes: file.size };
  } catch {
    return 'unreadable';
  }
}

async function pickedMedia(from: 'camera' | 'album') {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['original'],
      camera: 'front',
    });
    return tempFiles[0] ?? null;
  } catch (error) {
    // WeChat tells of leaving as a failure, too
    await tellTrouble('pictures', error);
    return null;
  }
}

/** The canvas that the two functions below draw on; the page that uses them renders it once. */
export const PhotoCanvas: FC = () =>
  createElement(Canvas, {
    type: '2d',
    id: CANVAS_ID,
    canvasId: CANVAS_ID,
    style: { position: 'fixed', left: '-2000px', top: '0', width: '100px', height: '100px' },
  });

/** Cuts the frame out and saves it as JPEG of the asked size in bytes, or says why none comes out. */
export async function fitPhoto(image: LocalImage, frame: Frame, size: PhotoSize): Promise<LocalImage | NoFit> {
  const canvas = await canvasNode();
  const picture = await load(canvas, image.path);
  const drawn = { width: 0 };
  return searchSize(frame, size, async (width, height, quality): Promise<Tried<LocalImage>> => {
    if (drawn.width !== width) {
      draw(canvas, picture, frame, { width, height });
      drawn.width = width;
    }
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas,
      fileType: 'jpg',
      quality,
      destWidth: width,
      destHeight: height,
    });
    const bytes = await bytesAt(tempFilePath);
    return { bytes, value: { path: tempFilePath, bytes, width, height } };
  });
}

/** A small copy by which the background is judged. */
export async function thumbnailOf(image: LocalImage): Promise<Thumbnail> {
  const canvas = await canvasNode();
  const width = THUMBNAIL_WIDTH;
  const height = Math.max(1, Math.round((image.height / image.width) * width));
  const whole = { left: 0, top: 0, width: image.width, height: image.height };
  const context = draw(canvas, await load(canvas, image.path), whole, { width, height });
  return { width, height, channels: 4, pixels: context.getImageData(0, 0, width, height).data };
}

/** What this file uses of WeChat's 2d context. */
type Context = {
  fillStyle: string;
  fillRect: (left: number, top: number, width: number, height: number) => void;
  drawImage: (picture: Taro.Image, ...at: number[]) => void;
  getImageData: (left: number, top: number, width: number, height: number) => { data: Uint8ClampedArray };
};

function canvasNode(): Promise<Taro.Canvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .node((found) => {
        const node: unknown = found?.node;
        if (isCanvas(node)) resolve(node);
        else reject(new Error('the page does not render PhotoCanvas'));
      })
      .exec();
  });
}

const isCanvas = (node: unknown): node is Taro.Canvas =>
  typeof node === 'object' && node !== null && 'getContext' in node;
const isContext = (context: unknown): context is Context =>
  typeof context === 'object' && context !== null && 'drawImage' in context;

function load(canvas: Taro.Canvas, path: string): Promise<Taro.Image> {
  return new Promise((resolve, reject) => {
    const picture = canvas.createImage();
    Object.assign(picture, {
      onload: () => resolve(picture),
      onerror: () => reject(new Error('a picture that does not open')),
    });
    picture.src = path;
  });
}

function draw(
  canvas: Taro.Canvas,
  picture: Taro.Image,
  frame: Frame,
  { width, height }: { width: number; height: number },
): Context {
  canvas.width = width;
  canvas.height = height;
  const context: unknown = canvas.getContext('2d');
  if (!isContext(context)) throw new Error('a canvas without its context');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, frame.left, frame.top, frame.width, frame.height, 0, 0, width, height);
  return context;
}

async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const { width, height } = await Taro.getImageInfo({ src: path });
  return { width, height };
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

const CANVAS_ID = 'photo-canvas';
