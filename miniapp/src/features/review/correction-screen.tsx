import { type StaffCorrectionView, applications, corrections } from '@jikaotong/shared/contract';
import { correctionStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { isOutdated, open, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  Phrases,
  ProseField,
  RefusalMessage,
  Sheet,
  Tag,
} from '../../ui';
import { CorrectionSides, EvidenceFiles } from '../application';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { momentWords, useStaff, useTooLate } from '../staff';
import { CORRECTION_PHRASES } from './quick-phrases';
import './review.scss';

/** What a candidate asks to have put right: old beside new, what proves it, and the decision. */
export function CorrectionScreen({ id }: { id: string }) {
  const answer = useAnswer(corrections.getStaffCorrection, { params: { id } });
  return answer.state === 'ready' ? (
    <Decide correction={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Decide({ correction }: { correction: StaffCorrectionView }) {
  const { id, bodyId, applicationId, candidateName, offering, sessionName, state, reason, refusal } = correction;
  const { may } = useStaff();
  const today = useToday();
  const { late, reload, unsaid } = useTooLate();
  const decide = useCommand(corrections.decideCorrection);
  const [isRefusing, setIsRefusing] = useState(false);
  const send = async (body: { accept: true } | { accept: false; reason: string }) => {
    const reply = await decide.run({ params: { id }, body });
    setIsRefusing(false);
    if (reply.ok) toast('已办理，考生会收到通知');
    else if (isOutdated(reply.code)) await reload();
  };
  const decides = state === 'open' && may(corrections.decideCorrection, bodyId);
  return (
    <Page
      action={
        decides ? (
          <>
            <RefusalMessage refusal={isRefusing ? null : unsaid(decide.refusal)} />
            <View className="decision">
              <BigButton id="refuse-correction" text="不同意" tone="plain" onTap={() => setIsRefusing(true)} />
              <BigButton
                id="accept-correction"
                text="同意更正"
                busy={decide.busy}
                onTap={() => void send({ accept: true })}
              />
            </View>
          </>
        ) : undefined
      }
    >
      <Heading title={candidateName ?? '考生'}>
        <View>{offeringName(offering)}</View>
        <View>
          {sessionName}　{momentWords(correction.askedAt, today)} 申请更正
        </View>
        <Tag text={correctionStateWord(state)} tone={state === 'open' ? 'warn' : 'quiet'} />
      </Heading>
      {late ? <NoticeBar tone="warn" title="同事已经办理了这份申请，结果如下" /> : null}
      <Reissues of={correction} />
      <Group title="更正的内容">
        <CorrectionSides of={correction} />
      </Group>
      <Group title="原因和证明材料">
        <Cell title="考生写的原因" note={reason} />
        {correction.evidence.length > 0 ? (
          <View className="earlier">
            <EvidenceFiles files={correction.evidence} />
          </View>
        ) : (
          <Cell title="没有上传证明材料" />
        )}
        {refusal ? <Cell title="不同意的原因" note={refusal} /> : null}
        {may(applications.getReview, bodyId) ? (
          <Cell
            id="see-review"
            title="看整份报名"
            onTap={() => open('/packages/review/review/index', { id: applicationId })}
          />
        ) : null}
      </Group>
      {isRefusing ? (
        <RefuseSheet
          busy={decide.busy}
          onRefuse={(text) => void send({ accept: false, reason: text })}
          onClose={() => setIsRefusing(false)}
        />
      ) : null}
    </Page>
  );
}

/** What else changes when it is accepted. */
function Reissues({ of: { reissues, documentReason } }: { of: StaffCorrectionView }) {
  return (
    <>
      {reissues.includes('ticket') ? (
        <NoticeBar tone="info">同意后，原准考证作废，系统换发新号准考证，座位不变。</NoticeBar>
      ) : null}
      {reissues.includes('certificate') ? (
        <NoticeBar tone="warn">考生已有证书：同意后证书会标为“待换发”，由发布员在证书页换发。</NoticeBar>
      ) : null}
      {documentReason === 'mistyped' ? (
        <NoticeBar tone="warn">证件号码原来填错：请核对证件确属考生本人，同意后按新号码认人。</NoticeBar>
      ) : null}
    </>
  );
}

type SheetProps = { busy: boolean; onRefuse: (reason: string) => void; onClose: () => void };

function RefuseSheet({ busy, onRefuse, onClose }: SheetProps) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      title="不同意更正"
      onClose={onClose}
      action={
        <BigButton
          id="send-refusal"
          text={reason.trim() === '' ? '请先写原因' : '不同意'}
          tone="danger"
          busy={busy}
          disabled={reason.trim() === ''}
          onTap={() => onRefuse(reason.trim())}
        />
      }
    >
      <ProseField id="refusal-reason" label="原因（考生看得到）" maxlength={200} value={reason} onChange={setReason} />
      <Phrases id="refusal-phrase" phrases={CORRECTION_PHRASES} onChoose={setReason} />
    </Sheet>
  );
}
