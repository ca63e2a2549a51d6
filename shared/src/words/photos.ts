import type { PhotoFault } from '../rules/photo';
import { looseSentenceOf, looseWordOf, numberIn, textIn } from './table';

/** The colour behind a photo, as people say it. */
export const photoBackgroundWord = looseWordOf({ white: '白色', blue: '蓝色', red: '红色' }, '指定颜色');

// why: both readings of KB are accepted, so the lower bound is told in thousands and the upper in 1024s
const smallKb = (bytes: number): string => `${Math.floor(bytes / 1000)}KB`;
const largeKb = (bytes: number, round: (kb: number) => number): string => `${round(bytes / 1024)}KB`;

/** What is wrong with a photo, and how to mend it. */
export const photoFaultSentence = looseSentenceOf<PhotoFault['code']>(
  {
    'photo-not-jpeg': '照片必须是 JPG（JPEG）格式，只改文件名不行，请重新拍摄或另存为 JPG',
    'photo-not-png': '照片必须是 PNG 格式',
    'photo-damaged': '照片文件不完整，打不开，请重新拍摄或重新选择',
    'photo-too-small-bytes': (data) =>
      `照片文件太小（${smallKb(numberIn(data, 'bytes'))}），不够清晰，请换一张不小于${smallKb(numberIn(data, 'minBytes'))}的照片`,
    'photo-too-large-bytes': (data) =>
      `照片文件太大（${largeKb(numberIn(data, 'bytes'), Math.ceil)}），请压缩到${largeKb(numberIn(data, 'maxBytes'), Math.floor)}以内`,
    'photo-too-low': (data) =>
      `照片高度只有${textIn(data, 'heightPx')}像素，需大于${textIn(data, 'heightAbovePx')}像素，请换一张更清晰的`,
    'photo-too-narrow': (data) =>
      `照片宽度只有${textIn(data, 'widthPx')}像素，需大于${textIn(data, 'widthAbovePx')}像素，请换一张更清晰的`,
    'photo-background': (data) =>
      `照片背景需为${photoBackgroundWord(textIn(data, 'background'))}，请换到${photoBackgroundWord(textIn(data, 'background'))}的墙或幕布前重新拍摄`,
  },
  '照片不符合要求，请按提示重新拍摄',
);
