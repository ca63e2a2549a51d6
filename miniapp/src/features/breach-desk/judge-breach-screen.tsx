import { type StaffBreachView, breachCases } from '@jikaotong/shared/contract';
import {
  breachSourceWord,
  breachStateWord,
  fullDayWords,
  offeringWords,
  penaltyWord,
  subjectWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Card,
  Cell,
  Choices,
  Group,
  Loaded,
  NoticeBar,
  Page,
  ProseField,
  RefusalMessage,
  Tag,
} from '../../ui';
import { BREACH_TONES, BreachParts, EvidencePart } from '../breach';

type Follows = 'drops' | 'light' | 'serious' | 'printed';

/** One breach before staff: the next step of its procedure, and everything that was said. */
export function JudgeBreachScreen({ id }: { id: string }) {
  const answer = useAnswer(breachCases.getStaffBreach, { params: { id } });
  return answer.state === 'ready' ? (
    <Judge key={answer.data.state} breach={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

const EVIDENCE = { add: breachCases.addBreachEvidence, remove: breachCases.removeBreachEvidence } as const;

function Judge({ breach }: { breach: StaffBreachView }) {
  const step = useStep(breach);
  const { name, offering, sessionName, state, source, witness, openedBy, proposal, decidedBy } = breach;
  return (
    <Page action={step.action}>
      <Card>
        <View className="breach__head">{name}</View>
        <View className="breach__side">
          {offeringWords(offering)} · {sessionName}
        </View>
        <Tag text={breachStateWord(state)} tone={BREACH_TONES[state]} />
      </Card>
      <RefusalMessage refusal={step.refusal} />
      <BreachParts of={breach} />
      <EvidencePart of={breach} {...EVIDENCE} mine="body" />
      <Group title="记录">
        <Cell title="怎么发现的" value={breachSourceWord(source)} />
        {breach.subject && !breach.item ? <Cell title="科目" value={subjectWord(breach.subject)} /> : null}
        <Cell title="登记人" value={openedBy} />
        {witness ? <Cell title="见证人" value={witness} /> : null}
        {decidedBy ? <Cell title="决定人" value={decidedBy} /> : null}
      </Group>
      {proposal ? (
        <Group title={`${proposal.by}的处理意见`}>
          <Cell
            title={proposal.penalty ? penaltyWord(proposal.penalty.cancels) : penaltyWord('none')}
            note={proposal.reason}
          />
          {proposal.penalty?.banUntil ? (
            <Cell title="不得参加至" value={fullDayWords(proposal.penalty.banUntil)} />
          ) : null}
        </Group>
      ) : null}
      {step.form}
    </Page>
  );
}

const OPENING = '/packages/conduct/open/index';

/** What may be done now, by the state. */
function useStep(breach: StaffBreachView) {
  const { id, state, item } = breach;
  const params = { id };
  const notify = useCommand(breachCases.notifyBreach);
  const propose = useCommand(breachCases.proposeBreach);
  const confirm = useCommand(breachCases.confirmBreach);
  const settle = useCommand(breachCases.decideBreachAppeal);
  const [follows, setFollows] = useState<Follows | null>(null);
  const [stands, setStands] = useState<'stands' | 'lifted' | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const refusal = notify.refusal ?? propose.refusal ?? confirm.refusal ?? settle.refusal;
  const said = reason.trim();
  const reasonField = (
    <ProseField
      id="breach-reason"
      label="理由"
      value={reason}
      maxlength={200}
      error={asked && said === '' ? '请写明理由' : null}
      onChange={setReason}
    />
  );
  const button = (buttonId: string, text: string, busy: boolean, onTap: () => void) => (
    <BigButton id={buttonId} text={text} busy={busy} onTap={onTap} />
  );
  switch (state) {
    case 'recorded': {
      const drop = () => {
        setAsked(true);
        if (said !== '') void propose.run({ params, body: { drops: true, reason: said } });
      };
      const form = (
        <Group title="不是违纪" foot="由另一位工作人员决定后结案，不告知本人。">
          {reasonField}
          <Cell id="propose-drop" title="提出不作处理" onTap={drop} />
        </Group>
      );
      return item === null
        ? { refusal, form, action: button('name-item', '写明是哪一条', false, () => open(OPENING, { breach: id })) }
        : {
            refusal,
            form,
            action: button('notify-breach', '告知本人', notify.busy, () => void notify.run({ params })),
          };
    }
    case 'notified': {
      const options = [
        ...(item?.hasSeverity
          ? [
              { key: 'light' as const, text: '按通知处理，情节轻微' },
              { key: 'serious' as const, text: '按通知处理，情节严重' },
            ]
          : [{ key: 'printed' as const, text: '按通知处理' }]),
        { key: 'drops' as const, text: '不作处理' },
      ];
      const go = () => {
        setAsked(true);
        if (follows === null || said === '') return;
        const severity = follows === 'light' || follows === 'serious' ? { severity: follows } : {};
        void propose.run({ params, body: { drops: follows === 'drops', reason: said, ...severity } });
      };
      const form = (
        <Group title="处理意见" foot={`${item ? `按通知：${item.follows}。` : ''}由另一位工作人员决定后生效。`}>
          <Choices label="怎样处理" options={options} value={follows} onChoose={setFollows} />
          {asked && follows === null ? <NoticeBar tone="stop">请选择怎样处理</NoticeBar> : null}
          {reasonField}
        </Group>
      );
      return { refusal, form, action: button('propose-breach', '提出意见', propose.busy, go) };
    }
    case 'proposed': {
      const decide = (agrees: boolean) => void confirm.run({ params, body: { agrees } });
      const form = (
        <Group>
          <Cell id="disagree-breach" title="不同意，退回重新提意见" onTap={() => decide(false)} />
        </Group>
      );
      return { refusal, form, action: button('confirm-breach', '同意并送达', confirm.busy, () => decide(true)) };
    }
    case 'appealed': {
      const go = () => {
        setAsked(true);
        if (stands === null || said === '') return;
        void settle.run({ params, body: { stands: stands === 'stands', reason: said } });
      };
      const form = (
        <Group title="申诉怎么办结">
          <Choices
            label="申诉怎么办结"
            options={[
              { key: 'stands' as const, text: '维持决定' },
              { key: 'lifted' as const, text: '撤销决定，成绩和报名资格恢复' },
            ]}
            value={stands}
            onChoose={setStands}
          />
          {asked && stands === null ? <NoticeBar tone="stop">请选择怎么办结</NoticeBar> : null}
          {reasonField}
        </Group>
      );
      return { refusal, form, action: button('settle-appeal', '办结申诉', settle.busy, go) };
    }
    case 'decided':
    case 'final':
    case 'dropped':
      return { refusal, form: null, action: undefined };
  }
}
