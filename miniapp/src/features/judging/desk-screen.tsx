import { type JudgingView, type StagePart, judgePlaces, judging } from '@jikaotong/shared/contract';
import { dayWords, judgeConflictWord, judgesWords, stageNoteWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { type Refusal, confirm, open, openFile, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Chips,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  RefusalMessage,
  Tag,
  TextButton,
} from '../../ui';
import { useToday } from '../demonstration';
import { momentWords, useStaff } from '../staff';
import { ConflictSheet } from './conflict-sheet';
import { JudgesPart } from './judges-part';
import { KeySheet } from './key-sheet';
import './judging.scss';

const PARTS = ['skill', 'theory'] as const;

/** How a part of a stage is judged: sheet, key, judges, progress, and the lock by two. */
export function JudgingDeskScreen({ id }: { id: string }) {
  const [part, setPart] = useState<StagePart>('skill');
  const answer = useAnswer(judging.getJudging, { params: { id, part } }, { everyMs: 30_000 });
  const parts = (
    <Chips
      id="judged-part"
      label="科目"
      options={PARTS.map((key) => ({ key, text: stageNoteWord(key) }))}
      value={part}
      onChoose={setPart}
    />
  );
  if (answer.state === 'ready') return <Desk key={part} view={answer.data} parts={parts} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Desk({ view, parts }: { view: JudgingView; parts: ReactNode }) {
  const { stageName, part, title, drawn, sheet, bodyId, lock, judges } = view;
  const { may } = useStaff();
  const params = { id: view.stageId, part };
  const locking = useCommand(judging.lockMarks);
  const isLocked = lock.state === 'locked';
  const mayLock = may(judging.lockMarks, bodyId) && sheet !== null && judges.length > 0 && !isLocked && !lock.mine;
  const go = async () => {
    const proposed = lock.state === 'proposed';
    const sure = await confirm({
      title: proposed ? '锁定评分？' : '提交锁定？',
      text: `${warningsOf(view)}${
        proposed
          ? `${lock.byName ?? ''}已提交。锁定后裁判不能再改，合成的分数计入${stageName}成绩。`
          : '核对无误后提交，再由另一位工作人员确认锁定。'
      }`,
      yes: proposed ? '锁定' : '提交',
    });
    if (
      sure &&
      (
        await locking.run({
          params,
          body: { turn: view.turn, seen: { outliers: view.outliers, notBegun: view.notBegun } },
        })
      ).ok
    )
      toast(proposed ? '已锁定' : '已提交');
  };
  return (
    <Page
      broad
      action={
        mayLock ? (
          <BigButton
            id="lock-marks"
            text={lock.state === 'proposed' ? '确认并锁定评分' : '提交锁定评分'}
            busy={locking.busy}
            onTap={() => void go()}
          />
        ) : undefined
      }
    >
      <Heading title={`${stageName}裁判评分`}>{title}</Heading>
      {parts}
      <RefusalMessage refusal={locking.refusal} />
      <LockBar view={view} />
      <SheetPart view={view} />
      {sheet === null ? null : drawn ? (
        <>
          <AbsentMarked view={view} />
          <Progress view={view} />
          <KeyPart view={view} />
          <JudgesPart view={view} />
        </>
      ) : (
        <NoticeBar tone="warn" title="还没有抽签">
          抽签后才有号码，才能安排裁判。
        </NoticeBar>
      )}
    </Page>
  );
}

/** What whoever locks should have looked at; '': nothing. */
function warningsOf({ outliers, notBegun, judges }: JudgingView): string {
  const removed = judges.filter(({ state, marked, voided }) => state === 'revoked' && marked && !voided);
  const warnings = [
    outliers > 0 ? `${outliers} 个分数差距大` : '',
    notBegun > 0 ? `${notBegun} 场还没有到开始时间` : '',
    removed.length > 0 ? `已取消的${removed.map(({ name }) => name).join('、')}评的分数仍计入` : '',
  ].filter(Boolean);
  return warnings.length === 0 ? '' : `请先看清：${warnings.join('；')}。`;
}

function LockBar({ view: { lock, stageName } }: { view: JudgingView }) {
  const today = useToday();
  if (lock.state === 'locked')
    return (
      <NoticeBar tone="go" title="评分已锁定">
        {lock.at !== null && lock.secondName
          ? `${lock.byName ?? ''}提交，${lock.secondName}于${momentWords(lock.at, today)}锁定，分数已计入${stageName}成绩。`
          : '名次已经公布，不能再评分。'}
      </NoticeBar>
    );
  if (lock.state !== 'proposed') return null;
  return (
    <NoticeBar tone="info" title={`${lock.byName ?? ''}已提交锁定`}>
      {lock.mine ? '请另一位工作人员核对并锁定。' : '核对无误后请锁定；有裁判再改分，要重新提交。'}
    </NoticeBar>
  );
}

function SheetPart({ view }: { view: JudgingView }) {
  const { sheet, startedAt, stageId, part, bodyId, proposed, earlier, others } = view;
  const copy = useCommand(judgePlaces.copyJudging);
  const { may } = useStaff();
  const today = useToday();
  const isOpen = startedAt === null && view.lock.state !== 'locked' && may(judging.defineMarkingSheet, bodyId);
  const toSheet = () => open('/packages/judge/sheet/index', { id: stageId, part });
  if (sheet === null)
    return (
      <Group title="评分表" foot={proposed ? `通知：${judgesWords({ judges: proposed.rule })}。` : null}>
        <Cell
          id="define-sheet"
          title="制定评分表"
          note="写明评分项目、满分和分档，开始评分后不能再改"
          {...(isOpen && { onTap: toSheet })}
        />
        {isOpen
          ? others.map((one) => (
              <Cell
                key={one.stageId}
                id={`copy-sheet-${one.stageName}`}
                title={`照搬${one.stageName}的评分表`}
                note={`${one.items} 项，照搬后还可以修改`}
                onTap={() =>
                  void copy.run({ params: { id: stageId, part }, body: { from: one.stageId, what: 'sheet' } })
                }
              />
            ))
          : null}
        <RefusalMessage refusal={copy.refusal} />
      </Group>
    );
  const full = sheet.items.reduce((sum, { maximum }) => sum + maximum, 0);
  return (
    <Group
      title={`评分表　第 ${sheet.version} 版`}
      foot={`${sheet.definedAs === 'notice' ? '通知' : '裁判组'}：${sheet.said}。${sheet.byName} ${momentWords(sheet.at, today)}${
        earlier > 0 ? `，之前有 ${earlier} 版` : ''
      }。`}
    >
      <Cell
        id="define-sheet"
        title={`${sheet.items.length} 项，满分 ${full / 100}`}
        note={`${sheet.items.map(({ name, maximum }) => `${name} ${maximum / 100}`).join('、')}；${judgesWords({ judges: sheet.rule })}`}
        value={startedAt === null ? undefined : <Tag text="已开始评分" tone="go" />}
        {...(isOpen && { onTap: toSheet })}
      />
    </Group>
  );
}

/** Whoever is noted absent and was judged: one of the two is wrong, and is put right among the marks of the stage. */
function AbsentMarked({ view: { stageId, stageName, absentMarked } }: { view: JudgingView }) {
  if (absentMarked.length === 0) return null;
  return (
    <Group
      title={`${absentMarked.length} 人登记缺考却有裁判评分`}
      foot={`点选手看登记记录：其实来了的，在${stageName}成绩里改为到场；没有来的，请裁判核对号码。缺考的不计入已评完。`}
    >
      {absentMarked.map(({ number, name }) => (
        <Cell
          key={number}
          id={`absent-marked-${number}`}
          title={`${number}号 ${name}`}
          value={<Tag text="缺考" tone="warn" />}
          onTap={() => open('/packages/stage/desk/index', { id: stageId, entrant: String(number) })}
        />
      ))}
    </Group>
  );
}

function Progress({ view }: { view: JudgingView }) {
  const { stageId, part, heats, numbers, complete, outliers, unchecked, conflicts, bodyId, judges } = view;
  const { may } = useStaff();
  const today = useToday();
  const [conflict, setConflict] = useState<JudgingView['conflicts'][number] | null>(null);
  const mayDecide = may(judging.decideJudgeAct, bodyId);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const print = async () => {
    const shown = { name: `${view.stageName}评分表`, kind: 'pdf' } as const;
    const reply = await openFile(judging.printMarkingSheets, { params: { id: stageId, part } }, shown);
    setFailed(reply.ok ? null : reply);
  };
  return (
    <>
      {conflicts.length > 0 ? (
        <Group
          title={`${conflicts.length} 条评分没有计入`}
          foot={view.lock.state === 'locked' ? '锁定以后才传到，只能登记为不计入。' : '处理完才能锁定。'}
        >
          {conflicts.map((one) => (
            <Cell
              key={one.id}
              id={`judge-conflict-${one.id}`}
              title={one.number ? `第 ${one.number.heat} 场 ${one.number.station} 号工位` : '号码读不出来'}
              note={[one.judgeName, judgeConflictWord(one.conflict)].filter(Boolean).join('　')}
              value={<Tag text="待处理" tone="warn" />}
              {...(mayDecide && { onTap: () => setConflict(one) })}
            />
          ))}
        </Group>
      ) : null}
      <Group
        title={`进度　已评完 ${complete} / ${numbers}`}
        foot={[
          outliers > 0 ? `${outliers} 个分数与中间分相差较大，请核对` : '',
          unchecked > 0 ? `${unchecked} 个录入的分数待第二人核对` : '',
        ]
          .filter(Boolean)
          .join('；')}
      >
        {heats.map((one) => (
          <Cell
            key={one.heat}
            id={`heat-${one.heat}`}
            title={`第 ${one.heat} 场`}
            note={`${dayWords(one.day, today)} ${one.startsAt}${one.outliers > 0 ? `　${one.outliers} 个分数差距大` : ''}`}
            value={
              one.complete === one.numbers ? (
                <Tag text="已评完" tone="go" />
              ) : (
                <Tag text={`${one.complete} / ${one.numbers}`} tone="warn" />
              )
            }
            onTap={() => open('/packages/judge/heat/index', { id: stageId, part, heat: String(one.heat) })}
          />
        ))}
      </Group>
      {judges.some(({ state }) => state === 'open') ? (
        <View className="judging-go">
          <TextButton id="print-sheets" text="打印评分表（签名用）" onTap={() => void print()} />
          <RefusalMessage refusal={failed} />
        </View>
      ) : null}
      {conflict ? <ConflictSheet of={conflict} onClose={() => setConflict(null)} /> : null}
    </>
  );
}

function KeyPart({ view }: { view: JudgingView }) {
  const { keyHolders, bodyId, lock } = view;
  const { may } = useStaff();
  const [choosing, setChoosing] = useState(false);
  if (lock.state === 'locked') return null;
  return (
    <Group title="号码与姓名的保管人" foot="锁定以前，只有这两位能看到哪个号码是谁；其他工作人员看不到抽签的姓名。">
      <Cell
        id="key-holders"
        title={keyHolders.length === 0 ? '还没有指定' : keyHolders.map(({ name }) => name).join('、')}
        value={keyHolders.length === 0 ? <Tag text="请指定两位" tone="warn" /> : undefined}
        {...(may(judging.holdMarkingKey, bodyId) && { onTap: () => setChoosing(true) })}
      />
      {choosing ? <KeySheet view={view} onClose={() => setChoosing(false)} /> : null}
    </Group>
  );
}
