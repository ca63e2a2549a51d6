import type { SessionView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, type Offering, leavesOf } from '@jikaotong/shared/notice';
import { lastApplicationDay } from '@jikaotong/shared/rules/calendar';
import {
  type Assessment,
  type RouteAssessment,
  VERDICTS,
  WHOLE_NOTICE_ROUTE,
  nearestMiss,
  questionAsked,
} from '@jikaotong/shared/rules/eligibility';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { printedStanding } from '@jikaotong/shared/rules/progress';
import { dayWords, earliestWords, factName, verdictSentence, verdictWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { ComponentType } from 'react';
import { open } from '../../../platform';
import { BigButton, Card, Heading, NoticeBar, OneSource, Source, Tag, TextButton } from '../../../ui';
import { offeringName } from '../offering-name';
import { closedWords, openSession, takesEntries } from '../open-now';
import { Papers } from '../papers';
import { printedWords, routeWords } from '../printed-words';
import { RelatedLists } from '../related-lists';
import { Reasons } from './reasons';
import { VERDICT_TONES } from './verdict-tones';
import './verdict-view.scss';

export type ApplyGiven = { readonly notice: Notice; readonly session: SessionView; readonly offeringCode: string };

type Props = {
  notice: Notice;
  offering: Offering;
  sessions: readonly SessionView[];
  assessment: Assessment;
  today: LocalDate;
  begin: ComponentType<ApplyGiven>;
  onBack: () => void;
  onAskSkipped: () => void;
  onOther: () => void;
};

/** The verdict, every condition with its reasons and source, and the one thing to do next. */
export function VerdictView(props: Props) {
  const { notice, offering, sessions, assessment, today, begin: Begin, onBack, onAskSkipped, onOther } = props;
  const { verdict, missing } = assessment;
  const miss = nearestMiss(assessment);
  const given = { notice, sessions, today };
  const session = openSession(given, offering.code);
  const entryOpen = notice.kind === 'competition' && printedStanding(notice, today).state === 'applying';
  const routes = VERDICTS.flatMap((one) => assessment.routes.filter((route) => route.verdict === one));
  return (
    <>
      <Heading title={verdictSentence(verdict, { way: individualsApply(notice) })}>{offeringName(offering)}</Heading>
      {takesEntries(given, offering.code) ? null : (
        <NoticeBar tone="warn">{closedWords(given, offering.code)}</NoticeBar>
      )}
      {miss?.earliestOn ? (
        <NoticeBar tone="info">
          {earliestWords({
            shortfalls: miss.shortfalls,
            on: miss.earliestOn,
            lastDay: lastApplicationDay(notice, offering.code)?.day ?? null,
          })}
        </NoticeBar>
      ) : null}
      {verdict === 'undecided' ? (
        <NoticeBar tone="info">
          还需要知道：{missing.map((fact) => factName(fact, questionAsked(notice, offering.code, fact))).join('、')}
        </NoticeBar>
      ) : null}
      {session && (verdict === 'eligible' || verdict === 'needs-review') ? (
        <Begin notice={notice} session={session} offeringCode={offering.code} />
      ) : null}
      <View className="verdict__go">
        {verdict === 'undecided' ? <BigButton id="ask-skipped" text="回答跳过的问题" onTap={onAskSkipped} /> : null}
        {entryOpen && verdict !== 'ineligible' ? (
          <BigButton
            id="enter-contest"
            text="去竞赛报名"
            onTap={() => open('/packages/contest/contest/index', { id: notice.id })}
          />
        ) : null}
        {!session && !entryOpen && verdict !== 'undecided' ? (
          <BigButton id="see-dates" text="查看报名时间" onTap={() => open('/pages/notice/index', { id: notice.id })} />
        ) : null}
      </View>
      {routes.map((route) => (
        <RouteCard key={route.route} route={route} notice={notice} offering={offering} today={today} />
      ))}
      <View className="verdict__other">
        <TextButton id="change-answers" text="修改回答" onTap={onBack} />
        <TextButton id="other-offering" text="换一个项目" onTap={onOther} />
      </View>
    </>
  );
}

type RouteProps = { route: RouteAssessment; notice: Notice; offering: Offering; today: LocalDate };

function RouteCard({ route, notice, offering, today }: RouteProps) {
  const conditions = offering.routes.flatMap(({ code, condition }) => (code === route.route ? [condition] : []));
  return (
    <Card>
      <OneSource>
        <Tag text={verdictWord(route.verdict)} tone={VERDICT_TONES[route.verdict]} />
        <View className="verdict__printed">
          {route.route === WHOLE_NOTICE_ROUTE ? (
            notice.conditions.flatMap((condition) =>
              leavesOf(condition).map(({ leaf }, index) => (
                <Source key={`${leaf.kind}-${index}`} of={leaf.source}>
                  {printedWords(leaf.source)}
                </Source>
              )),
            )
          ) : (
            <Source of={route.source}>{routeWords(offering, route)}</Source>
          )}
        </View>
        <Reasons of={route} way={individualsApply(notice)} />
        {route.verdict === 'ineligible' && route.earliestOn ? (
          <View className="verdict__reason">这一条最早 {dayWords(route.earliestOn, today)} 起符合</View>
        ) : null}
        {'documents' in route && route.documents ? (
          <View className="verdict__reason">
            需要
            <Papers tree={route.documents} />
          </View>
        ) : null}
        <RelatedLists notice={notice} conditions={conditions} id={`verdict-${route.route}`} />
      </OneSource>
    </Card>
  );
}
