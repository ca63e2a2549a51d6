import { type SlipView, slips } from '@jikaotong/shared/contract';
import { slipStateSentence, slipStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, confirm, open, openFile, useAnswer, useCommand, useOnShow, useSignIn } from '../../platform';
import { BigButton, Card, Cell, Empty, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page, Qr } from '../../ui';
import { SignInGate } from '../account';
import { offeringName } from '../notice';
import { BringList } from './bring-list';
import { CounterDaysView } from './counter-days-view';
import { codeInGroups } from './slip-code';
import './counter.scss';

/** The slip that is shown at the counter: code to scan or type, what to bring, and when the counter opens. */
export function SlipScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <Slip id={id} />;
  return (
    <Page>
      <SignInGate why="登录后出示您的现场报名单。">{null}</SignInGate>
    </Page>
  );
}

function Slip({ id }: { id: string }) {
  const answer = useAnswer(slips.getSlip, { params: { id } });
  // the clerk may have confirmed it, or the candidate changed what it stands for
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  const isMissing = answer.state === 'refused' && answer.refusal.code === 'not-found';
  const edit = () => open('/packages/apply/form/index', { id });
  if (isMissing) {
    return (
      <Page>
        <Empty title="还没有生成现场报名单" action="去填写" onAction={edit}>
          填好以后，最后一步会生成报名单。
        </Empty>
      </Page>
    );
  }
  if (answer.state === 'ready') return <SlipDetails slip={answer.data} onEdit={edit} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function SlipDetails({ slip, onEdit }: { slip: SlipView; onEdit: () => void }) {
  const { applicationId: id, state, code, link } = slip;
  const renewal = useCommand(slips.createSlip);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    const reply = await openFile(
      slips.downloadSlip,
      { params: { id } },
      { name: `现场报名单-${slip.candidateName}`, kind: 'pdf' },
    );
    setRefusal(reply.ok ? null : reply);
    setBusy(false);
  };
  const renew = async () => {
    const sure = { title: '重新生成', text: '会换一个新的二维码，旧的马上作废，已打印的也不能再用。', yes: '重新生成' };
    if (await confirm(sure)) await renewal.run({ params: { id } });
  };
  const action =
    state === 'waiting' ? (
      <BigButton id="print-slip" text="保存或打印报名单" busy={busy} onTap={() => void print()} />
    ) : state === 'sent-back' ? (
      <BigButton id="mend-slip" text="去修改" onTap={onEdit} />
    ) : (
      <BigButton id="see-application" text="查看进度" onTap={() => open('/packages/apply/detail/index', { id })} />
    );
  return (
    <Page action={action}>
      <Heading title="现场报名单">{slip.bodyName}</Heading>
      {state === 'waiting' ? null : (
        <NoticeBar tone={TONES[state]} title={slipStateWord(state)}>
          {slipStateSentence(state)}
          {slip.note ? <View>{slip.note}</View> : null}
        </NoticeBar>
      )}
      <Card>
        <View className="slip">
          <View className="slip__name">{slip.candidateName}</View>
          <View className="slip__side">{offeringName(slip.offering)}</View>
          <View className="slip__side">{slip.sessionName}</View>
          {state === 'waiting' && code && link ? (
            <>
              <Qr text={link} label="现场报名单二维码" />
              <View className="slip__code" id="slip-code">
                {codeInGroups(code)}
              </View>
              <View className="slip__side">向窗口工作人员出示，窗口确认后才算报名</View>
            </>
          ) : null}
        </View>
      </Card>
      {state === 'waiting' || state === 'sent-back' ? (
        <>
          <BringList slip={slip} />
          <CounterDaysView counter={slip.counter} />
          <Group>
            <Cell
              id="edit-application"
              title="修改填写的内容"
              note="二维码不变，窗口看到的总是最新内容"
              onTap={onEdit}
            />
            {state === 'waiting' ? (
              <Cell id="renew-slip" title="重新生成" note="二维码被别人拍到时使用" onTap={() => void renew()} />
            ) : null}
          </Group>
        </>
      ) : null}
      <RefusalMessage refusal={refusal ?? renewal.refusal} />
    </Page>
  );
}

const TONES = { 'sent-back': 'warn', confirmed: 'go', ended: 'stop' } as const;
