import { type FileView, files } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { PhotoCanvas, type Refusal, fileAddress, upload } from '../../../platform';
import { BigButton, Group, NoticeBar, Portrait } from '../../../ui';
import { FramedPicture } from '../photo/framed-picture';
import { useFraming } from '../photo/use-framing';
import { RefusalNote } from '../refusal-note';

type Props = { rule: Notice['photo']; photo: FileView | null; onChange: (photo: FileView) => void };

/** Another portrait, by the rule of the notice. */
export function NewPhoto({ rule, photo, onChange }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const framing = useFraming(rule, async (image) => {
    const sent = await upload(files.uploadFile, { query: { purpose: 'photo' } }, image);
    setRefusal(sent.ok ? null : sent);
    if (sent.ok) onChange(sent.data);
    return sent.ok;
  });
  const { picture, trouble } = framing;
  return (
    <Group title="新照片">
      <PhotoCanvas />
      {picture ? (
        <FramedPicture framing={framing} picture={picture} />
      ) : photo ? (
        <Portrait src={fileAddress(photo.url)}>
          <Text>照片符合规格要求，姿势由工作人员审核。</Text>
        </Portrait>
      ) : null}
      {trouble ? <NoticeBar tone="stop">{trouble}</NoticeBar> : null}
      <RefusalNote refusal={refusal} />
      {picture ? (
        <BigButton id="use-photo" text="使用这张照片" busy={framing.busy} onTap={() => void framing.use()} />
      ) : (
        <>
          <BigButton id="take-photo" text="拍照" tone="plain" onTap={() => void framing.pick('camera')} />
          <BigButton id="choose-photo" text="从相册选择" tone="plain" onTap={() => void framing.pick('album')} />
        </>
      )}
    </Group>
  );
}
