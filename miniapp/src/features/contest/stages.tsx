import type { ContestView, StageView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { lastDayOf } from '@jikaotong/shared/rules/calendar';
import { dayWords, stageHoursWord, stageHoursWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Card, Source, SpanLine, type StepState, Timeline, TimelineStep } from '../../ui';

/** Entry window and stages: printed words until staff announce a day and a place. */
export function Stages({ contest, today }: { contest: ContestView; today: LocalDate }) {
  const { opensOn, closesOn } = contest;
  return (
    <Card>
      <Timeline>
        <TimelineStep
          title="报名"
          state={contest.state === 'open' ? 'now' : contest.state === 'closed' ? 'past' : 'coming'}
          when={<SpanLine opens={opensOn} closes={closesOn} today={today} />}
          {...(contest.entrySource ? { source: contest.entrySource } : {})}
        />
        {contest.stages.map((stage) => (
          <TimelineStep
            key={stage.code}
            title={stage.name}
            state={stateOf(stage, today)}
            word={stage.cancelled ? '已取消' : undefined}
            when={
              stage.cancelled ? (
                `原因：${stage.cancelled.reason}`
              ) : stage.announced ? (
                <Announced stage={stage} today={today} />
              ) : (
                `${stage.printed ?? '待定'}（通知原文）`
              )
            }
            source={stage.source}
          />
        ))}
      </Timeline>
      {contest.place && contest.stages.every(({ announced }) => !announced) ? (
        <Source of={contest.place.source}>{contest.place.value}</Source>
      ) : null}
    </Card>
  );
}

function Announced({ stage: { announced, printed }, today }: { stage: StageView; today: LocalDate }) {
  if (!announced) return null;
  return (
    <>
      <View>
        {dayWords(announced.day, today)} {announced.startsAt}
      </View>
      <View>{announced.place}</View>
      {announced.plan?.map((hours, at) => (
        <View key={at}>{`${stageHoursWord(hours.kind)}：${stageHoursWords(hours)}`}</View>
      ))}
      {printed ? <View>通知原文：{printed}</View> : null}
    </>
  );
}

function stateOf({ announced, cancelled, rankedOn }: StageView, today: LocalDate): StepState {
  if (cancelled) return 'ended';
  if (rankedOn) return 'done';
  if (!announced) return 'unknown';
  const last = lastDayOf(announced);
  if (announced.day <= today && today <= last) return 'now';
  return last < today ? 'past' : 'coming';
}
