import { type ReplyOf, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { lastApplicationDay } from '@jikaotong/shared/rules/calendar';
import { type Assessment, assess, nearestMiss, questionAsked } from '@jikaotong/shared/rules/eligibility';
import { earliestWords, factName, verdictWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { open, useAnswer } from '../../../platform';
import { BigButton, Card, Empty, Heading, Loaded, OneSource, Page, Source, Tag, TextButton } from '../../../ui';
import { useToday } from '../../demonstration';
import { OfferingName } from '../offering-name';
import { closedWords, judgedOn, openSession, takesEntries } from '../open-now';
import { Originals } from '../originals';
import { routeWords } from '../printed-words';
import { OneQuestion } from '../self-check/one-question';
import { questionOf } from '../self-check/question-of';
import { Reasons } from '../self-check/reasons';
import { useAnswers } from '../self-check/use-answers';
import { VERDICT_TONES } from '../self-check/verdict-tones';
import { bestRoute, smallestGap } from './level-answer';
import './levels.scss';

type NoticeReply = ReplyOf<typeof notices.getNotice>;
type Offering = NoticeReply['notice']['offerings'][number];

/** 我能报哪一级: the questions of every offering asked once, and for each what it says and what is missing least. */
export function LevelsScreen({ noticeId }: { noticeId: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const today = useToday();
  return (
    <Page>
      <Loaded answer={answer}>
        {(reply) => (
          <Originals notice={noticeId}>
            <Levels reply={reply} today={today} />
          </Originals>
        )}
      </Loaded>
    </Page>
  );
}

function Levels({ reply, today }: { reply: NoticeReply; today: LocalDate }) {
  const { notice, sessions } = reply;
  const answers = useAnswers(notice.id);
  const { facts } = answers;
  const assessed = useMemo(
    () =>
      notice.offerings.map((offering) => ({
        offering,
        assessment: assess({
          notice,
          offeringCode: offering.code,
          facts,
          on: judgedOn({ notice, sessions, today }, offering.code),
        }),
      })),
    [notice, sessions, facts, today],
  );
  const fact = questionOf(
    answers,
    assessed.map(({ assessment }) => assessment),
  );
  const [first] = notice.offerings;
  if (!first) return <Empty title="通知里没有可以报名的项目" />;
  if (fact) {
    return (
      <OneQuestion
        fact={fact}
        about="我能报哪一级"
        notice={notice}
        offering={first}
        offerings={notice.offerings}
        answers={answers}
      />
    );
  }
  const fit = assessed.filter(({ assessment: { verdict } }) => verdict === 'eligible' || verdict === 'needs-review');
  const takes = (code: string) => takesEntries({ ...reply, today }, code);
  const open = fit.filter(({ offering }) => takes(offering.code)).length;
  // what fits and is open comes first, then what fits and will open
  const useOf = (one: (typeof assessed)[number]) => (fit.includes(one) ? (takes(one.offering.code) ? 0 : 1) : 2);
  return (
    <>
      <Heading
        title={
          fit.length === 0
            ? '按您填写的情况，现在还不能报名'
            : `符合条件 ${fit.length} 项，${open > 0 ? `其中现在可以报名 ${open} 项` : '现在都没有开放报名'}`
        }
      >
        每一项都写明依据；正式结果以工作人员审核为准。
      </Heading>
      {assessed
        .toSorted((a, b) => useOf(a) - useOf(b))
        .map(({ offering, assessment }) => (
          <LevelCard key={offering.code} reply={reply} offering={offering} assessment={assessment} today={today} />
        ))}
      <View className="levels__again">
        {answers.unsure.length > 0 ? (
          <BigButton id="ask-skipped" text="回答跳过的问题" tone="plain" onTap={answers.askSkipped} />
        ) : null}
        <TextButton id="change-answers" text="修改回答" onTap={answers.back ?? answers.startAgain} />
      </View>
    </>
  );
}

type CardProps = { reply: NoticeReply; offering: Offering; assessment: Assessment; today: LocalDate };

function LevelCard({ reply, offering, assessment, today }: CardProps) {
  const { notice } = reply;
  const { verdict } = assessment;
  const session = openSession(reply, offering.code);
  const given = { ...reply, today };
  const can = verdict === 'eligible' || verdict === 'needs-review';
  return (
    <Card>
      <OneSource>
        <View className="levels__head" id={`level-${offering.code}`}>
          <View className="levels__name">
            <OfferingName of={offering} />
          </View>
          <Tag text={verdictWord(verdict)} tone={VERDICT_TONES[verdict]} />
        </View>
        <Why notice={notice} offering={offering} assessment={assessment} />
        {can && !takesEntries(given, offering.code) ? (
          <View className="levels__earliest">{closedWords(given, offering.code)}</View>
        ) : null}
        {can && session ? (
          <View className="levels__go">
            <BigButton
              id={`apply-${offering.code}`}
              text="报这一级"
              onTap={() => open('/packages/notice/self-check/index', { notice: notice.id, offering: offering.code })}
            />
          </View>
        ) : null}
        {can && session ? null : (
          <TextButton
            id={`routes-${offering.code}`}
            text="逐条看条件"
            onTap={() => open('/packages/notice/self-check/index', { notice: notice.id, offering: offering.code })}
          />
        )}
      </OneSource>
    </Card>
  );
}

/** The one thing that decides: the condition that holds, the smallest thing missing, or the least that is not known. */
function Why({
  notice,
  offering,
  assessment,
}: Pick<CardProps, 'offering' | 'assessment'> & { notice: NoticeReply['notice'] }) {
  const miss = nearestMiss(assessment);
  if (miss) {
    const lastDay = lastApplicationDay(notice, offering.code)?.day ?? null;
    return (
      <>
        {miss.earliestOn ? (
          <View className="levels__earliest">
            {earliestWords({ shortfalls: miss.shortfalls, on: miss.earliestOn, lastDay })}
          </View>
        ) : null}
        <Source of={miss.source}>最接近的一条：{routeWords(offering, miss)}</Source>
        <Reasons of={{ verdict: 'ineligible', shortfalls: miss.shortfalls }} />
      </>
    );
  }
  if (assessment.verdict === 'undecided') {
    const gap = smallestGap(assessment);
    return gap ? (
      <Source of={gap.source}>
        还需要知道：
        {gap.missing.map((fact) => factName(fact, questionAsked(notice, offering.code, fact))).join('、')}
      </Source>
    ) : null;
  }
  const route = bestRoute(assessment);
  return route ? (
    <>
      <View className="levels__earliest">
        {assessment.verdict === 'eligible' ? '按您填写的情况，符合条件' : '可能符合条件，有些情况要审核认定'}
      </View>
      <Source of={route.source}>{routeWords(offering, route)}</Source>
      <Reasons of={route} />
    </>
  ) : null;
}
