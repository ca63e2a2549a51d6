import { files } from '@jikaotong/shared/contract';
import { type PhotoFault, judgeFrame } from '@jikaotong/shared/rules/photo';
import { photoFaultSentence } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  type LocalImage,
  PhotoCanvas,
  type Refusal,
  choosePhoto,
  fileAddress,
  fitPhoto,
  upload,
} from '../../../platform';
import { BigButton, Group, NoticeBar, Portrait, Source, TextButton } from '../../../ui';
import { type StepMode, leaveStep, nextButtonText } from '../draft/leave-step';
import { StepPage, WithDraft } from '../draft/step-page';
import { type Draft, useSaving } from '../draft/use-draft';
import { RefusalNote } from '../refusal-note';
import { type Crop, INCH, frameOf, startCrop } from './crop';
import { UNREADABLE_PHOTO, judgeLocal, noFitWords } from './judge-local';
import { PhotoCropper } from './photo-cropper';
import { PosingRules } from './posing-rules';

/** ② The portrait: how to pose, then camera or album, crop, and a judgement by the server's own rule. */
export const PhotoScreen = ({ id, way }: { id: string; way: StepMode }) => (
  <WithDraft id={id}>{(draft) => <PhotoStep draft={draft} way={way} />}</WithDraft>
);

/** Where the picture is: none picked, being framed, or turned down with its faults. */
type Stage =
  | { readonly at: 'start' }
  | { readonly at: 'framing'; readonly image: LocalImage; readonly crop: Crop; readonly faults: readonly PhotoFault[] };

/** For a notice without a byte rule: small enough to travel, large enough to print. */
const ANY_SIZE = { minBytes: 20_000, maxBytes: 500_000 };

function PhotoStep({ draft: given, way }: { draft: Draft; way: StepMode }) {
  const { application, notice } = given;
  const rule = notice.photo;
  const [stage, setStage] = useState<Stage>({ at: 'start' });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { save } = useSaving(application.id);

  const pick = async (from: 'camera' | 'album') => {
    setTrouble(null);
    setRefusal(null);
    const image = await choosePhoto(from);
    if (!image) return;
    if (image === 'unreadable') {
      setTrouble(UNREADABLE_PHOTO);
      return;
    }
    setStage({ at: 'framing', image, crop: startCrop(image, INCH), faults: [] });
  };
  const attach = async (image: LocalImage): Promise<void> => {
    const sent = await upload(files.uploadFile, { query: { purpose: 'photo' } }, image);
    if (!sent.ok) {
      setRefusal(sent);
      return;
    }
    if (await save({ photoFileId: sent.data.id })) setStage({ at: 'start' });
  };
  const use = async (image: LocalImage, crop: Crop): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setTrouble(null);
    try {
      const size = rule?.bytes ? { minBytes: rule.bytes.min, maxBytes: rule.bytes.max } : ANY_SIZE;
      const frame = frameOf(crop, image, INCH);
      const tooFew = rule ? judgeFrame(frame, rule) : [];
      if (tooFew.length > 0) {
        setStage({ at: 'framing', image, crop, faults: tooFew });
        return;
      }
      const fitted = await fitPhoto(image, frame, size);
      if (typeof fitted === 'string') {
        setStage({ at: 'framing', image, crop, faults: [] });
        setTrouble(noFitWords(fitted));
        return;
      }
      const faults = await judgeLocal(fitted, rule);
      if (faults.length > 0) setStage({ at: 'framing', image, crop, faults });
      else await attach(fitted);
    } catch {
      // a picture this phone cannot decode
      setTrouble(UNREADABLE_PHOTO);
    } finally {
      setBusy(false);
    }
  };
  const framing = stage.at === 'framing' ? stage : null;
  const hasPhoto = application.photo !== null;
  const action = framing ? (
    <BigButton id="use-photo" text="使用这张照片" busy={busy} onTap={() => void use(framing.image, framing.crop)} />
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
      hint={framing ? '拖动照片，让头部落在虚线框内，头顶留一点空。' : null}
      action={action}
    >
      <PhotoCanvas />
      {framing ? (
        <>
          <PhotoCropper image={framing.image} crop={framing.crop} onChange={(crop) => setStage({ ...framing, crop })} />
          {framing.faults.map(({ code, data }) => (
            <NoticeBar key={code} tone="stop">
              {photoFaultSentence(code, data)}
            </NoticeBar>
          ))}
          {trouble ? <NoticeBar tone="stop">{trouble}</NoticeBar> : null}
          <RefusalNote refusal={refusal} />
          <View className="row-of-texts">
            <TextButton id="another-photo" text="换一张" onTap={() => setStage({ at: 'start' })} />
          </View>
        </>
      ) : (
        <>
          {trouble ? <NoticeBar tone="stop">{trouble}</NoticeBar> : null}
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
