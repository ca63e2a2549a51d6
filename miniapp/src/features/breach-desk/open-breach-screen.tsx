import { type ReplyOf, breachCases } from '@jikaotong/shared/contract';
import { subjectWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { replace, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Check,
  Choices,
  Group,
  Loaded,
  NoticeBar,
  Page,
  ProseField,
  RefusalMessage,
  TextField,
} from '../../ui';

type Items = ReplyOf<typeof breachCases.listBreachItems>;

/** Records a breach of one candidate by the printed item. */
export function OpenBreachScreen({ applicationId }: { applicationId: string }) {
  const answer = useAnswer(breachCases.listBreachItems, { params: { id: applicationId } });
  return answer.state === 'ready' ? (
    <Form applicationId={applicationId} items={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Form({ applicationId, items: { name, subjects, items } }: { applicationId: string; items: Items }) {
  const opening = useCommand(breachCases.openBreach);
  const [code, setCode] = useState<string | null>(null);
  const [subject, setSubject] = useState<Items['subjects'][number] | null>(null);
  const [warned, setWarned] = useState(false);
  const [facts, setFacts] = useState('');
  const [witness, setWitness] = useState('');
  const [asked, setAsked] = useState(false);
  const item = items.find((one) => one.code === code) ?? null;
  const go = async () => {
    setAsked(true);
    if (!item || facts.trim() === '' || (item.needsSubject && subject === null)) return;
    const body = {
      item: item.code,
      facts: facts.trim(),
      ...(witness.trim() !== '' && { witness: witness.trim() }),
      ...(item.needsSubject && subject !== null && { subject }),
      ...(warned && { warned: true as const }),
    };
    const reply = await opening.run({ params: { id: applicationId }, body });
    if (reply.ok) replace('/packages/conduct/breach/index', { id: reply.data.id });
  };
  if (items.length === 0)
    return (
      <Page>
        <NoticeBar tone="info">这份通知没有印违纪怎样处理，不能在这里立案。</NoticeBar>
      </Page>
    );
  return (
    <Page action={<BigButton id="open-breach" text="立案" busy={opening.busy} onTap={() => void go()} />}>
      <RefusalMessage refusal={opening.refusal} />
      <Group title={`${name}：哪一条`}>
        <Choices
          label="哪一条"
          options={items.map(({ code: key, text, follows }) => ({ key, text, note: follows }))}
          value={code}
          onChoose={setCode}
        />
        {asked && !item ? <NoticeBar tone="stop">请选择通知印的哪一条</NoticeBar> : null}
      </Group>
      {item?.needsSubject ? (
        <Group title="哪一科">
          <Choices
            label="哪一科"
            options={subjects.map((key) => ({ key, text: subjectWord(key) }))}
            value={subject}
            onChoose={setSubject}
          />
          {asked && subject === null ? <NoticeBar tone="stop">请选择科目</NoticeBar> : null}
        </Group>
      ) : null}
      <Group>
        {item?.afterWarning ? (
          <Check
            id="warned"
            text="已经提醒过，仍不改正"
            note="没有提醒过的，这一条不算。"
            checked={warned}
            onChange={setWarned}
          />
        ) : null}
        <ProseField
          id="breach-facts"
          label="经过"
          value={facts}
          maxlength={500}
          error={asked && facts.trim() === '' ? '请写明经过' : null}
          onChange={setFacts}
        />
        <TextField id="breach-witness" label="见证人（可不填）" value={witness} maxlength={100} onChange={setWitness} />
      </Group>
    </Page>
  );
}
