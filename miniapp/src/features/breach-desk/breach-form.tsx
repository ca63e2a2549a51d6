import { type BodyOf, type ReplyOf, breachCases } from '@jikaotong/shared/contract';
import { subjectWord } from '@jikaotong/shared/words';
import { type ReactNode, useState } from 'react';
import type { useCommand } from '../../platform';
import { BigButton, Check, Choices, Group, NoticeBar, Page, ProseField, RefusalMessage, TextField } from '../../ui';

type Items = ReplyOf<typeof breachCases.listBreachItems>;

/** What is said of a breach before the person is told. */
export type BreachDraft = BodyOf<typeof breachCases.nameBreachItem>;

type Begins = {
  readonly item: string | null;
  readonly subject: Items['subjects'][number] | null;
  readonly facts: string;
  readonly witness: string | null;
  readonly warned: boolean;
};

type Props = {
  items: Pick<Items, 'name' | 'subjects' | 'items'>;
  begins: Begins | null;
  button: { id: string; text: string };
  sending: Pick<ReturnType<typeof useCommand>, 'busy' | 'refusal'>;
  onSend: (draft: BreachDraft) => void;
  children?: ReactNode;
};

/** Which printed item it is, of which subject, what happened, and who saw it. */
export function BreachForm({ items: { name, subjects, items }, begins, button, sending, onSend, children }: Props) {
  const [code, setCode] = useState(begins?.item ?? null);
  const [subject, setSubject] = useState(begins?.subject ?? null);
  const [warned, setWarned] = useState(begins?.warned ?? false);
  const [facts, setFacts] = useState(begins?.facts ?? '');
  const [witness, setWitness] = useState(begins?.witness ?? '');
  const [asked, setAsked] = useState(false);
  const item = items.find((one) => one.code === code) ?? null;
  const go = () => {
    setAsked(true);
    if (!item || facts.trim() === '' || (item.needsSubject && subject === null)) return;
    onSend({
      item: item.code,
      facts: facts.trim(),
      ...(witness.trim() !== '' && { witness: witness.trim() }),
      ...(item.needsSubject && subject !== null && { subject }),
      ...(warned && { warned: true as const }),
    });
  };
  if (items.length === 0)
    return (
      <Page>
        <NoticeBar tone="info">这份通知没有印违纪怎样处理，不能在这里立案。</NoticeBar>
      </Page>
    );
  return (
    <Page action={<BigButton id={button.id} text={button.text} busy={sending.busy} onTap={go} />}>
      <RefusalMessage refusal={sending.refusal} />
      {children}
      <Group title={`${name}：哪一条`}>
        <Choices
          label="哪一条"
          options={items.map(({ code: key, text, follows }) => ({ key, text, note: follows }))}
          value={code}
          onChoose={setCode}
        />
        {asked && !item ? <NoticeBar tone="stop">请选择是哪一条</NoticeBar> : null}
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
