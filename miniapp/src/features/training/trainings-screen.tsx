import { type ReplyOf, contestTrainings } from '@jikaotong/shared/contract';
import { reachWords, trainingWhenWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { open, useAnswer, useOnShow } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Loaded, Page, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';
import { WhenSheet } from './when-sheet';

type Trainings = ReplyOf<typeof contestTrainings.listTrainings>;

/** All trainings of a competition, and the way to set one. */
export function TrainingsScreen({ id }: { id: string }) {
  const answer = useAnswer(contestTrainings.listTrainings, { params: { id } });
  useOnShow(() => answer.state === 'ready' && answer.refresh());
  if (answer.state === 'ready') return <Trainings noticeId={id} of={answer.data} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Trainings({ noticeId, of }: { noticeId: string; of: Trainings }) {
  const { may } = useStaff();
  const today = useToday();
  const [setting, setSetting] = useState(false);
  return (
    <Page
      action={
        may(contestTrainings.setTraining, of.bodyId) ? (
          <BigButton id="new-training" text="安排一次培训" onTap={() => setSetting(true)} />
        ) : undefined
      }
    >
      <Heading title="赛前培训">{of.title}</Heading>
      <Group title="要参加的选手">
        {of.stages.map(({ code, name, wished, reach }) => (
          <Cell
            key={code}
            id={`wished-${code}`}
            title={name}
            {...(wished > 0 && { note: reachWords(reach) })}
            value={`${wished}人`}
          />
        ))}
      </Group>
      {of.items.length === 0 ? (
        <Empty title="还没有安排培训">安排以后，要参加的选手会收到时间和地点。培训自愿参加，不影响比赛。</Empty>
      ) : (
        <Group title="已安排">
          {of.items.map((one) => (
            <Cell
              key={one.id}
              id={`training-${one.day}`}
              title={`${one.stageName}　${trainingWhenWords(one, today)}`}
              note={`要参加 ${one.counts.wished} 人，已到 ${one.counts.came} 人，没到 ${one.counts.absent} 人`}
              value={
                one.cancelled ? (
                  <Tag text="已取消" tone="stop" />
                ) : one.day < today ? (
                  <Tag text="已结束" tone="quiet" />
                ) : (
                  <Tag text={one.day === today ? '今天' : '待培训'} tone="go" />
                )
              }
              onTap={() => open('/packages/stage/training/index', { id: one.id })}
            />
          ))}
        </Group>
      )}
      {setting ? (
        <WhenSheet
          title="安排赛前培训"
          stages={of.stages}
          begin={null}
          onClose={() => setSetting(false)}
          to={{ noticeId }}
        />
      ) : null}
    </Page>
  );
}
