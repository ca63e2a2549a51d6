import { type NoticeSummary, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { entryParams, open, openTab, useAnswer, useSignIn } from '../../platform';
import { Card, Cell, Group, Heading, Loaded, Loading, Page, Tappable, TextButton, aria, useTopDown } from '../../ui';
import { useToday } from '../demonstration';
import { NextThing, useKnowsNext } from './next-thing';
import { NoticeRows } from './notice-rows';
import { openingCards } from './opening-cards';
import { OpeningsCard } from './openings';
import './home.scss';

/** Home: the next thing of mine, what is open now by occupation, competitions, and the ways to everything else. */
export function HomeScreen() {
  const { phase } = useSignIn();
  const today = useToday();
  const openings = useOpenings();
  const printed = useAnswer(notices.listNotices, { query: { limit: 100 } }, { whole: true });
  const drawn = useTopDown([useKnowsNext(), openings.state !== 'loading', printed.state !== 'loading']);
  useEffect(() => {
    const { notice } = entryParams();
    if (notice) open('/pages/notice/index', { id: notice });
  }, []);
  return (
    <Page>
      <NextThing otherwise={drawn > 0 ? <Intro /> : <Loading rows={5} />} />
      {drawn === 1 ? <Loading rows={4} /> : null}
      {drawn > 1 ? (
        <>
          <Openings answer={openings} today={today} />
          <Tappable
            className="home-search"
            id="go-search"
            label="搜索职业、机构或通知"
            onTap={() => open('/packages/notice/list/index')}
          >
            <Text>搜职业、机构或通知</Text>
          </Tappable>
        </>
      ) : null}
      {drawn === 2 ? <Loading rows={1} /> : null}
      {drawn > 2 ? (
        <>
          {printed.state === 'ready' ? <Others items={printed.data.items} today={today} /> : null}
          <Usual isOut={phase === 'out'} />
        </>
      ) : null}
    </Page>
  );
}

const Usual = ({ isOut }: { isOut: boolean }) => (
  <Group title="常用">
    <Cell
      id="go-scan-poster"
      title="扫海报报名"
      note="扫通知或竞赛海报上的二维码"
      onTap={() => open('/packages/contest/scan/index')}
    />
    <Cell id="go-look-up" title="查成绩公示、验证书" note="不用登录" onTap={() => openTab('/pages/look-up/index')} />
    {isOut ? (
      <Cell
        id="go-sign-in"
        title="已经报过名？"
        note="登录查看进度、准考证和成绩"
        onTap={() => open('/pages/sign-in/index')}
      />
    ) : null}
  </Group>
);

const useOpenings = () => useAnswer(notices.listOpenings, {});

const Intro = () => <Heading title="职业技能等级认定">在手机上报名、缴费、看准考证、查成绩、领证书。</Heading>;

/** What can be applied for today; the screen is of use without it. */
function Openings({ answer, today }: { answer: ReturnType<typeof useOpenings>; today: LocalDate }) {
  return (
    <Loaded answer={answer}>
      {({ items }) =>
        items.length > 0 ? (
          <>
            <View className="home-section" {...aria({ role: 'heading' })}>
              现在可以报名
            </View>
            {openingCards(items).map((card) => (
              <OpeningsCard key={card.key} of={card} today={today} />
            ))}
          </>
        ) : (
          <Card>
            <View className="home-none">现在没有开放的认定报名</View>
            <View className="next__side">新的批次公布后会出现在这里。在通知页点“关注”，开始报名时会提醒您。</View>
          </Card>
        )
      }
    </Loaded>
  );
}

/** Competitions, then notices that are between two batches; what ended is folded away. */
function Others({ items, today }: { items: readonly NoticeSummary[]; today: LocalDate }) {
  const [all, setAll] = useState(false);
  const live = items.filter(({ nearest }) => nearest.state !== 'ended');
  const ended = items.filter(({ nearest }) => nearest.state === 'ended');
  const contests = live.filter(({ kind }) => kind === 'competition');
  const between = live.filter(({ kind, nearest }) => kind === 'certification' && nearest.state !== 'applying');
  return (
    <>
      {contests.length > 0 ? (
        <Group title="技能竞赛">
          <NoticeRows of={contests} today={today} />
        </Group>
      ) : null}
      {between.length > 0 ? (
        <Group title="其他认定">
          <NoticeRows of={between} today={today} />
        </Group>
      ) : null}
      {all ? (
        <Group title="已结束">
          <NoticeRows of={ended} today={today} />
        </Group>
      ) : null}
      {ended.length > 0 ? (
        <View className="home-fold">
          <TextButton
            id="ended-notices"
            text={all ? '收起已结束的' : `已结束的 ${ended.length} 份通知`}
            onTap={() => setAll(!all)}
          />
        </View>
      ) : null}
    </>
  );
}
