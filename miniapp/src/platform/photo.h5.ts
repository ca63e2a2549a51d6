import { THUMBNAIL_WIDTH, type Thumbnail } from '@jikaotong/shared/rules/photo';
import type { FC } from 'react';
import { localFile } from './files.h5';
import type { LocalImage } from './local-file';
import { type Frame, type NoFit, type PhotoSize, type Tried, searchSize } from './photo-size';
import { pickFile } from './pick-file.h5';

/** Takes or picks a portrait; null when the person leaves, `unreadable` when the file is no picture. */
export async function choosePhoto(from: 'camera' | 'album'): Promise<LocalImage | 'unreadable' | null> {
  const file = await pickFile('image/*', from === 'camera' ? 'user' : undefined);
  if (!file) return null;
  try {
    const { width, height } = await decoded(file);
    return { ...localFile(file), width, height };
  } catch {
    return 'unreadable';
  }
}

/** A browser makes its canvases as it needs them. */
export const PhotoCanvas: FC = () => null;

/** Cuts the frame out and saves it as JPEG of the asked size in bytes, or says why none comes out. */
export async function fitPhoto(image: LocalImage, frame: Frame, size: PhotoSize): Promise<LocalImage | NoFit> {
  const picture = await bitmapOf(image);
  return searchSize(frame, size, async (width, height, quality): Promise<Tried<LocalImage>> => {
    const { canvas } = drawn(picture, frame, { width, height });
    const blob = await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no JPEG came out'))), 'image/jpeg', quality),
    );
    return { bytes: blob.size, value: { ...localFile(blob), width, height } };
  });
}

/** A small copy by which the background is judged. */
export async function thumbnailOf(image: LocalImage): Promise<Thumbnail> {
  const width = THUMBNAIL_WIDTH;
  const height = Math.max(1, Math.round((image.height / image.width) * width));
  const whole = { left: 0, top: 0, width: image.width, height: image.height };
  const { context } = drawn(await bitmapOf(image), whole, { width, height });
  return { width, height, channels: 4, pixels: context.getImageData(0, 0, width, height).data };
}

const bitmapOf = async (image: LocalImage): Promise<ImageBitmap | HTMLImageElement> =>
  decoded(await (await fetch(image.path)).blob());

/** A picture ready to be drawn, upright; Safari before iOS 15 has no bitmaps and decodes elements. */
async function decoded(blob: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in window) return createImageBitmap(blob);
  const url = URL.createObjectURL(blob);
  const image = document.createElement('img');
  image.src = url;
  await image.decode().finally(() => URL.revokeObjectURL(url));
  return image;
}

function drawn(
  picture: ImageBitmap | HTMLImageElement,
  frame: Frame,
  { width, height }: { width: number; height: number },
) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a browser without canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, frame.left, frame.top, frame.width, frame.height, 0, 0, width, height);
  return { canvas, context };
}
