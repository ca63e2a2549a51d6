import type { PhotoFault } from '@jikaotong/shared/rules/photo';

/** Only the codes travel to a reviewer, without the figures that the candidate was told. */
export const FAULT_WORDS: Readonly<Record<PhotoFault['code'], string>> = {
  'photo-not-jpeg': '不是 JPG 文件',
  'photo-not-png': '不是 PNG 文件',
  'photo-damaged': '文件不完整，打不开',
  'photo-too-small-bytes': '文件太小，可能不清晰',
  'photo-too-large-bytes': '文件太大',
  'photo-too-low': '高度不够',
  'photo-too-narrow': '宽度不够',
  'photo-background': '背景颜色可能不对',
};
