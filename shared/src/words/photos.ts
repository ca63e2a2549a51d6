import type { PhotoRule } from '../notice';
import type { PhotoFault } from '../rules/photo';
import { type Data, looseSentenceOf, looseWordOf, numberIn, textIn } from './table';

/** The colour behind a photo, as people say it. */
export const photoBackgroundWord = looseWordOf({ white: '白色', blue: '蓝色', red: '红色' }, '指定颜色');

/** Said in the place of a photo that nobody asked for. */
export const NO_PHOTO = '没有照片，入场时核对身份证件原件';

// why: both readings of KB are accepted, so the lower bound is told in thousands and the upper in 1024s
const smallKb = (bytes: number): string => `${Math.floor(bytes / 1000)}KB`;
const largeKb = (bytes: number, round: (kb: number) => number): string => `${round(bytes / 1024)}KB`;
/** `40–80KB`. */
const kbBounds = (min: number, max: number): string => `${Math.floor(min / 1000)}–${largeKb(max, Math.floor)}`;
const boundsIn = (data: Data): string => kbBounds(numberIn(data, 'minBytes'), numberIn(data, 'maxBytes'));

/** What is wrong with a photo, and how to mend it. */
export const photoFaultSentence = looseSentenceOf<PhotoFault['code']>(
  {
    'photo-not-jpeg': '照片必须是 JPG（JPEG）格式，只改文件名不行，请重新拍摄或另存为 JPG',
    'photo-not-png': '照片必须是 PNG 格式',
    'photo-damaged': '照片文件不完整，打不开，请重新拍摄或重新选择',
    'photo-too-small-bytes': (data) =>
      `照片文件太小（${smallKb(numberIn(data, 'bytes'))}），不够清晰，要 ${boundsIn(data)}，请换一张更清晰的`,
    'photo-too-large-bytes': (data) =>
      `照片文件太大（${largeKb(numberIn(data, 'bytes'), Math.ceil)}），要 ${boundsIn(data)}，请压缩后再传`,
    'photo-too-low': (data) =>
      `照片高度只有${textIn(data, 'heightPx')}像素，需大于${textIn(data, 'heightAbovePx')}像素，请换一张更清晰的`,
    'photo-too-narrow': (data) =>
      `照片宽度只有${textIn(data, 'widthPx')}像素，需大于${textIn(data, 'widthAbovePx')}像素，请换一张更清晰的`,
    'photo-background': (data) =>
      `照片背景需为${photoBackgroundWord(textIn(data, 'background'))}，请换到${photoBackgroundWord(textIn(data, 'background'))}的墙或幕布前重新拍摄`,
  },
  '照片不符合要求，请按提示重新拍摄',
);

/** What a photo lacks, in as few words as serve for many photos at once. */
export const photoLackWord = looseSentenceOf<PhotoFault['code']>(
  {
    'photo-not-jpeg': '要 JPG 格式',
    'photo-not-png': '要 PNG 格式',
    'photo-damaged': '打不开，请重新选择',
    'photo-too-small-bytes': (data) => `要 ${boundsIn(data)}`,
    'photo-too-large-bytes': (data) => `要 ${boundsIn(data)}`,
    'photo-too-low': (data) => `高要大于 ${textIn(data, 'heightAbovePx')} 像素`,
    'photo-too-narrow': (data) => `宽要大于 ${textIn(data, 'widthAbovePx')} 像素`,
    'photo-background': (data) => `要${photoBackgroundWord(textIn(data, 'background'))}背景`,
  },
  '不符合要求',
);

/** All that a notice asks of a photo, for whoever collects those of many. */
export function photoRuleSentence({ bytes, background, format, print, pixels, posing }: PhotoRule): string {
  const asked = [
    ...(bytes ? [kbBounds(bytes.min, bytes.max)] : []),
    ...(background ? [`${photoBackgroundWord(background.value)}背景`] : []),
    ...(format ? [format.value === 'png' ? 'PNG 格式' : 'JPG 格式'] : []),
    ...(print ? [print.value] : []),
    ...(pixels ? [`高大于 ${pixels.heightAbove} 像素、宽大于 ${pixels.widthAbove} 像素`] : []),
    ...posing.map(({ text }) => text).filter((text) => !(print?.value.includes(text) ?? false)),
  ];
  return asked.join('，');
}
