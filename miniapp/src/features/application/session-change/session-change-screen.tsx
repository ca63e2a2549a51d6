import { sessionChanges } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, dayWords, examDaysWords, sessionChangeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { back, confirm, replace, toast, useAnswer, useCommand, useSignIn } from '../../../platform';
import { BigButton, Cell, Choices, Empty, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page } from '../../../ui';
import { SignInGate } from '../../account';
import { useToday } from '../../demonstration';
import { type SessionChange, isOpen, standingWords } from './session-change-card';
import { type ChoiceKey, answerOf, sessionChangeOptions, questionOf } from './session-change-options';
import '../application.scss';

/** The session was moved or cancelled: what changed, what can be done until when, and the candidate's choice. */
export function SessionChangeScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <LoadedChange id={id} />;
  return (
    <Page>
      <SignInGate why="登录后查看批次的变动。">{null}</SignInGate>
    </Page>
  );
}

function LoadedChange({ id }: { id: string }) {
  const answer = useAnswer(sessionChanges.getSessionChange, { params: { id } });
  const today = useToday();
  const change = answer.state === 'ready' ? answer.data.change : null;
  if (change) return <AskedChange id={id} change={change} today={today} />;
  return (
    <Page>
      <Loaded answer={answer}>
        {() => (
          <Empty title="批次没有变动" action="返回" onAction={back}>
            日期以报名进度里的为准。
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}

type Props = { id: string; change: SessionChange; today: LocalDate };

function AskedChange({ id, change, today }: Props) {
  const options = sessionChangeOptions(change, today);
  const [key, setKey] = useState<ChoiceKey | null>(
    change.kind === 'moved' ? 'keep' : options.length === 1 ? 'leave' : null,
  );
  const answer = useCommand(sessionChanges.answerSessionChange);
  const asks = isOpen(change, today);

  const send = async () => {
    if (!key) return;
    const question = questionOf(key, change);
    if (question && !(await confirm(question))) return;
    const reply = await answer.run({ params: { id }, body: answerOf(key) });
    if (!reply.ok) return;
    toast(key === 'keep' ? '已选择按新日期参加' : key === 'leave' ? '已退出' : '已改到新的批次');
    replace('/packages/apply/detail/index', { id });
  };
  return (
    <Page
      action={
        asks ? (
          <>
            <RefusalMessage refusal={answer.refusal} />
            {change.until ? (
              <View className="application__until">截止 {dayAndDistanceWords(change.until, today)}</View>
            ) : null}
            <BigButton
              id="send-choice"
              text={key === null ? '请先选一项' : sendWords(key)}
              tone={key === 'leave' ? 'danger' : 'primary'}
              busy={answer.busy}
              disabled={key === null}
              onTap={() => void send()}
            />
          </>
        ) : undefined
      }
    >
      <Heading title={change.kind === 'moved' ? '您的批次改期了' : '您的批次取消了'}>{change.sessionName}</Heading>
      <Group title={sessionChangeWord(change.kind)}>
        <Cell title="原来的考试日期" value={examDaysWords(change.before, today)} />
        <Cell title="现在的考试日期" value={change.after ? examDaysWords(change.after, today) : '不再举行'} />
        <Cell title="原因" note={change.reason} />
        <Cell title="公布日期" value={dayWords(change.on, today)} />
      </Group>
      {asks ? (
        <>
          <Group title="您可以选择" foot={standingWords(change, today)}>
            <Choices<ChoiceKey> label="您想怎么办" options={options} value={key} onChoose={setKey} />
          </Group>
          {change.others.length === 0 ? (
            <NoticeBar tone="info">现在没有其他可以改去的批次，新批次公布后会出现在这里。</NoticeBar>
          ) : null}
        </>
      ) : (
        <NoticeBar tone="info">{standingWords(change, today)}</NoticeBar>
      )}
    </Page>
  );
}

const sendWords = (key: ChoiceKey): string =>
  key === 'keep' ? '按新日期参加' : key === 'leave' ? '退出这个批次' : '改到这个批次';
