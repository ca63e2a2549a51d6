import { type StaffObjectionView, objections } from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords, objectionStateWord, objectionSubjectWord, offeringWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dial, open, useAnswer, useCommand, viewFile } from '../../platform';
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
import { OBJECTION_TONES } from './objection-list-screen';

/** One objection before staff: who says what of which line, the answer, and what became of it. */
export function JudgeObjectionScreen({ id }: { id: string }) {
  const answer = useAnswer(objections.getStaffObjection, { params: { id } });
  return answer.state === 'ready' ? (
    <Judge key={answer.data.state} of={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

const momentOf = (ms: number): string => `${fullDayWords(dayAt(ms))} ${timeAt(ms)}`;

function Judge({ of }: { of: StaffObjectionView }) {
  const { line, by, files, state } = of;
  const step = useStep(of);
  return (
    <Page action={step.action}>
      <Card>
        <View>{objectionSubjectWord(of.subject)}</View>
        <View>{of.sessionName}</View>
        <Tag text={objectionStateWord(state)} tone={OBJECTION_TONES[state]} />
      </Card>
      <RefusalMessage refusal={step.refusal} />
      <Group title="被提异议的考生">
        <Cell title={line.name} note={offeringWords(line.offering)} value={line.ticketNumber} />
        <Cell
          id="open-application"
          title="查看报名和材料"
          onTap={() => open('/packages/review/review/index', { id: line.applicationId })}
        />
      </Group>
      <Group title="异议">
        <Cell title={of.reasons} note={`${momentOf(of.filedAt)} 提出`} />
        {files.map((file, at) => (
          <Cell key={file.id} id={`evidence-${at + 1}`} title={`证据 ${at + 1}`} onTap={() => void viewFile(file)} />
        ))}
      </Group>
      <Group title="提出人" foot="只有办理的工作人员能看到，不要告诉被提异议的考生。">
        <Cell title={by.name} value={by.phone} onTap={() => dial(by.phone)} />
      </Group>
      {of.answer !== null && of.decidedAt !== null ? (
        <Group title="答复">
          <Cell title={of.answer} note={`${of.decidedByName ?? ''} ${momentOf(of.decidedAt)}`} />
        </Group>
      ) : null}
      {of.settlement !== null && of.settledAt !== null ? (
        <Group title="怎么处理的">
          <Cell title={of.settlement} note={`${of.settledByName ?? ''} ${momentOf(of.settledAt)}`} />
        </Group>
      ) : null}
      {step.form}
    </Page>
  );
}

/** What may be done now, by the state. */
function useStep({ id, state, mayDecide }: StaffObjectionView) {
  const params = { id };
  const decide = useCommand(objections.decideObjection);
  const settle = useCommand(objections.settleObjection);
  const [outcome, setOutcome] = useState<'upheld' | 'rejected' | null>(null);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const refusal = decide.refusal ?? settle.refusal;
  const said = words.trim();
  const field = (label: string) => (
    <ProseField
      id="objection-words"
      label={label}
      value={words}
      maxlength={400}
      error={asked && said === '' ? '请写明，提出人会看到' : null}
      onChange={setWords}
    />
  );
  if (state === 'open' && !mayDecide)
    return {
      refusal,
      action: undefined,
      form: <NoticeBar tone="info">这位考生的成绩由您登记或复核过，请别人来答复。</NoticeBar>,
    };
  if (state === 'open') {
    const go = () => {
      setAsked(true);
      if (outcome !== null && said !== '') void decide.run({ params, body: { outcome, answer: said } });
    };
    return {
      refusal,
      action: <BigButton id="decide-objection" text="答复" busy={decide.busy} onTap={go} />,
      form: (
        <Group title="答复" foot="成立的，这位考生的证书继续等候，处理完再办结；更正成绩、立案处理在各自的页面办。">
          <Choices
            label="异议是否成立"
            options={[
              { key: 'rejected' as const, text: '不成立' },
              { key: 'upheld' as const, text: '成立，要处理' },
            ]}
            value={outcome}
            onChoose={setOutcome}
          />
          {asked && outcome === null ? <NoticeBar tone="stop">请选择是否成立</NoticeBar> : null}
          {field('理由')}
        </Group>
      ),
    };
  }
  if (state === 'upheld') {
    const go = () => {
      setAsked(true);
      if (said !== '') void settle.run({ params, body: { settlement: said } });
    };
    return {
      refusal,
      action: <BigButton id="settle-objection" text="办结" busy={settle.busy} onTap={go} />,
      form: <Group foot="办结后，这位考生不再因为这件异议等候。">{field('怎么处理的')}</Group>,
    };
  }
  return { refusal, action: undefined, form: null };
}
