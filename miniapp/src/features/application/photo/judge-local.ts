import type { PhotoRule } from '@jikaotong/shared/notice';
import { type PhotoFault, borderSharesOf, judgePhoto } from '@jikaotong/shared/rules/photo';
import { type LocalImage, type NoFit, bytesOf, thumbnailOf } from '../../../platform';
import { formatOf } from './format-of';

/** What is said of a file that this phone cannot open as a picture. */
export const UNREADABLE_PHOTO = '照片打不开，请重新拍摄或换一张';

/** Why no file of the asked size came out. */
export const noFitWords = (why: NoFit): string =>
  why === 'too-light'
    ? '照片太小，或者画面几乎空白，达不到要求的文件大小。请重新拍摄，或换一张没有缩小过的原图'
    : '这张照片压缩不到要求的大小，请换一张';

/** Judges a picture on this phone by the same rule as the server; an empty list is a yes. */
export async function judgeLocal(image: LocalImage, rule: PhotoRule | null): Promise<readonly PhotoFault[]> {
  if (!rule) return [];
  const bytes = await bytesOf(image);
  return judgePhoto(
    {
      bytes: bytes.length,
      format: formatOf(bytes),
      damaged: false,
      widthPx: image.width,
      heightPx: image.height,
      border: borderSharesOf(await thumbnailOf(image)),
    },
    rule,
  );
}
