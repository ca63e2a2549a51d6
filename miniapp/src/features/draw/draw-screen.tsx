import { type StaffStageDraw, stageDraws } from '@jikaotong/shared/contract';
import { type ListRow, drawnPlaceList } from '@jikaotong/shared/lists';
import type { StageCode } from '@jikaotong/shared/notice';
import { dayWords, placeStateWord, placeWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, useAnswer, useCommand } from '../../platform';
import { Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage, Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { useStaff } from '../staff';
import { ChangeSheet, type Changed } from './change-sheet';
import { DrawForm } from './draw-form';
import { MoveSheet } from './move-sheet';
import { PromisedSeed } from './promised-seed';

type Row = ListRow<typeof drawnPlaceList>;

const TONES: Readonly<Record<Row['state'], Tone>> = { drawn: 'go', late: 'warn', withdrawn: 'quiet' };

type Said = Pick<StaffStageDraw['steps'][number], 'reason' | 'by' | 'on'>;

/** Why, and who said so when, each on a line of its own. */
function StepNote({ reason, by, on }: Said) {
  const today = useToday();
  return (
    <>
      <View>{reason}</View>
      <View>
        {by} {dayWords(on, today)}
      </View>
    </>
  );
}

/** The draw of one stage: promised, made once, changed with reasons. */
export function DrawScreen({ id, stage }: { id: string; stage: StageCode }) {
  const answer = useAnswer(stageDraws.getStaffStageDraw, { params: { id, stage } });
  // kept here: whoever came second reads why beside the places that stand now
  const make = useCommand(stageDraws.drawStage);
  if (answer.state === 'ready' && answer.data.drawnOn !== null)
    return answer.data.key === 'others' ? (
      <KeyHeld draw={answer.data} />
    ) : (
      <Drawn draw={answer.data} late={make.refusal} />
    );
  return answer.state === 'ready' ? (
    <DrawForm draw={answer.data} make={make} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

/** While marks are given, names stand beside numbers for two people only. */
const KeyHeld = ({ draw }: { draw: StaffStageDraw }) => (
  <Page>
    <Heading title={`${draw.stageName}抽签`}>{`名单${draw.entrants ?? 0}人，${draw.heats ?? 0}场`}</Heading>
    <NoticeBar tone="info" title="正在评分，号码与姓名由两位保管人保管">
      评分锁定以后，这里再显示谁在哪个位置。需要知道的，请找保管人。
    </NoticeBar>
    <PromisedSeed draw={draw} />
  </Page>
);

function Drawn({ draw, late }: { draw: StaffStageDraw; late: Refusal | null }) {
  const { eventId, stageName, entrants, heats, plan, without, steps, moves } = draw;
  const today = useToday();
  const { may } = useStaff();
  const [changing, setChanging] = useState<Changed | null>(null);
  const [moving, setMoving] = useState(false);
  const cardOf = (row: Row) => ({
    title: `${row.position} ${row.name}`,
    note: (
      <>
        <View>
          {placeWords(row)} · {dayWords(row.day, today)} {row.startsAt}
        </View>
        {row.unit ? <View>{row.unit}</View> : null}
      </>
    ),
    value: row.state === 'drawn' ? undefined : <Tag text={placeStateWord(row.state)} tone={TONES[row.state]} />,
  });
  return (
    <>
      <ListView
        list={drawnPlaceList}
        id={eventId}
        unit="人"
        about={`${stageName}：名单${entrants ?? 0}人，${heats ?? 0}场，每场${plan?.stations ?? 0}个工位。点一位选手，可以登记退出。`}
        notice={
          <>
            <RefusalMessage refusal={late} />
            {without.length > 0 ? (
              <Group title="还没有位置的选手" foot="点一下，补到空出的位置；没有空位的排在最后，别人都不动。">
                {without.map(({ entryId, name, left }) => (
                  <Cell
                    key={entryId}
                    id={`join-${entryId}`}
                    title={name}
                    note={left ? '让出过位置' : undefined}
                    value="补入"
                    onTap={() => setChanging({ kind: 'added', entryId, name })}
                  />
                ))}
              </Group>
            ) : null}
            {may(stageDraws.moveStageDraw, draw.bodyId) ? (
              <Group>
                <Cell
                  id="go-move-draw"
                  title="比赛改期"
                  note="各场一起改，新的时间会告诉选手"
                  onTap={() => setMoving(true)}
                />
              </Group>
            ) : null}
            <PromisedSeed draw={draw} />
            {steps.length + moves.length > 0 ? (
              <Group title="抽签后的调整">
                {moves.map(({ from, to, reason, by, on }, at) => (
                  <Cell
                    key={`moved-${at}`}
                    title={`第一场由${dayWords(from, today)}改到${dayWords(to, today)}`}
                    note={<StepNote {...{ reason, by, on }} />}
                  />
                ))}
                {steps.map(({ kind, name, position, reason, by, on }, at) => (
                  <Cell
                    key={at}
                    title={`${name ?? '选手'}${kind === 'added' ? '补入' : '退出'}（第${position}位）`}
                    note={<StepNote {...{ reason, by, on }} />}
                  />
                ))}
              </Group>
            ) : null}
          </>
        }
        empty={{ title: '没有这样的选手', text: '换个条件再找。' }}
        card={cardOf}
        tones={{ state: TONES }}
        elementId={(row) => `place-${row.position}`}
        onOpen={({ id: placeId, name, state }) =>
          state === 'withdrawn' ? undefined : setChanging({ kind: 'withdrawn', placeId, name })
        }
      />
      {moving ? <MoveSheet draw={draw} onClose={() => setMoving(false)} /> : null}
      {changing ? <ChangeSheet draw={draw} changed={changing} onClose={() => setChanging(null)} /> : null}
    </>
  );
}
