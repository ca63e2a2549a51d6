import { photoFaultSentence } from '@jikaotong/shared/words';
import { NoticeBar } from '../../../ui';
import { PhotoCropper } from './photo-cropper';
import type { Framing, Picture } from './use-framing';

/** The picture under its frame, and what is wrong with it. */
export function FramedPicture({ framing, picture }: { framing: Framing; picture: Picture }) {
  return (
    <>
      <PhotoCropper image={picture.image} crop={picture.crop} onChange={framing.move} />
      {picture.faults.map(({ code, data }) => (
        <NoticeBar key={code} tone="stop" isAnswer>
          {photoFaultSentence(code, data)}
        </NoticeBar>
      ))}
    </>
  );
}
