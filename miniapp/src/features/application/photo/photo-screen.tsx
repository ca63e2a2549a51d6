import { files } from '@jikaotong/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { PhotoCanvas, type Refusal, fileAddress, scrollToRefusal, upload } from '../../../platform';
import { BigButton, Group, NoticeBar, Portrait, Source, TextButton } from '../../../ui';
import { type StepMode, leaveStep, nextButtonText } from '../draft/leave-step';
import { StepPage, WithDraft } from '../draft/step-page';
import { type Draft, useSaving } from '../draft/use-draft';
import { RefusalNote } from '../refusal-note';
import { FramedPicture } from './framed-picture';
import { PosingRules } from './posing-rules';
import { useFraming } from './use-framing';

/** ② The portrait: how to pose, then camera or album, crop, and a judgement by the server's own rule. */
export const PhotoScreen = ({ id, way }: { id: string; way: StepMode }) => (
  <WithDraft id={id}>{(draft) => <PhotoStep draft={draft} way={way} />}</WithDraft>
);

function PhotoStep({ draft: given, way }: { draft: Draft; way: StepMode }) {
  const { application, notice } = given;
  const rule = notice.photo;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { save } = useSaving(application.id);
  const framing = useFraming(rule, async (image) => {
    setRefusal(null);
    const sent = await upload(files.uploadFile, { query: { purpose: 'photo' } }, image);
    if (sent.ok) return save({ photoFileId: sent.data.id });
    setRefusal(sent);
    return false;
  });
  const { picture, trouble } = framing;
  const pick = (from: 'camera' | 'album') => {
    setRefusal(null);
    return framing.pick(from);
  };
  const usePhoto = async () => {
    await framing.use();
    scrollToRefusal();
  };
  const hasPhoto = application.photo !== null;
  const action = picture ? (
    <BigButton id="use-photo" text="使用这张照片" busy={framing.busy} onTap={() => void usePhoto()} />
  ) : hasPhoto ? (
    <BigButton id="next-step" text={nextButtonText(way)} onTap={() => leaveStep('photo', given, way)} />
  ) : (
    <>
      <BigButton id="take-photo" text="拍照" onTap={() => void pick('camera')} />
      <BigButton id="choose-photo" text="从相册选择" tone="plain" onTap={() => void pick('album')} />
    </>
  );
  return (
    <StepPage
      step="photo"
      draft={given}
      hint={picture ? '拖动照片，让头部落在虚线框内，头顶留一点空。' : null}
      action={action}
    >
      <PhotoCanvas />
      {picture ? (
        <>
          <FramedPicture framing={framing} picture={picture} />
          {trouble ? (
            <NoticeBar tone="stop" isAnswer>
              {trouble}
            </NoticeBar>
          ) : null}
          <RefusalNote refusal={refusal} />
          <View className="row-of-texts">
            <TextButton id="another-photo" text="换一张" onTap={framing.drop} />
          </View>
        </>
      ) : (
        <>
          {trouble ? (
            <NoticeBar tone="stop" isAnswer>
              {trouble}
            </NoticeBar>
          ) : null}
          {application.photo ? (
            <Group title="已上传">
              <Portrait
                src={fileAddress(application.photo.url)}
                ways={
                  <>
                    <TextButton id="retake-photo" text="重新拍摄" onTap={() => void pick('camera')} />
                    <TextButton id="rechoose-photo" text="从相册换一张" onTap={() => void pick('album')} />
                  </>
                }
              >
                <Text>照片符合规格要求，姿势由工作人员审核。</Text>
              </Portrait>
            </Group>
          ) : null}
          {rule ? <PosingRules rule={rule} /> : null}
          {rule?.bytes ? (
            <View className="aside">
              <Source of={rule.bytes.source}>拍好后自动裁剪并压缩到规定大小</Source>
            </View>
          ) : null}
        </>
      )}
    </StepPage>
  );
}
