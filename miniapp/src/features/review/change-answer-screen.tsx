import { type ReplyOf, type ReviewView, sessionChanges } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, examDaysWords, sessionChangeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, confirm, open, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Choices,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  Phrases,
  ProseField,
  RefusalMessage,
} from '../../ui';
import { type ChoiceKey, answerOf, questionOf, sessionChangeOptions } from '../application';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';
import { CandidateActs, OneCandidate } from './one-candidate';

type Told = ReplyOf<typeof sessionChanges.getChangeOfCandidate>;
type Change = NonNullable<Told['change']>;

/** From an application to what its candidate said of a changed session; nothing where nothing changed. */
export function ChangeAnswerLink({ review: { id, bodyId } }: { review: ReviewView }) {
  const { may } = useStaff();
  const sees = may(sessionChanges.getChangeOfCandidate, bodyId);
  const answer = useAnswer(sessionChanges.getChangeOfCandidate, { params: { id } }, { enabled: sees });
  const change = answer.state === 'ready' ? answer.data.change : null;
  if (!change) return null;
  return (
    <Group>
      <Cell
        id="see-change-answer"
        title={`批次${sessionChangeWord(change.kind)}`}
        note={saidWords(change)}
        onTap={() => open('/packages/review/answer/index', { id })}
      />
    </Group>
  );
}

/**
 * One candidate for whoever plans the exam. Where the session was changed, what they tell by phone or at the counter is noted
 * here, after the last day too.
 */
export function ChangeAnswerScreen({ id }: { id: string }) {
  const answer = useAnswer(sessionChanges.getChangeOfCandidate, { params: { id } });
  const today = useToday();
  if (answer.state === 'ready')
    return answer.data.change ? (
      <Answer id={id} told={answer.data} change={answer.data.change} today={today} />
    ) : (
      <OneCandidate id={id} />
    );
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

const HOW = ['考生打电话说的', '考生在窗口说的'] as const;

type Props = { id: string; told: Told; change: Change; today: LocalDate };

function Answer({ id, told, change, today }: Props) {
  const [key, setKey] = useState<ChoiceKey | null>(null);
  const [reason, setReason] = useState('');
  const answer = useCommand(sessionChanges.answerForCandidate);
  const send = async () => {
    if (key === null) return;
    const question = questionOf(key, change);
    if (question && !(await confirm(question))) return;
    const said = { ...answerOf(key), reason: reason.trim() };
    if (!(await answer.run({ params: { id }, body: said })).ok) return;
    toast('已记下');
    back();
  };
  const lacks = key === null ? '请先选一项' : reason.trim() === '' ? '请先写怎么得知的' : null;
  return (
    <Page
      action={
        told.open ? (
          <>
            <RefusalMessage refusal={answer.refusal} />
            <BigButton
              id="note-choice"
              text="记下考生的选择"
              tone={key === 'leave' ? 'danger' : 'primary'}
              busy={answer.busy}
              waitsFor={lacks}
              onTap={() => void send()}
            />
          </>
        ) : undefined
      }
    >
      <Heading title={told.candidateName}>
        <View>
          {change.sessionName}
          {sessionChangeWord(change.kind)}
        </View>
      </Heading>
      <Group title="批次变动">
        <Cell title="原来的考试日期" value={examDaysWords(change.before, today)} />
        <Cell title="现在的考试日期" value={change.after ? examDaysWords(change.after, today) : '不再举行'} />
        {change.until ? <Cell title="考生选择的截止日" value={dayWords(change.until, today)} /> : null}
        <Cell title="考生的选择" value={saidWords(change)} />
      </Group>
      {told.late ? (
        <NoticeBar tone="warn" title="选择的时间已过">
          考生自己已经不能选。考试还没有举行，您核实后可以替考生记下。
        </NoticeBar>
      ) : null}
      {told.open ? (
        <>
          <Group title="考生怎么说">
            <Choices<ChoiceKey>
              label="考生怎么说"
              options={sessionChangeOptions(change, today)}
              value={key}
              onChoose={setKey}
            />
          </Group>
          <Group title="怎么得知的（留档）">
            <ProseField id="choice-reason" label="写明来源" maxlength={200} value={reason} onChange={setReason} />
            <Phrases id="choice-reason-phrase" phrases={HOW} onChoose={setReason} />
          </Group>
        </>
      ) : (
        <NoticeBar tone="info">现在不能再记选择。</NoticeBar>
      )}
      <CandidateActs id={id} bodyId={told.bodyId} />
    </Page>
  );
}

const saidWords = ({ choice, until }: Change): string =>
  choice === 'leave' ? '退出' : choice === 'keep' ? '按新日期参加' : until === null ? '不用选择' : '还没有选';
