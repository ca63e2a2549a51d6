import { files } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import {
  type Handwriting,
  type Refusal,
  SigningSheet,
  fileAddress,
  newHandwriting,
  pictureOf,
  scrollIntoSight,
  upload,
  useLargeType,
} from '../../../platform';
import { BigButton, Group, Picture, TextButton, aria } from '../../../ui';
import { type StepMode, leaveStep, nextButtonText } from '../draft/leave-step';
import { StepPage, WithDraft } from '../draft/step-page';
import { type Draft, useSaving } from '../draft/use-draft';
import { RefusalNote } from '../refusal-note';

/** ⑤ The candidate's signature, which goes onto the form and the letters. */
export const SignatureScreen = ({ id, way }: { id: string; way: StepMode }) => (
  <WithDraft id={id}>{(draft) => <SignatureStep draft={draft} way={way} />}</WithDraft>
);

function SignatureStep({ draft, way }: { draft: Draft; way: StepMode }) {
  const { application } = draft;
  const [handwriting] = useState(newHandwriting);
  const [again, setAgain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [blank, setBlank] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { save } = useSaving(application.id);
  // what was missing is there now: the note goes with the stroke
  useEffect(() => handwriting.onEnd(() => !handwriting.isBlank() && setBlank(false)), [handwriting]);

  const send = async (): Promise<void> => {
    const picture = await pictureOf(handwriting);
    if (!picture) return;
    const sent = await upload(files.uploadFile, { query: { purpose: 'signature' } }, picture);
    if (!sent.ok) setRefusal(sent);
    else if (await save({ signatureFileId: sent.data.id })) leaveStep('signature', draft, way);
  };
  const take = async (): Promise<void> => {
    setBlank(handwriting.isBlank());
    if (handwriting.isBlank()) return;
    setBusy(true);
    setRefusal(null);
    await send();
    setBusy(false);
  };
  const signed = application.signature && !again ? application.signature : null;
  return (
    <StepPage
      step="signature"
      draft={draft}
      obstacle={blank ? '还没有签名，请在框里签上姓名' : null}
      hint="请用手指在下面的框里签上本人姓名，签名会印在申报表和承诺书上。"
      action={
        signed ? (
          <BigButton id="next-step" text={nextButtonText(way)} onTap={() => leaveStep('signature', draft, way)} />
        ) : (
          <BigButton id="use-signature" text="确认签名" busy={busy} onTap={() => void take()} />
        )
      }
    >
      <RefusalNote refusal={refusal} />
      {signed ? (
        <Group title="您的签名">
          <Picture className="signed" src={fileAddress(signed.url)} mode="aspectFit" label="您的签名" />
        </Group>
      ) : (
        <SignatureBox handwriting={handwriting} />
      )}
      <View className="row-of-texts">
        {signed ? (
          <TextButton id="sign-again" text="重新签名" onTap={() => setAgain(true)} />
        ) : (
          <TextButton id="clear-signature" text="清除重签" onTap={handwriting.clear} />
        )}
      </View>
    </StepPage>
  );
}

/** `catchMove`: the page stays where it is while a finger writes. */
function SignatureBox({ handwriting }: { handwriting: Handwriting }) {
  const [large] = useLargeType();
  useEffect(() => {
    // in large type the box would begin behind the button
    if (large) scrollIntoSight('.signature');
  }, [large]);
  return (
    <View className="signature" catchMove {...aria({ role: 'img', label: '签名框，请用手指签名' })}>
      <SigningSheet handwriting={handwriting} />
    </View>
  );
}
