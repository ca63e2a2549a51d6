import { type ExtraAnswers, type ExtraFacts, authoritySheets } from '@jikaotong/shared/contract';
import { extraQuestionWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { back, confirm, toast, useAnswer, useCommand, useSignIn } from '../../platform';
import {
  BigButton,
  Check,
  Empty,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  PickField,
  RefusalMessage,
  TextButton,
} from '../../ui';
import { SignInGate } from '../account';

/** What the sheets of an authority need and the application does not ask: with its reason and a consent, and optional. */
export function ExtraFactsScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  return phase === 'in' ? (
    <Own id={id} />
  ) : (
    <Page>
      <SignInGate why="登录后填写补充信息。">{null}</SignInGate>
    </Page>
  );
}

function Own({ id }: { id: string }) {
  const answer = useAnswer(authoritySheets.getExtraFacts, { params: { id } });
  if (answer.state === 'ready' && answer.data.questions.length > 0) return <Form id={id} of={answer.data} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => <Empty title="没有要补充的信息">现在不需要您填写别的内容。</Empty>}</Loaded>
    </Page>
  );
}

const UNTOLD = '不填写';

function Form({ id, of }: { id: string; of: ExtraFacts }) {
  const [answers, setAnswers] = useState<ExtraAnswers>(of.answers);
  const [consent, setConsent] = useState(of.consentedOn !== null);
  const save = useCommand(authoritySheets.setExtraFacts);
  const hasTold = of.questions.some(({ question }) => answers[question] !== undefined);
  const sheets = [...new Set(of.questions.flatMap((one) => one.sheets))].join('、');
  const send = async (told: ExtraAnswers, words: string) => {
    if (!(await save.run({ params: { id }, body: { answers: told, consent } })).ok) return;
    toast(words);
    back();
  };
  const forget = async () => {
    const text = '已填写的内容会删除，不影响报名、考试和证书。';
    if (await confirm({ title: '撤回并删除', text, yes: '删除' })) await send({}, '已删除');
  };
  return (
    <Page
      action={
        <BigButton
          id="save-extra"
          text="保存"
          busy={save.busy}
          waitsFor={!hasTold ? '请先选一项' : !consent && '请先勾选同意'}
          onTap={() => void send(answers, '已保存')}
        />
      }
    >
      <Heading title="补充信息">自愿填写，不填不影响报名、考试和证书。</Heading>
      <NoticeBar tone="info" title="为什么问这些">
        主管部门的“{sheets}”里有这几栏，只用来填写这些表，不用作其他用途。
      </NoticeBar>
      <RefusalMessage refusal={save.refusal} />
      <Group>
        {of.questions.map(({ question, options }) => (
          <PickField
            key={question}
            id={`extra-${question}`}
            label={extraQuestionWord(question)}
            options={[UNTOLD, ...options].map((key) => ({ key, text: key }))}
            value={answers[question] ?? UNTOLD}
            onChange={(key) => setAnswers({ ...answers, [question]: key === UNTOLD ? undefined : key })}
          />
        ))}
      </Group>
      <Check
        id="extra-consent"
        text="同意机构处理以上信息，用于报送主管部门"
        note="可以随时撤回"
        checked={consent}
        onChange={setConsent}
      />
      {of.consentedOn === null ? null : (
        <TextButton id="forget-extra" text="撤回同意并删除" onTap={() => void forget()} />
      )}
    </Page>
  );
}
