import { type BreachView, breachCases } from '@jikaotong/shared/contract';
import { offeringWords, ownBreachStateWord, refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer, useCommand, useSignIn } from '../../platform';
import { BigButton, Card, Group, Loaded, NoticeBar, Page, ProseField, Tag } from '../../ui';
import { SignInGate } from '../account';
import { HelpLineOf } from '../notice';
import { BreachParts } from './breach-parts';
import { EvidencePart } from './evidence-part';
import { BREACH_TONES } from './breach-tones';
import './breach.scss';

/** What a body says of how one behaved, until when one may answer, and what was decided. */
export function BreachScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <SignedIn id={id} />;
  return (
    <Page>
      <SignInGate why="登录后查看。">{null}</SignInGate>
    </Page>
  );
}

function SignedIn({ id }: { id: string }) {
  const answer = useAnswer(breachCases.getBreach, { params: { id } });
  return answer.state === 'ready' ? (
    <Told breach={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

const EVIDENCE = { add: breachCases.addOwnBreachEvidence, remove: breachCases.removeOwnBreachEvidence } as const;

function Told({ breach }: { breach: BreachView }) {
  const { id, state, mayState, mayAppeal, bodyName, sessionName, offering, noticeId } = breach;
  const stating = useCommand(breachCases.stateToBreach);
  const appealing = useCommand(breachCases.appealBreach);
  const said = mayState ? stating : appealing;
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const may = mayState || mayAppeal;
  const send = async () => {
    setAsked(true);
    if (words.trim() === '') return;
    const reply = await said.run({ params: { id }, body: { words: words.trim() } });
    if (reply.ok) setWords('');
  };
  return (
    <Page
      action={
        may ? (
          <BigButton
            id="send-words"
            text={mayState ? '提交陈述申辩' : '提交申诉'}
            busy={said.busy}
            onTap={() => void send()}
          />
        ) : undefined
      }
    >
      <Card>
        <View className="breach__head">{offeringWords(offering)}</View>
        <View className="breach__side">
          {bodyName} · {sessionName}
        </View>
        <Tag text={ownBreachStateWord(state)} tone={BREACH_TONES[state]} />
      </Card>
      <BreachParts of={breach} />
      <EvidencePart of={breach} {...EVIDENCE} mine="person" />
      {may ? (
        <Group
          foot={
            mayState
              ? '只能提交一次，写清楚您看到的经过。不提交也会按程序核查。'
              : '只能申诉一次。申诉期间，决定继续有效。'
          }
        >
          <ProseField
            id="breach-words"
            label={mayState ? '您的陈述申辩' : '您的申诉理由'}
            value={words}
            maxlength={500}
            error={asked && words.trim() === '' ? '请先写下来' : null}
            onChange={setWords}
          />
        </Group>
      ) : null}
      {said.refusal ? <NoticeBar tone="stop">{refusalSentence(said.refusal.code, said.refusal.data)}</NoticeBar> : null}
      <HelpLineOf noticeId={noticeId} />
    </Page>
  );
}
