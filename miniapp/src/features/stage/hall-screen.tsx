import { stageRankings } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../platform';
import { Page } from '../../ui';
import './hall.scss';

/** So many lines fill a screen of a hall; the next ones follow in turn. */
const LINES = 12;
const AGAIN_MS = 10_000;

/** The ranks for everybody in the hall: big type, the best first, updating itself; words until they are published. */
export function HallScreen({ id }: { id: string }) {
  const answer = useAnswer(
    stageRankings.getStageRanking,
    { params: { id }, query: { limit: 200 } },
    { everyMs: AGAIN_MS, keep: true, whole: true },
  );
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => now + 1), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  if (answer.state !== 'ready')
    return (
      <Page wide>
        <View className="hall">
          <View className="hall__title">成绩公布后自动显示</View>
        </View>
      </Page>
    );
  const { contestName, stageName, items, revision } = answer.data;
  const ranked = items.filter(({ rank }) => rank !== null);
  const screens = Math.max(1, Math.ceil(ranked.length / LINES));
  const screen = turn % screens;
  return (
    <Page wide>
      <View className="hall">
        <View className="hall__title">{`${contestName}${stageName}名次${revision > 1 ? '（更正）' : ''}`}</View>
        {screens === 1 ? null : <View className="hall__about">{`第${screen + 1}屏，共${screens}屏`}</View>}
        <View className="hall__rows">
          {ranked.slice(screen * LINES, (screen + 1) * LINES).map(({ number, name, rank, total, advances }) => (
            <View key={number} className={advances ? 'hall__row hall__row--on' : 'hall__row'}>
              <View className="hall__rank">{rank}</View>
              <View className="hall__name">{name}</View>
              <View className="hall__number">{`${number}号`}</View>
              <View className="hall__total">{total}</View>
              <View className="hall__goes">{advances ? '晋级' : ''}</View>
            </View>
          ))}
        </View>
      </View>
    </Page>
  );
}
