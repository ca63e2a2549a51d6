import { type OwnPlace, type OwnStage, stageDraws, stageRankings } from '@jikaotong/shared/contract';
import { dayWords, examDayWords, lineWords, placeWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer, useOnShow } from '../../platform';
import { Cell, Group, Heading, Loaded, NoticeBar, Page, Tag, type Tone } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { ownStageNote, ownStageTitle } from './own-stage-words';

/** One's own way through a competition: each stage with its time, marks and rank. */
export const MyStagesScreen = ({ id }: { id: string }) => (
  <Page>
    <SignInGate why="登录后可以查看自己的名次。">
      <OwnStages id={id} />
    </SignInGate>
  </Page>
);

function OwnStages({ id }: { id: string }) {
  const answer = useAnswer(stageRankings.listMyStages, { params: { id } });
  const drawn = useAnswer(stageDraws.listMyPlaces, { params: { id } });
  useOnShow(() => {
    for (const one of [answer, drawn]) if (one.state === 'ready') one.refresh();
  });
  const placeIn = (code: OwnStage['code']) =>
    drawn.state === 'ready' ? (drawn.data.items.find(({ stage }) => stage === code) ?? null) : null;
  return (
    <Loaded answer={answer}>
      {({ title, state, items }) => (
        <>
          <Heading title={title} />
          {state === 'entered' ? null : <NoticeBar tone="warn">您已不参加这项竞赛，以前的成绩仍可查看。</NoticeBar>}
          {items.map((stage, at) => (
            <Stage
              key={stage.code}
              entryId={id}
              stage={stage}
              place={placeIn(stage.code)}
              next={items[at + 1] ?? null}
            />
          ))}
        </>
      )}
    </Loaded>
  );
}

type StageProps = { entryId: string; stage: OwnStage; place: OwnPlace | null; next: OwnStage | null };

function Stage({ entryId, stage, place, next }: StageProps) {
  const today = useToday();
  const { code, id, name, number, rank, earlier, admitted, groups, isLast } = stage;
  const [word, tone] = standingOf(stage, next);
  return (
    <Group title={name}>
      <Cell
        id={`own-${code}`}
        title={ownStageTitle(stage)}
        note={ownStageNote(stage, today)}
        value={word === '' ? undefined : <Tag text={word} tone={tone} />}
      />
      {number !== undefined && !rank ? (
        <Cell id={`number-${code}`} title="参赛号" value={`${number}号`} note="名次公布后，名单上凭它找到自己" />
      ) : null}
      {place && !rank ? (
        <Cell
          id={`place-${code}`}
          title={placeWords(place)}
          note={`${dayWords(place.day, today)} ${place.startsAt} 至 ${place.endsAt}，请提前到场检录`}
        />
      ) : null}
      {stage.ticket ? (
        <Cell
          id={`ticket-${code}`}
          title={examDayWords(true).ticket}
          note="入场时出示；考场、座位和出场时间在里面"
          onTap={() => open('/packages/exam/ticket/index', { id: stage.ticket?.id ?? '' })}
        />
      ) : null}
      {rank?.reason ? <Cell title="名次有更正" note={rank.reason} /> : null}
      {admitted ? (
        <Cell
          title={`${dayWords(admitted.on, today)}递补进入${next?.name ?? '下一阶段'}`}
          note={`原因：${admitted.reason}`}
        />
      ) : null}
      {earlier.map((was, at) => (
        <Cell
          key={at}
          title={`更正前：${was.rank === null ? '没有名次' : `第${was.rank}名`}`}
          note={`${was.total === null ? '' : `总分 ${was.total}　`}${dayWords(was.publishedOn, today)}公布`}
        />
      ))}
      {rank && !isLast
        ? groups.map(({ group, line }) => (line ? <Line key={group ?? ''} words={lineWords(line)} /> : null))
        : null}
      {rank && !stage.cancelled ? (
        <Cell
          id={`protest-${code}`}
          title="对成绩有异议"
          note="申诉期内可以申诉；截止日期、奖项也在那里"
          onTap={() => open('/packages/honour/own/index', { id: entryId })}
        />
      ) : null}
      {rank || stage.rankedOn ? (
        <Cell id={`all-${code}`} title="全部名次" onTap={() => open('/packages/stage/ranking/index', { id })} />
      ) : null}
    </Group>
  );
}

const Line = ({ words }: { words: string }) => <Cell title="晋级线" note={<View>{words}</View>} />;

function standingOf({ reached, rank, isLast, cancelled }: OwnStage, next: OwnStage | null): readonly [string, Tone] {
  if (cancelled) return ['已取消', 'stop'];
  if (reached === 'no') return ['未进入', 'quiet'];
  if (reached === 'open') return ['', 'quiet'];
  if (rank === null) return ['参加', 'go'];
  if (isLast || rank.rank === null) return ['', 'quiet'];
  // nobody goes on to what is not held
  if (next?.cancelled) return ['', 'quiet'];
  if (rank.advances) return ['晋级', 'go'];
  return next?.reached === 'yes' ? ['递补晋级', 'go'] : ['未晋级', 'quiet'];
}
