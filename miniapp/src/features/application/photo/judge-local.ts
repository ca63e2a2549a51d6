import type { PhotoRule } from '@jikaotong/shared/notice';
import { type PhotoFault, borderSharesOf, judgePhoto } from '@jikaotong/shared/rules/photo';
import { type LocalImage, bytesOf, thumbnailOf } from '../../../platform';
import { formatOf } from './format-of';

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
