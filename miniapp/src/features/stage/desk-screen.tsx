import { type StageDesk, stageDraws, stageMarks, stages } from '@jikaotong/shared/contract';
import { type ListRow, stageEntrantList } from '@jikaotong/shared/lists';
import { earlyWords, stageNoteWord, unrankedWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  type Command,
  IN_WECHAT,
  type Refusal,
  confirm,
  open,
  reloadScreens,
  toast,
  useAnswer,
  useCommand,
  useOnShow,
} from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage, Tag, type Tone } from '../../ui';
import { FilingOfStage } from '../contest';
import { ListView } from '../list';
import { useStaff } from '../staff';
import { ConfirmSheet } from './confirm-sheet';
import { NoteSheet } from './note-sheet';
import { StageDay } from './stage-day';
import { Ungrouped } from './ungrouped';

type Row = ListRow<typeof stageEntrantList>;
const TONES: Readonly<Record<Row['standing'], Tone>> = {
  present: 'go',
  absent: 'warn',
  disqualified: 'stop',
  withdrawn: 'quiet',
  unnoted: 'quiet',
};

/** The desk of one stage: its roster, marks, and the way to publishing its ranks; `first`: the number that is looked at. */
export function DeskScreen({ id, first }: { id: string; first: number | null }) {
  const answer = useAnswer(stages.getStageDesk, { params: { id } });
  // two mark at the same time
  useOnShow(() => void reloadScreens());
  // kept here: whoever came second reads why beside the roster that stands now
  const freeze = useCommand(stages.freezeStageRoster);
  if (answer.state === 'ready')
    return answer.data.frozenAt === null ? (
      <Unfrozen desk={answer.data} freeze={freeze} />
    ) : (
      <Marks desk={answer.data} first={first} late={freeze.refusal} />
    );
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Unfrozen({ desk, freeze }: { desk: StageDesk; freeze: Command<typeof stages.freezeStageRoster> }) {
  const { id, title, name, waiting, bodyId, early } = desk;
  const { may } = useStaff();
  const go = async () => {
    const sure = await confirm({
      title: `确定${name}名单？`,
      text: `${early.map((one) => `${earlyWords(one)}。`).join('')}${waiting}名选手各得一个参赛号，名单从现在起固定，不能重来。`,
      yes: '确定名单',
    });
    if (!sure) return;
    const reply = await freeze.run({ params: { id }, body: { seen: early.map(({ why }) => why) } });
    if (reply.ok) toast('名单已确定');
    // what stands against it is shown at once
    else if (reply.code === 'roster-early') await reloadScreens();
  };
  const mayFreeze = may(stages.freezeStageRoster, bodyId) && waiting > 0 && desk.ungrouped.length === 0;
  return (
    <Page
      action={
        mayFreeze && early.length === 0 ? (
          <BigButton id="freeze-roster" text="确定参赛名单" busy={freeze.busy} onTap={() => void go()} />
        ) : undefined
      }
    >
      <Heading title={`${name}成绩与名次`} />
      <RefusalMessage refusal={freeze.refusal} />
      <NoticeBar tone="info" title={title}>
        {waiting === 0
          ? '这一阶段还没有选手；上一阶段公布成绩后，晋级的选手会在这里。'
          : `现有选手${waiting}人。名单确定后才能登记成绩。`}
      </NoticeBar>
      {waiting > 0 && early.length > 0 ? (
        <NoticeBar tone="warn" title="先不要急着确定名单">
          {`${early.map(earlyWords).join('；')}。名单一经确定就固定，不能重来。`}
        </NoticeBar>
      ) : null}
      <Ungrouped desk={desk} />
      <ToDraw desk={desk} />
      <StageDay desk={desk} />
      {mayFreeze && early.length > 0 ? (
        <Group>
          <Cell id="freeze-roster" title="现在就确定参赛名单" note="确定前再说一遍要注意什么" onTap={() => void go()} />
        </Group>
      ) : null}
      <FilingOfStage id={id} bodyId={bodyId} />
      <OtherStages desk={desk} />
    </Page>
  );
}

type MarksProps = { desk: StageDesk; first: number | null; late: Refusal | null };

function Marks({ desk, first, late }: MarksProps) {
  const { id, name, title, bodyId, revision } = desk;
  const { may } = useStaff();
  const [number, setNumber] = useState(first);
  const [confirming, setConfirming] = useState<'theory' | 'skill' | 'standing' | null>(null);
  const cardOf = (row: Row) => ({
    title: `${row.number}号 ${row.name}`,
    note: (
      <>
        {row.unit ? <View>{row.unit}</View> : null}
        <View>{marksOf(row)}</View>
      </>
    ),
    value: row.open ? <Tag text="待核对" tone="warn" /> : rankTag(row),
  });
  return (
    <>
      <ListView
        list={stageEntrantList}
        id={id}
        unit="人"
        about={`${title}　${name}：${summaryOf(desk)}`}
        notice={
          <>
            <RefusalMessage refusal={late} />
            <Confirmations desk={desk} onOpen={setConfirming} />
            <FilingOfStage id={id} bodyId={bodyId} />
            <Group>
              <Cell
                id="go-preview"
                title={revision === 0 ? '预览名次并公布' : '名次与更正'}
                note={revision === 0 ? '同分、晋级线、还差什么，都在公布前看清' : `已公布第${revision}次`}
                onTap={() => open('/packages/stage/preview/index', { id })}
              />
              {revision > 0 ? (
                <>
                  <Cell id="go-ranking" title="公示名单" onTap={() => open('/packages/stage/ranking/index', { id })} />
                  {IN_WECHAT ? null : (
                    <Cell id="go-hall" title="现场大屏" onTap={() => open('/packages/stage/hall/index', { id })} />
                  )}
                </>
              ) : null}
              {revision === 0 && may(stageMarks.marksSheet.upload, bodyId) ? (
                <Cell
                  id="go-marks-sheet"
                  title="用成绩表导入"
                  onTap={() => open('/packages/stage/marks/index', { id })}
                />
              ) : null}
              <Cell
                id="go-judging-desk"
                title="裁判评分"
                note="评分表、裁判、进度和锁定；锁定后分数计入成绩"
                onTap={() => open('/packages/judge/desk/index', { id })}
              />
            </Group>
            <ToDraw desk={desk} />
            <StageDay desk={desk} />
            <OtherStages desk={desk} />
          </>
        }
        empty={{ title: '没有这样的选手', text: '换个条件再找。' }}
        card={cardOf}
        tones={{ standing: TONES }}
        elementId={(row) => `entrant-${row.number}`}
        onOpen={(row) => setNumber(row.number)}
      />
      {number === null ? null : (
        <NoteSheet
          stageId={id}
          number={number}
          mayMark={may(stages.keyStageMark, bodyId)}
          mayStand={may(stages.noteStanding, bodyId)}
          onClose={() => setNumber(null)}
        />
      )}
      {confirming ? <ConfirmSheet desk={desk} part={confirming} onClose={() => setConfirming(null)} /> : null}
    </>
  );
}

const marksOf = ({ theory, skill, total }: Row): string =>
  `理论 ${theory ?? '—'}　技能 ${skill ?? '—'}${total === null ? '' : `　总成绩 ${total}`}`;

const rankTag = ({ standing, rank }: Row) =>
  standing !== 'present' ? (
    <Tag text={unrankedWord(standing)} tone={TONES[standing]} />
  ) : rank === null ? undefined : (
    `第${rank}名`
  );

function summaryOf({ entrants, standings, unmarked }: StageDesk): string {
  const lacking =
    unmarked.theory + unmarked.skill === 0 ? '成绩已齐' : `缺理论${unmarked.theory}人、技能${unmarked.skill}人`;
  const { present, absent, unnoted } = standings;
  const stood = [
    present + absent > 0 ? `到场${present}人，缺考${absent}人` : '',
    unnoted > 0 ? `到没到场未登记${unnoted}人` : '',
  ].filter(Boolean);
  return `名单${entrants}人${stood.map((words) => `，${words}`).join('')}；${lacking}`;
}

/** What waits for a second pair of eyes. */
function Confirmations({ desk, onOpen }: { desk: StageDesk; onOpen: (part: 'theory' | 'skill' | 'standing') => void }) {
  const { may } = useStaff();
  const parts = (['theory', 'skill', 'standing'] as const).filter((part) => desk.unconfirmed[part] > 0);
  if (parts.length === 0 || !may(stages.confirmStageNotes, desk.bodyId)) return null;
  return (
    <Group title="待第二人核对" foot="自己登记的由别人核对；再录一遍同样的成绩也算核对。">
      {parts.map((part) => (
        <Cell
          key={part}
          id={`confirm-${part}`}
          title={`核对${stageNoteWord(part)}`}
          value={`${desk.unconfirmed[part]}项`}
          onTap={() => onOpen(part)}
        />
      ))}
    </Group>
  );
}

function ToDraw({ desk: { noticeId, bodyId, code, name } }: { desk: StageDesk }) {
  const { may } = useStaff();
  return may(stageDraws.getStaffStageDraw, bodyId) ? (
    <Group>
      <Cell
        id="go-draw"
        title={`${name}抽签`}
        note="只定出场顺序、场次和工位，不确定名单；抽过的在这里看和调整"
        onTap={() => open('/packages/honour/draw/index', { id: noticeId, stage: code })}
      />
    </Group>
  ) : null;
}

function OtherStages({ desk: { id, stages: all } }: { desk: StageDesk }) {
  return (
    <Group title="其他阶段">
      {all
        .filter((one) => one.id !== id)
        .map((one) => (
          <Cell
            key={one.id}
            id={`stage-${one.id}`}
            title={one.name}
            value={one.revision > 0 ? '已公布' : one.frozen ? '登记成绩' : '名单未定'}
            onTap={() => open('/packages/stage/desk/index', { id: one.id })}
          />
        ))}
    </Group>
  );
}
