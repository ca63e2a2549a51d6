import {
  type ApplicationView,
  type CorrectionView,
  applications,
  corrections,
  notices,
} from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { correctionStateWord, dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { confirm, useAnswer, useCommand, useOnShow, useSignIn } from '../../../platform';
import { Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage, Tag, TextButton, type Tone } from '../../../ui';
import { SignInGate } from '../../account';
import { useToday } from '../../demonstration';
import { HelpLine, offeringName } from '../../notice';
import { AskForm } from './ask-form';
import { CorrectionSides } from './correction-sides';
import { EvidenceFiles } from './evidence-files';

/** What the candidate asked to have put right and how it stands; with none waiting, another one is asked here. */
export function CorrectionScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  return phase === 'in' ? (
    <Own id={id} />
  ) : (
    <Page>
      <SignInGate why="登录后申请更正。">{null}</SignInGate>
    </Page>
  );
}

/** Who is with staff or approved asks; who has it back mends it alone. */
const ASKABLE: readonly ApplicationView['state'][] = ['submitted', 'approved'];

function Own({ id }: { id: string }) {
  const application = useAnswer(applications.getApplication, { params: { id } });
  const asked = useAnswer(corrections.listCorrections, { params: { id } });
  useOnShow(() => (asked.state === 'ready' ? asked.refresh() : undefined));
  return (
    <Page>
      <Loaded answer={application}>
        {(view) => <Loaded answer={asked}>{({ items }) => <Corrections application={view} items={items} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Corrections({ application, items }: { application: ApplicationView; items: CorrectionView[] }) {
  const notice = useAnswer(notices.getNotice, { params: { id: application.noticeId } });
  const today = useToday();
  const isOpen = items.some(({ state }) => state === 'open');
  return (
    <>
      <Heading title="申请更正">{offeringName(application.offering)}</Heading>
      {items.map((one) => (
        <Asked key={one.id} of={one} />
      ))}
      {isOpen ? null : ASKABLE.includes(application.state) ? (
        <Loaded answer={notice}>
          {({ notice: text }) => (
            <>
              <NoticeBar tone="info">工作人员对照证明材料办理，结果会通知您。已发的准考证会换新号。</NoticeBar>
              <AskForm key={items.length} application={application} notice={text} on={today} onDone={() => undefined} />
              <HelpLine contacts={text.contacts} />
            </>
          )}
        </Loaded>
      ) : (
        <NoticeBar tone="warn">
          {application.state === 'returned' ? '这份报名已退回，请直接在报名里修改。' : '这份报名现在不能申请更正。'}
        </NoticeBar>
      )}
    </>
  );
}

const TONES: Readonly<Record<CorrectionView['state'], Tone>> = {
  open: 'warn',
  accepted: 'go',
  refused: 'stop',
  withdrawn: 'quiet',
  dropped: 'quiet',
};

function Asked({ of }: { of: CorrectionView }) {
  const today = useToday();
  const withdraw = useCommand(corrections.withdrawCorrection);
  const { id, state, reason, refusal, evidence, askedAt } = of;
  const giveUp = async () => {
    if (await confirm({ title: '撤回更正申请', text: '撤回后可以重新申请。', yes: '撤回' }))
      await withdraw.run({ params: { id } });
  };
  return (
    <>
      <Group
        title={`${dayWords(dayAt(askedAt), today)}申请`}
        foot={
          state === 'open' ? (
            <TextButton id="withdraw-correction" text="撤回这份申请" onTap={() => void giveUp()} />
          ) : null
        }
      >
        <Cell title="办理情况" value={<Tag text={correctionStateWord(state)} tone={TONES[state]} />} />
        <CorrectionSides of={of} />
        <Cell title="原因" note={reason} />
        {refusal ? <Cell title="没有同意的原因" note={refusal} /> : null}
        {evidence.length > 0 ? (
          <View className="paper-in">
            <EvidenceFiles files={evidence} />
          </View>
        ) : null}
      </Group>
      <RefusalMessage refusal={withdraw.refusal} />
    </>
  );
}
