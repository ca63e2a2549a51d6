import { type AwardBoardView, awards } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import { restKey } from '@jikaotong/shared/rules/awards';
import {
  apartWords,
  awardBoardStateWord,
  dayWords,
  distanceWords,
  reachWords,
  refusalSentence,
  yuanWords,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, open, useAnswer, useCommand, useOnShow } from '../../platform';
import { BigButton, Card, Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage, Source, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { awardCountWords } from './award-count-words';
import { AwardLines } from './award-lines';
import { GiverLists } from './giver-lists';
import { ReasonSheet } from './reason-sheet';
import { UnitJoins } from './unit-joins';
import { UnitLists } from './unit-lists';
import './honour.scss';

/** The awards of a competition: what staff must say, what comes of it, and the two who lock it. */
export function AwardDeskScreen({ id }: { id: string }) {
  const answer = useAnswer(awards.getAwardBoard, { params: { id } });
  useOnShow(() => answer.state === 'ready' && answer.refresh());
  return answer.state === 'ready' ? (
    <Desk board={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Desk({ board }: { board: AwardBoardView }) {
  const { noticeId, title, state, revision, protests, bodyId, totalFen, proposed, locked, turn, finalId, lastHeld } =
    board;
  const today = useToday();
  const opensOn = protests.window && addDays(protests.window.until, 1);
  const params = { id: noticeId };
  const propose = useCommand(awards.proposeAwards);
  const lock = useCommand(awards.lockAwards);
  const agree = (agrees: boolean) => void lock.run({ params, body: { turn, agrees } });
  const asked = (title: string, then: string, yes: string) =>
    confirm({ title, text: `${awardCountWords(board)}。${then}`, yes });
  const submit = async () => {
    const then = '提交后由另一位工作人员核对并锁定。';
    if (await asked('提交奖项？', then, '提交')) void propose.run({ params, body: { turn } });
  };
  const lockAll = async () => {
    const then = `锁定后不能再改，也不再受理申诉。获奖的选手：${board.reach ? reachWords(board.reach) : ''}`;
    if (await asked('锁定奖项？', then, '锁定')) agree(true);
  };
  const action =
    state === 'locked' ? (
      <BigButton
        id="go-award-list"
        text="奖项名单，可按颁发单位导出"
        onTap={() => open('/packages/honour/lines/index', { id: finalId })}
      />
    ) : state === 'proposed' ? (
      <BigButton
        id="lock-awards"
        text={proposed?.mine ? '等另一位工作人员确认' : '确认无误，锁定奖项'}
        busy={lock.busy}
        disabled={proposed?.mine ?? false}
        waitsFor={
          opensOn && !proposed?.mine && `${dayWords(opensOn, today)}起可以锁定（${distanceWords(opensOn, today)}）`
        }
        onTap={() => void lockAll()}
      />
    ) : (
      <BigButton
        id="propose-awards"
        text="提交奖项"
        busy={propose.busy}
        waitsFor={revision === 0 && '名次公布后可以提交'}
        onTap={() => void submit()}
      />
    );
  return (
    <Page action={action}>
      <Heading title={title} />
      <Card>
        <View className="honour__head">奖金合计 {yuanWords(totalFen)}（税前）</View>
        <Tag text={awardBoardStateWord(state)} tone={state === 'locked' ? 'go' : 'warn'} />
        {proposed ? <View className="honour__side">{`${proposed.by} ${proposed.on} 提交`}</View> : null}
        {locked ? <View className="honour__side">{`${locked.by} ${locked.on} 锁定`}</View> : null}
      </Card>
      <RefusalMessage refusal={propose.refusal ?? lock.refusal} />
      {revision > 0 ? null : (
        <NoticeBar tone="info">
          {lastHeld === null ? '各阶段都已取消，没有奖项。' : `${lastHeld}名次公布后，奖项自动算出，再由两人确认。`}
        </NoticeBar>
      )}
      {board.apart?.length ? (
        <NoticeBar tone="warn" title="名次在锁定以后有更正">
          {`${apartWords(board.apart)}的奖项仍按原来的名次。请在奖项名单里筛选“名次已更正”，逐项登记不授予，或一起登记维持，写明原因；没有人递补。`}
        </NoticeBar>
      ) : null}
      {protests.open > 0 ? (
        <NoticeBar tone="warn">{refusalSentence('protests-open', { count: protests.open })}</NoticeBar>
      ) : null}
      {protests.window ? (
        <NoticeBar tone="warn">{refusalSentence('protest-window-open', protests.window)}</NoticeBar>
      ) : null}
      {protests.awaitRanks > 0 ? (
        <NoticeBar tone="warn">{refusalSentence('protest-awaits-ranks', { count: protests.awaitRanks })}</NoticeBar>
      ) : null}
      <Group>
        <Cell
          id="go-protests"
          title="竞赛申诉"
          value={protests.open > 0 ? `${protests.open}件待裁决` : '没有待裁决的'}
          onTap={() => open('/packages/honour/protests/index', { body: bodyId })}
        />
        {board.accounts && board.accounts.winners > 0 ? (
          <Cell
            id="go-accounts"
            title="奖金收款账户"
            note={board.accounts.missing > 0 ? '没有账户的，点开奖项名单里的奖金，按签字表登记' : undefined}
            value={board.accounts.missing > 0 ? `还缺${board.accounts.missing}人` : '已齐'}
            onTap={() => open('/packages/honour/lines/index', { id: finalId, money: 'no-account' })}
          />
        ) : null}
        {board.accounts && board.accounts.winners > 0 ? (
          <Cell
            id="go-payments"
            title="奖金发放"
            note={board.accounts.due > 0 ? '发放以后在名单里勾选登记' : undefined}
            value={board.accounts.due > 0 ? `${board.accounts.due}项待发放` : '没有待发放的'}
            onTap={() => open('/packages/honour/lines/index', { id: finalId, money: 'due' })}
          />
        ) : null}
        {state === 'proposed' && !proposed?.mine ? (
          <Cell id="send-back-awards" title="不同意，退回重新认定" onTap={() => agree(false)} />
        ) : null}
      </Group>
      {state === 'locked' ? null : <Questions board={board} />}
      {state === 'locked' ? <GiverLists board={board} /> : <UnitJoins board={board} />}
      {state === 'locked' ? <UnitLists board={board} /> : null}
      {board.awards.map((award) => (
        <AwardLines key={award.code} award={award} board={board} />
      ))}
    </Page>
  );
}

type Asking = { readonly key: string; readonly name: string; readonly onlyNo: boolean; readonly ofRanks: boolean };

const saidWord = (ofRanks: boolean, given: boolean): string =>
  `${given ? '' : '不'}${ofRanks ? '作为最终名次' : '授予'}`;

/** What the notice's data leave to staff, each with its answer. */
function Questions({ board: { noticeId, questions } }: { board: AwardBoardView }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const answer = useCommand(awards.answerAward);
  const say = async (choice: 'given' | 'refused', reason: string) => {
    if (!asking) return;
    const body = { key: asking.key, given: choice === 'given', reason };
    if ((await answer.run({ params: { id: noticeId }, body })).ok) setAsking(null);
  };
  return (
    <>
      {questions.map(({ ofRanks, award, name, words, source, open: isOpen, about, rest }) => (
        <Group key={`${award}-${about[0]?.key ?? ''}`} title={`请认定：${name}`}>
          <View className="honour__source">
            <Source of={source}>{words}</Source>
          </View>
          {about.map((one) => (
            <Cell
              key={one.key}
              id={`answer-${one.key}`}
              title={one.name}
              note={[one.rank === null ? '' : `第${one.rank}名`, one.unit, one.answer?.reason]
                .filter(Boolean)
                .join(' · ')}
              value={one.answer ? saidWord(ofRanks, one.answer.given) : rest ? '不授予' : '待认定'}
              onTap={() => setAsking({ key: one.key, name: one.name, onlyNo: false, ofRanks })}
            />
          ))}
          {isOpen && about.length > 1 ? (
            <Cell
              id={`answer-rest-${award}`}
              title="其余的都不授予"
              onTap={() => setAsking({ key: restKey(award), name: `${name}：其余的都不授予`, onlyNo: true, ofRanks })}
            />
          ) : null}
        </Group>
      ))}
      {asking ? (
        <ReasonSheet
          title={asking.name}
          label={asking.ofRanks ? '是否作为最终名次' : '是否授予'}
          options={[
            ...(asking.onlyNo ? [] : [{ key: 'given' as const, text: saidWord(asking.ofRanks, true) }]),
            { key: 'refused' as const, text: saidWord(asking.ofRanks, false) },
          ]}
          text="记下认定"
          busy={answer.busy}
          refusal={answer.refusal}
          onSay={(choice, reason) => void say(choice, reason)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
