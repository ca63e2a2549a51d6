import { type AssessmentView, type NewerNotice, notices } from '@jikaotong/shared/contract';
import { factWord, fullDayWords, verdictSentence, verdictWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../../platform';
import { Card, Heading, Loaded, NoticeBar, Source, Tag, TextButton } from '../../../ui';
import { offeringName } from '../offering-name';
import { Originals } from '../originals';
import { printedWords } from '../printed-words';
import { isAskable } from '../self-check/ask';
import { ChooseOffering } from '../self-check/choose-offering';
import { OneQuestion } from '../self-check/one-question';
import { questionOf } from '../self-check/question-of';
import { Reasons } from '../self-check/reasons';
import { useAnswers } from '../self-check/use-answers';
import { VERDICT_TONES } from '../self-check/verdict-tones';
import { askedOfNewer } from './newer-notice';

type Props = { newer: NewerNotice; code: string | null; onChoose: (code: string | null) => void };

/** The self-check of a notice that this build cannot read: it only asks, the server judges. */
export function NewerSelfCheck({ newer, code, onChoose }: Props) {
  const offering = newer.offerings.find((one) => one.code === code);
  return (
    <Originals notice={newer.id}>
      {offering ? (
        <Questions key={offering.code} newer={newer} offering={offering} onOther={() => onChoose(null)} />
      ) : (
        <ChooseOffering offerings={newer.offerings} onChoose={onChoose} />
      )}
    </Originals>
  );
}

type QuestionsProps = { newer: NewerNotice; offering: NewerNotice['offerings'][number]; onOther: () => void };

function Questions({ newer, offering, onOther }: QuestionsProps) {
  const answers = useAnswers(newer.id);
  const body = { offeringCode: offering.code, facts: answers.facts };
  const answer = useAnswer(notices.assessFacts, { params: { id: newer.id }, body });
  const asked = askedOfNewer(newer);
  return (
    <Loaded answer={answer}>
      {(assessment) => {
        const fact = questionOf(answers, [{ missing: assessment.missing.filter(isAskable) }]);
        const about = asked.offerings.find(({ code }) => code === offering.code);
        return fact && about ? (
          <OneQuestion
            fact={fact}
            about={offeringName(offering)}
            notice={asked.notice}
            offering={about}
            answers={answers}
          />
        ) : (
          <Verdict
            assessment={assessment}
            title={offeringName(offering)}
            onAgain={answers.startAgain}
            onOther={onOther}
          />
        );
      }}
    </Loaded>
  );
}

type VerdictProps = { assessment: AssessmentView; title: string; onAgain: () => void; onOther: () => void };

function Verdict({ assessment: { verdict, routes, earliestOn, missing }, title, onAgain, onOther }: VerdictProps) {
  return (
    <>
      <Heading title={verdictSentence(verdict)}>{title}</Heading>
      <NoticeBar tone="info">这份通知由服务器判断。要报名请先更新小程序。</NoticeBar>
      {earliestOn ? <NoticeBar tone="info">照现在的情况，{fullDayWords(earliestOn)}起符合申报条件</NoticeBar> : null}
      {verdict === 'undecided' ? (
        <NoticeBar tone="info">还需要知道：{missing.map((fact) => factWord(fact)).join('、')}</NoticeBar>
      ) : null}
      {routes.map((route) => (
        <Card key={route.route}>
          <Tag text={verdictWord(route.verdict)} tone={VERDICT_TONES[route.verdict]} />
          <View className="verdict__printed">
            <Source of={route.source}>{printedWords(route.source)}</Source>
          </View>
          <Reasons of={route} />
        </Card>
      ))}
      <View className="verdict__other">
        <TextButton text="重新回答" onTap={onAgain} />
        <TextButton text="换一个项目" onTap={onOther} />
      </View>
    </>
  );
}
