import {
  type ContestView,
  type NewsReach,
  type ReplyOf,
  contests,
  stageDraws,
  stages,
} from '@jikaotong/shared/contract';
import { type EntryStanding, type ListRow, entryList } from '@jikaotong/shared/lists';
import type { StageCode } from '@jikaotong/shared/notice';
import { doubtWord, entryStandingWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { fileAddress, open, reloadScreens, useAnswer, useOnShow } from '../../platform';
import { Cell, Group, Loaded, Page, Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords, useStaff } from '../staff';
import { AnnounceSheet } from './announce-sheet';
import { announcedWords } from './announced-words';
import { CancelStageSheet } from './cancel-stage-sheet';
import { FilingPart } from './filing-part';
import { groupNeeds } from './group-needs';
import { groupWords } from './group-words';
import { ListImport } from './list-import';

type Row = ListRow<typeof entryList>;
type Staffed = ReplyOf<typeof contests.getStaffContest>;

const TONES: Readonly<Record<EntryStanding, Tone>> = {
  submitted: 'warn',
  approved: 'go',
  rejected: 'stop',
  withdrawn: 'quiet',
};
const WAITING = 'submitted' satisfies EntryStanding;
const LIVE = `${WAITING},approved`;

/** Who entered a competition, with the stages to announce; `state` is what the address asks for. */
export function EntriesScreen({ id, state }: { id: string; state: string | null }) {
  const answer = useAnswer(contests.getStaffContest, { params: { id } });
  // people enter, and colleagues decide, at the same time
  useOnShow(() => void reloadScreens());
  return answer.state === 'ready' ? (
    <Entries of={answer.data} onlyWaiting={state === WAITING} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Entries({ of, onlyWaiting }: { of: Staffed; onlyWaiting: boolean }) {
  const { bodyId, entriesId, contest, told, rankingGroups } = of;
  const { may } = useStaff();
  const today = useToday();
  const [stage, setStage] = useState<StageCode | null>(null);
  const [cancelling, setCancelling] = useState<StageCode | null>(null);
  const toldOf = (code: StageCode) => told.find((one) => one.stage === code) ?? NOBODY;
  const asks = useMemo(() => ({ group: groupNeeds(rankingGroups) }), [rankingGroups]);
  const cardOf = (row: Row) => ({
    title: `${row.name}（手机尾号 ${row.phone?.slice(-4) ?? '无'}）`,
    note: (
      <>
        <View>{[row.unit, row.group && groupWords(row.group, row.groupNote)].filter(Boolean).join(' · ')}</View>
        <View>
          {momentWords(row.submittedAt, today)} 报名
          {row.state === WAITING
            ? row.doubts.filter((doubt) => doubt !== 'clear').map((doubt) => `　${doubtWord(doubt)}`)
            : ''}
        </View>
      </>
    ),
    value: <Tag text={entryStandingWord(row.state)} tone={TONES[row.state]} />,
    picture: row.photo && fileAddress(row.photo),
  });
  return (
    <>
      <ListView
        list={entryList}
        id={entriesId}
        unit="人"
        about={
          <>
            <View>{contest.title}</View>
            <View>{countWords(of)}</View>
          </>
        }
        begin={{ state: onlyWaiting ? WAITING : LIVE }}
        actsOffered={(['accept', 'group'] as const).filter(
          (act) =>
            may({ who: entryList.acts[act].who }, bodyId) &&
            (act === 'accept' || (!onlyWaiting && rankingGroups.length > 0)),
        )}
        asks={asks}
        notice={
          <>
            {contest.entersHere ? null : <ListImport noticeId={contest.noticeId} />}
            {onlyWaiting ? null : <StageCells contest={contest} onOpen={setStage} />}
            {onlyWaiting ? null : <FilingPart of={of} />}
            {onlyWaiting ? null : <DrawCells contest={contest} />}
            <Group>
              {may(stages.getStageDesk, bodyId) ? (
                <Cell
                  id="go-stage-desk"
                  title="比赛成绩与名次"
                  note="确定名单、登记成绩、公布名次"
                  onTap={() => open('/packages/stage/desk/index', { id: entriesId })}
                />
              ) : null}
              {onlyWaiting ? null : (
                <Cell
                  id="go-trainings"
                  title="赛前培训"
                  note="安排时间和地点，登记谁到了"
                  value={`${of.counts.training}人要参加`}
                  onTap={() => open('/packages/stage/trainings/index', { id: contest.noticeId })}
                />
              )}
            </Group>
          </>
        }
        empty={
          onlyWaiting
            ? { title: '都核对完了', text: '有新的报名要核对时会出现在这里。' }
            : { title: '还没有人报名', text: '有人报名后会出现在这里。' }
        }
        asideAtDesk={ASIDE_AT_DESK}
        card={cardOf}
        tones={{ state: TONES }}
        elementId={(row) => `entry-${row.id}`}
        onOpen={(row) => open('/packages/contest/judge/index', { id: row.id })}
      />
      {stage ? (
        <AnnounceSheet
          contest={contest}
          stage={stage}
          told={toldOf(stage)}
          onCancelStage={() => {
            setCancelling(stage);
            setStage(null);
          }}
          onClose={() => setStage(null)}
        />
      ) : null}
      {cancelling ? (
        <CancelStageSheet
          contest={contest}
          stage={cancelling}
          told={toldOf(cancelling)}
          onClose={() => setCancelling(null)}
        />
      ) : null}
    </>
  );
}

const NOBODY: NewsReach = { accounts: 0, texts: 0, neither: 0, units: [] };

/** What only the sheet for the organisers needs. */
const ASIDE_AT_DESK = [
  'phone',
  'groupNote',
  'ranking',
  'documentType',
  'sex',
  'birthDate',
  'unitType',
  'coach',
  'stage',
  'training',
  'unionCard',
  'levels',
  'listReference',
] as const;

function countWords({ contest, counts }: Staffed): string {
  const entered = `已报名 ${counts.entered} 人，来自 ${counts.units} 个单位`;
  return contest.entersHere
    ? `${entered}；等待核对 ${counts.undecided} 人，参加赛前培训 ${counts.training} 人，已撤回 ${counts.withdrawn} 人`
    : `${entered}；在这里记录官网报名 ${counts.following} 人（已提交 ${counts.registered} 人，已在名单中 ${counts.matched} 人）`;
}

function StageCells({ contest, onOpen }: { contest: ContestView; onOpen: (stage: StageCode) => void }) {
  const { may } = useStaff();
  const today = useToday();
  if (!may(contests.announceStage)) return null;
  return (
    <Group title="赛程" foot="公布前会列出多少选手收到消息或短信，哪些单位要转告。">
      {contest.stages.map(({ code, name, printed, announced, cancelled, rankedOn }) =>
        cancelled ? (
          <Cell key={code} id={`stage-${code}`} title={name} note={`原因：${cancelled.reason}`} value="已取消" />
        ) : (
          <Cell
            key={code}
            id={`stage-${code}`}
            title={name}
            note={announced ? announcedWords(announced, today) : `通知原文：${printed}`}
            value={rankedOn ? '名次已公布' : announced ? '已公布' : '待公布'}
            // nobody moves a stage whose ranks are out
            {...(!rankedOn && { onTap: () => onOpen(code) })}
          />
        ),
      )}
    </Group>
  );
}

/** The way to the draw of each stage. */
function DrawCells({ contest: { noticeId, stages } }: { contest: ContestView }) {
  const { may } = useStaff();
  if (!may(stageDraws.getStaffStageDraw)) return null;
  return (
    <Group title="抽签和奖项" foot="报名截止、核对完以后抽签。抽签只定出场，参赛名单在比赛成绩里确定。">
      {stages.map(({ code, name }) => (
        <Cell
          key={code}
          id={`draw-${code}`}
          title={`${name}抽签`}
          onTap={() => open('/packages/honour/draw/index', { id: noticeId, stage: code })}
        />
      ))}
      <Cell id="go-awards" title="奖项和申诉" onTap={() => open('/packages/honour/desk/index', { id: noticeId })} />
    </Group>
  );
}
