import {
  CONTACT_ABOUT,
  type ContactAbout,
  TELL_TEMPLATES,
  type TellNeeds,
  TellNeeds as Needs,
  type TellPreview,
  type TellTemplate,
  hasLink,
  tellings,
} from '@jikaotong/shared/contract';
import { contactAboutWord, tellTemplateNote, tellTemplateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../platform';
import { Cell, Choices, Chips, Group, Loaded, NoticeBar, ProseField } from '../../ui';
import type { AskPart, AskProps, PreviewProps } from '../list';

const needsIn = (given: unknown): TellNeeds | null => {
  const read = Needs.safeParse(given);
  return read.success ? read.data : null;
};

/** Null: words of one's own are still to be written. */
const needsFor = (template: TellTemplate, about: ContactAbout): TellNeeds | null =>
  template === 'own' ? null : template === 'contact' ? { template, about } : { template };

function Form({ needs: given, onChange }: AskProps) {
  const needs = needsIn(given);
  const [own, setOwn] = useState<string | null>(needs?.template === 'own' ? needs.text : null);
  const about = needs?.template === 'contact' ? needs.about : 'papers';
  return (
    <>
      <Choices
        label="发哪一条消息"
        options={TELL_TEMPLATES.map((key) => ({ key, text: tellTemplateWord(key), note: tellTemplateNote(key) }))}
        value={own === null ? (needs?.template ?? null) : 'own'}
        onChoose={(template) => {
          setOwn(template === 'own' ? '' : null);
          onChange(needsFor(template, about));
        }}
      />
      {own === null ? null : (
        <ProseField
          id="own-words"
          label="写给考生的话（考生看得到）"
          maxlength={200}
          value={own}
          hint={`${own.trim().length} / 200 字，至少 5 字；不能有网址`}
          error={hasLink(own) ? '不能有网址' : null}
          onChange={(text) => {
            setOwn(text);
            onChange(needsIn({ template: 'own', text }));
          }}
        />
      )}
      {needs?.template === 'contact' ? (
        <Chips
          id="about"
          label="要核实什么"
          options={CONTACT_ABOUT.map((key) => ({ key, text: contactAboutWord(key) }))}
          value={about}
          onChoose={(one) => onChange(needsFor('contact', one))}
        />
      ) : null}
    </>
  );
}

const LEFT_OUT: readonly (readonly [key: 'unfit' | 'told' | 'unreachable', text: string])[] = [
  ['unfit', '现在的情况不适合这条消息，不发'],
  ['told', '今天已经发过，不重复发'],
  ['unreachable', '没有账号也没有手机号，发不到'],
];

function Preview({ id, selectionId, onCount }: PreviewProps) {
  const answer = useAnswer(tellings.previewTelling, { params: { id, selectionId } });
  const fits = answer.state === 'ready' ? answer.data.fits : null;
  useEffect(() => {
    if (fits !== null) onCount(fits);
  }, [fits, onCount]);
  return (
    <Loaded answer={answer} rows={3}>
      {(view) => (
        <>
          <Group title={`选了 ${view.total} 人，会发给 ${view.fits} 人`}>
            {LEFT_OUT.filter(([key]) => view[key] > 0).map(([key, text]) => (
              <Cell key={key} id={`left-${key}`} title={text} value={`${view[key]} 人`} />
            ))}
            {view.bySmsOnly > 0 ? (
              <Cell id="by-sms" title="没有账号，只能收到短信" value={`${view.bySmsOnly} 人`} />
            ) : null}
          </Group>
          <Sample view={view} />
        </>
      )}
    </Loaded>
  );
}

function Sample({ view: { sample } }: { view: TellPreview }) {
  if (sample === null) return <NoticeBar tone="warn">没有人会收到，请换一条消息或另选考生。</NoticeBar>;
  return (
    <Group
      title={`${sample.name}会看到`}
      foot="消息进“消息”里，能经微信送出的经微信；微信送不到的才发短信，夜里不发，同一件事只发一条。"
    >
      <Cell id="sample" title={sample.title} note={<View>{sample.text}</View>} />
      {sample.sms === null ? null : <Cell title="短信" note={<View>{sample.sms}</View>} />}
    </Group>
  );
}

/** Telling those who are chosen: which message, to whom, and how it reads. */
export const TELLING: AskPart = { Form, preview: { Part: Preview, button: '先看看发给谁' } };
