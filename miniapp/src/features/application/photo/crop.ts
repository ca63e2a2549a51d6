import type { Frame } from '../../../platform';

/** Which part of a picture is kept: the middle of the frame in the picture's own pixels, and how far it is drawn near. */
export type Crop = { readonly zoom: number; readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };

/** One inch is 25 mm × 35 mm. */
export const INCH: Size = { width: 25, height: 35 };
export const MOST_ZOOM = 4;

/** The largest frame of the shape, in the middle and towards the upper edge, where heads are. */
export const startCrop = (picture: Size, shape: Size): Crop =>
  kept({ zoom: 1, x: picture.width / 2, y: picture.height * 0.45 }, picture, shape);

/** The frame after a drag, told as a share of the frame's own size: the picture follows the finger. */
export function dragged(crop: Crop, by: { across: number; down: number }, picture: Size, shape: Size): Crop {
  const frame = frameOf(crop, picture, shape);
  return kept({ ...crop, x: crop.x - by.across * frame.width, y: crop.y - by.down * frame.height }, picture, shape);
}

/** The frame after drawing near (above 1) or away. */
export const zoomed = (crop: Crop, factor: number, picture: Size, shape: Size): Crop =>
  kept({ ...crop, zoom: clamp(crop.zoom * factor, 1, MOST_ZOOM) }, picture, shape);

/** The kept part in the picture's own pixels; it never leaves the picture. */
export function frameOf(crop: Crop, picture: Size, shape: Size): Frame {
  const { width, height } = sizeAt(crop.zoom, picture, shape);
  return { left: crop.x - width / 2, top: crop.y - height / 2, width, height };
}

function kept(crop: Crop, picture: Size, shape: Size): Crop {
  const { width, height } = sizeAt(crop.zoom, picture, shape);
  return {
    zoom: crop.zoom,
    x: clamp(crop.x, width / 2, picture.width - width / 2),
    y: clamp(crop.y, height / 2, picture.height - height / 2),
  };
}

function sizeAt(zoom: number, picture: Size, shape: Size): Size {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height) / zoom;
  return { width: shape.width * scale, height: shape.height * scale };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
