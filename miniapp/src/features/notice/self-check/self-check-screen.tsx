import { type ReplyOf, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Offering, offeringOf } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../../platform';
import { Cell, Group, Heading, Loaded, Page, TextButton } from '../../../ui';
import { useToday } from '../../demonstration';
import { OfferingName, monthsWords, offeringName } from '../offering-name';
import { Ask } from './ask';
import { useSelfCheck } from './use-self-check';
import { VerdictView } from './verdict-view';

type Props = { noticeId: string; offeringCode: string | null };
type NoticeReply = ReplyOf<typeof notices.getNotice>;

/** One question at a time, as few as the rules need, to a verdict with its reasons. */
export function SelfCheckScreen({ noticeId, offeringCode }: Props) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const today = useToday();
  const [code, setCode] = useState(offeringCode);
  return (
    <Page>
      <Loaded answer={answer}>
        {(reply) => {
          const offering = code ? offeringOf(reply.notice, code) : null;
          return offering ? (
            <Questions
              key={offering.code}
              reply={reply}
              offering={offering}
              today={today}
              onOther={() => setCode(null)}
            />
          ) : (
            <ChooseOffering reply={reply} onChoose={setCode} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function ChooseOffering({ reply: { notice }, onChoose }: { reply: NoticeReply; onChoose: (code: string) => void }) {
  return (
    <>
      <Heading title="您想报哪个项目？">选一个，回答几个问题就知道符不符合。</Heading>
      <Group>
        {notice.offerings.map((offering) => (
          <Cell
            key={offering.code}
            id={`choose-${offering.code}`}
            title={<OfferingName of={offering} />}
            note={offering.months ? `认定月份 ${monthsWords(offering.months)}` : undefined}
            onTap={() => onChoose(offering.code)}
          />
        ))}
      </Group>
    </>
  );
}

type QuestionsProps = { reply: NoticeReply; offering: Offering; today: LocalDate; onOther: () => void };

function Questions({ reply: { notice, sessions }, offering, today, onOther }: QuestionsProps) {
  const check = useSelfCheck({ notice, offeringCode: offering.code, today });
  if (!check.fact) {
    return (
      <VerdictView
        notice={notice}
        offering={offering}
        sessions={sessions}
        assessment={check.assessment}
        today={today}
        onBack={check.canGoBack ? check.back : onOther}
        onAskSkipped={check.askSkipped}
        onOther={onOther}
      />
    );
  }
  return (
    <>
      <View className="ask__count">
        {offeringName(offering)} · 第 {check.number} 题
      </View>
      <Ask
        key={check.fact}
        fact={check.fact}
        notice={notice}
        offering={offering}
        facts={check.facts}
        onAnswer={check.answer}
        onUnsure={check.skip}
      />
      <View className="ask__unsure">{check.canGoBack ? <TextButton text="上一题" onTap={check.back} /> : null}</View>
    </>
  );
}
