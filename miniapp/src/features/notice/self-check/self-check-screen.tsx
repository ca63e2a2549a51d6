import { type ReplyOf, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Offering, offeringOf } from '@jikaotong/shared/notice';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import { open, useAnswer } from '../../../platform';
import { Loaded, Page } from '../../../ui';
import { useToday } from '../../demonstration';
import { offeringName } from '../offering-name';
import { judgedOn, takesEntries } from '../open-now';
import { Originals } from '../originals';
import { newerIn } from '../newer/newer-notice';
import { NewerSelfCheck } from '../newer/newer-self-check';
import { ChooseOffering } from './choose-offering';
import { OneQuestion } from './one-question';
import { questionOf } from './question-of';
import { useAnswers } from './use-answers';
import { type ApplyGiven, VerdictView } from './verdict-view';

type Props = {
  noticeId: string;
  offeringCode: string | null;
  /** The way into an application that fits and is open; the application's own room draws it. */
  begin: ComponentType<ApplyGiven>;
  /** What one has applied for here already, said before anything is asked. */
  mine?: ReactNode;
};

type NoticeReply = ReplyOf<typeof notices.getNotice>;

/** One question at a time, as few as the rules need, to a verdict with its reasons. */
export function SelfCheckScreen({ noticeId, offeringCode, begin, mine }: Props) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const today = useToday();
  const [code, setCode] = useState(offeringCode);
  const newer = newerIn(answer);
  if (newer) {
    return (
      <Page>
        <NewerSelfCheck newer={newer} code={code} onChoose={setCode} />
      </Page>
    );
  }
  return (
    <Page>
      <Loaded answer={answer}>
        {(reply) => {
          const offering = code ? offeringOf(reply.notice, code) : null;
          return (
            <Originals notice={noticeId}>
              {mine}
              {offering ? (
                <Questions
                  key={offering.code}
                  reply={reply}
                  offering={offering}
                  today={today}
                  begin={begin}
                  onOther={() => setCode(null)}
                />
              ) : (
                <ChooseOffering
                  offerings={reply.notice.offerings}
                  isOpen={(one) => takesEntries({ ...reply, today }, one)}
                  onChoose={setCode}
                  onAll={() => open('/packages/notice/levels/index', { notice: noticeId })}
                />
              )}
            </Originals>
          );
        }}
      </Loaded>
    </Page>
  );
}

type QuestionsProps = Pick<Props, 'begin'> & {
  reply: NoticeReply;
  offering: Offering;
  today: LocalDate;
  onOther: () => void;
};

function Questions({ reply: { notice, sessions }, offering, today, begin, onOther }: QuestionsProps) {
  const answers = useAnswers(notice.id);
  const { facts } = answers;
  const assessment = useMemo(
    () =>
      assess({
        notice,
        offeringCode: offering.code,
        facts,
        on: judgedOn({ notice, sessions, today }, offering.code),
      }),
    [notice, sessions, offering.code, facts, today],
  );
  const fact = questionOf(answers, [assessment]);
  if (fact) {
    return (
      <OneQuestion fact={fact} about={offeringName(offering)} notice={notice} offering={offering} answers={answers} />
    );
  }
  return (
    <VerdictView
      notice={notice}
      offering={offering}
      sessions={sessions}
      assessment={assessment}
      today={today}
      begin={begin}
      onBack={answers.back ?? answers.startAgain}
      onAskSkipped={answers.askSkipped}
      onOther={onOther}
    />
  );
}
