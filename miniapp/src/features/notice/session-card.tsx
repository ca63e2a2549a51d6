import type { SessionView, WindowView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { sessionStateWord, sessionTodoSentence, windowWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Card, OneSource, SpanLine, type StepState, Tag, Timeline, TimelineStep } from '../../ui';
import { SessionChangeNote } from './session-change-note';
import { LastCounterDay } from './last-counter-day';
import { OfferingName } from './offering-name';
import { stateTone } from './state-tone';
import './session-card.scss';

type Props = { session: SessionView; notice: Notice; today: LocalDate };

/** One dated run of offerings, with every window and where it comes from. */
export function SessionCard({ session, notice, today }: Props) {
  return (
    <Card>
      <View className="session-card__head">
        <View className="session-card__name">{session.name}</View>
        <Tag text={sessionStateWord(session.state)} tone={stateTone(session.state)} />
      </View>
      <View className="session-card__offerings">
        {session.offerings.map((offering) => (
          <OfferingName key={offering.code} of={offering} />
        ))}
      </View>
      <SessionChangeNote changes={session.changes} today={today} />
      <View className="session-card__todo">
        {session.state === 'applying' && individualsApply(notice) === 'counter'
          ? '现在可以在手机上填好、生成报名单，再带原件到窗口办理；窗口确认后才算报名，请看现场受理的最后一天'
          : sessionTodoSentence(session.state)}
      </View>
      <OneSource>
        <Timeline>
          {(session.state === 'cancelled' ? [] : session.windows).map((window) => (
            <TimelineStep
              key={window.kind}
              title={windowWord(window.kind)}
              state={stateOf(window, today)}
              when={<SpanLine opens={window.opens} closes={window.closes} today={today} />}
              source={window.source}
              word={payingAfterReview(window, notice, today) ? '审核通过后缴费' : undefined}
            >
              <LastCounterDay notice={notice} kind={window.kind} span={window} today={today} />
            </TimelineStep>
          ))}
        </Timeline>
      </OneSource>
      {session.sites.map((site) => (
        <View key={site.name} className="session-card__site">
          考点 {site.name}
          <View>{site.address}</View>
        </View>
      ))}
    </Card>
  );
}

function stateOf({ opens, closes }: WindowView, today: LocalDate): StepState {
  if (!opens && !closes) return 'unknown';
  const last = closes ?? opens;
  if (last && today > last) return 'past';
  return opens && opens <= today ? 'now' : 'coming';
}

/** While it runs, payment is for those who are approved: nobody else can do anything about it. */
const payingAfterReview = (window: WindowView, notice: Notice, today: LocalDate): boolean =>
  window.kind === 'payment' && notice.reviewBeforePayment.value && stateOf(window, today) === 'now';
