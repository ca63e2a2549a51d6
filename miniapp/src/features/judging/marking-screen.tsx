import type { JudgeList } from '@jikaotong/shared/contract';
import { countWaiting } from '@jikaotong/shared/rules/sending';
import { dayWords, refusalSentence, stageNoteWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Refusal } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, NoticeBar, Page, RefusalMessage, Tag, TextButton } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import type { Kept } from './kept-judging';
import { NumberScreen } from './number-screen';
import { fetchList, givenOf, useJudging, useSending, useWaiting } from './use-judging';
import './judging.scss';

/** Today's numbers of a judge, each with its marking sheet; all of it works without a network. */
export function MarkingScreen({ id }: { id: string }) {
  const kept = useJudging(id);
  return kept ? (
    <Numbers id={id} kept={kept} />
  ) : (
    <Page>
      <SignInGate why="登录后评分。">
        <First id={id} />
      </SignInGate>
    </Page>
  );
}

/** The list is not on the phone yet. */
function First({ id }: { id: string }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const { refusal: unsent } = useSending(id);
  const waiting = useWaiting(id);
  const fetch = async () => {
    setBusy(true);
    setRefusal(await fetchList(id));
    setBusy(false);
  };
  return (
    <>
      <Heading title="评分">先把今天的号码下载到手机上，之后没有网络也能评分。</Heading>
      <RefusalMessage refusal={refusal} />
      {waiting > 0 ? <Unsent waiting={waiting} refusal={unsent} /> : null}
      <View className="judging-go">
        <BigButton id="fetch-numbers" text="下载今天的号码" busy={busy} onTap={() => void fetch()} />
      </View>
    </>
  );
}

function Unsent({ waiting, refusal }: { waiting: number; refusal: Refusal | null }) {
  return (
    <NoticeBar tone="warn" title={`${waiting} 个分数保存在手机上，还没有上传`}>
      {refusal && refusal.code !== 'offline'
        ? refusalSentence(refusal.code, refusal.data)
        : '连上网络后自动上传，可以接着评。'}
    </NoticeBar>
  );
}

type Place = JudgeList['numbers'][number];

function Numbers({ id, kept }: { id: string; kept: Kept }) {
  const { list, queue } = kept;
  const today = useToday();
  const [at, setAt] = useState<string | null>(null);
  const sending = useSending(id);
  useEffect(() => void fetchList(id), [id]);
  const open = list.numbers.find(({ placeId }) => placeId === at);
  const next = (from: Place) => {
    const rest = [...list.numbers, ...list.numbers].slice(list.numbers.indexOf(from) + 1);
    return rest.find((one) => one.placeId !== from.placeId && !givenOf(kept, one.placeId, one.run)) ?? null;
  };
  if (open)
    return (
      <NumberScreen
        key={`${open.placeId}-${open.run}`}
        id={id}
        kept={kept}
        place={open}
        onBack={() => setAt(null)}
        onDone={() => setAt(next(open)?.placeId ?? null)}
      />
    );
  const waiting = countWaiting(queue);
  const marked = list.numbers.filter(({ placeId, run }) => givenOf(kept, placeId, run)).length;
  const first = list.numbers.find(({ placeId, run }) => !givenOf(kept, placeId, run));
  const heats = [...new Set([...list.numbers, ...list.skipped].map(({ heat }) => heat))].toSorted((a, b) => a - b);
  return (
    <Page
      action={
        first && !list.locked ? (
          <BigButton id="mark-next" text={`评 ${placeName(first)}`} onTap={() => setAt(first.placeId)} />
        ) : undefined
      }
    >
      <Heading title={`${list.stageName}${stageNoteWord(list.part)}评分`}>
        {`${dayWords(list.day, today)}　已评 ${marked} / ${list.numbers.length}`}
      </Heading>
      {list.locked ? <NoticeBar tone="info">评分已经锁定，不能再改。</NoticeBar> : null}
      {waiting > 0 ? <Unsent waiting={waiting} refusal={sending.refusal} /> : null}
      {queue.conflicts > 0 ? (
        <NoticeBar tone="warn">{`有 ${queue.conflicts} 个分数没有计入，已交工作人员处理，请找现场工作人员。`}</NoticeBar>
      ) : null}
      {list.numbers.length === 0 ? <Empty title="今天没有要评的号码">比赛当天的号码会显示在这里。</Empty> : null}
      {heats.map((heat) => {
        const here = list.numbers.filter((one) => one.heat === heat);
        return (
          <Group key={heat} title={`第 ${heat} 场　${here[0]?.startsAt ?? ''}`}>
            {here.map((place) => (
              <NumberCell
                key={place.placeId}
                place={place}
                kept={kept}
                {...(!list.locked && { onTap: () => setAt(place.placeId) })}
              />
            ))}
            {list.skipped
              .filter((one) => one.heat === heat)
              .map(({ station, why }) => (
                <Cell
                  key={`skipped-${station}`}
                  id={`skipped-${heat}-${station}`}
                  title={`${station} 号工位`}
                  value={<Tag text={why === 'barred' ? '不由您评（回避）' : '缺考'} tone="quiet" />}
                />
              ))}
          </Group>
        );
      })}
      <View className="judging-go">
        <TextButton id="fetch-again" text="刷新号码" onTap={() => void fetchList(id)} />
      </View>
    </Page>
  );
}

function NumberCell({ place, kept, onTap }: { place: Place; kept: Kept; onTap?: () => void }) {
  const given = givenOf(kept, place.placeId, place.run);
  return (
    <Cell
      id={`number-${place.position}`}
      title={`${place.station} 号工位`}
      {...(place.run > 1 && { note: '设备故障，重新比赛，请重新评分' })}
      value={
        given === null ? (
          <Tag text="未评" />
        ) : given.isWaiting ? (
          <Tag text={`${sumWords(given.marks)} 分，未上传`} tone="warn" />
        ) : (
          <Tag text={`${sumWords(given.marks)} 分`} tone="go" />
        )
      }
      {...(onTap && { onTap })}
    />
  );
}

export const placeName = ({ heat, station }: Pick<Place, 'heat' | 'station'>): string =>
  `第 ${heat} 场 ${station} 号工位`;

const sumWords = (marks: readonly number[]): string => String(marks.reduce((sum, mark) => sum + mark, 0) / 100);
