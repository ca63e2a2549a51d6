import { files } from '@jikaotong/shared/contract';
import type { PhotoRule } from '@jikaotong/shared/notice';
import { photoFaultSentence } from '@jikaotong/shared/words';
import { useState } from 'react';
import { PhotoCanvas, type Refusal, choosePhoto, fileAddress, fitPhoto, upload } from '../../../platform';
import { Check, Group, NoticeBar, Portrait, Source, TextButton } from '../../../ui';
import { RefusalNote } from '../refusal-note';
import { INCH, frameOf, startCrop } from './crop';
import { UNREADABLE_PHOTO, judgeLocal, noFitWords } from './judge-local';

/** Small enough to travel, large enough to print, where the notice states no size. */
const ANY_SIZE = { minBytes: 20_000, maxBytes: 500_000 };

type Props = {
  rule: PhotoRule | null;
  /** The picture known from before; null while there is none. */
  known: string | null;
  /** Asks whether the known picture stays, for it is of an earlier entry; null: it stays. */
  keeping: { readonly checked: boolean; readonly onChange: (checked: boolean) => void } | null;
  onUploaded: (fileId: string) => void;
};

/** One picture, framed by itself and judged by the server's own rule before it travels. */
export function PortraitPicker({ rule, known, keeping, onUploaded }: Props) {
  const [shown, setShown] = useState<string | null>(known === null ? null : fileAddress(known));
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [isNew, setIsNew] = useState(false);
  const size = rule?.bytes ? { minBytes: rule.bytes.min, maxBytes: rule.bytes.max } : ANY_SIZE;
  const asks = known !== null && !isNew ? keeping : null;

  const pick = async (from: 'camera' | 'album') => {
    setRefusal(null);
    setTroubles([]);
    const image = await choosePhoto(from);
    if (!image) return;
    if (image === 'unreadable') {
      setTroubles([UNREADABLE_PHOTO]);
      return;
    }
    setBusy(true);
    try {
      const fitted = await fitPhoto(image, frameOf(startCrop(image, INCH), image, INCH), size);
      if (typeof fitted === 'string') {
        setTroubles([noFitWords(fitted)]);
        return;
      }
      const faults = await judgeLocal(fitted, rule);
      if (faults.length > 0) setTroubles(faults.map(({ code, data }) => photoFaultSentence(code, data)));
      else {
        const sent = await upload(files.uploadFile, { query: { purpose: 'photo' } }, fitted);
        if (!sent.ok) setRefusal(sent);
        else {
          setShown(fitted.path);
          setIsNew(true);
          onUploaded(sent.data.id);
        }
      }
    } catch {
      // a picture this phone cannot decode
      setTroubles([UNREADABLE_PHOTO]);
    } finally {
      setBusy(false);
    }
  };
  const background = rule?.background;
  return (
    <Group
      title={background?.value === 'blue' ? '蓝底证件照' : background?.value === 'white' ? '白底证件照' : '证件照'}
    >
      <PhotoCanvas />
      <Portrait
        src={shown}
        ways={
          <>
            <TextButton id="choose-photo" text="从相册选择" onTap={() => void pick('album')} />
            <TextButton id="take-photo" text="拍照" onTap={() => void pick('camera')} />
          </>
        }
      >
        {busy
          ? '正在处理照片'
          : asks
            ? '上次报名时的照片。'
            : shown
              ? '照片底色符合要求。'
              : `请用${background?.value === 'blue' ? '蓝色' : '纯色'}背景的免冠证件照。`}
        {background ? <Source of={background.source}>照片底色要求</Source> : null}
      </Portrait>
      {asks ? <Check id="keep-photo" text="是本人，仍用这张照片" {...asks} /> : null}
      {troubles.map((trouble) => (
        <NoticeBar key={trouble} tone="stop">
          {trouble}
        </NoticeBar>
      ))}
      <RefusalNote refusal={refusal} />
    </Group>
  );
}
