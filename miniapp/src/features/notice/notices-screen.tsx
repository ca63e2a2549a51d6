import { type NoticeSummary, type SessionView, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, distanceWords, sessionStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { entryParams, open, useAnswer } from '../../platform';
import { Empty, Heading, Page, Tag, Tappable, Loaded } from '../../ui';
import { useToday } from '../demonstration';
import { OfferingName } from './offering-name';
import { stateTone } from './state-tone';
import './notices-screen.scss';

/** Home: every notice with the nearest thing one can do about it. */
export function NoticesScreen() {
  const answer = useAnswer(notices.listNotices, { query: {} });
  const today = useToday();
  useEffect(() => {
    const { notice } = entryParams();
    if (notice) open('/pages/notice/index', { id: notice });
  }, []);
  return (
    <Page>
      <Heading title="通知" />
      <Loaded answer={answer}>
        {({ items }) =>
          items.length > 0 ? (
            items.map((notice) => <NoticeCard key={notice.id} notice={notice} today={today} />)
          ) : (
            <Empty title="还没有通知">机构发布通知后会出现在这里。</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function NoticeCard({ notice, today }: { notice: NoticeSummary; today: LocalDate }) {
  const { nearest } = notice;
  return (
    <Tappable
      className="notice-card"
      id={`notice-${notice.id}`}
      onTap={() => open('/pages/notice/index', { id: notice.id })}
    >
      <View className="notice-card__title">{notice.title}</View>
      <View className="notice-card__body">{notice.bodyName}</View>
      <View className="notice-card__offerings">
        {notice.offerings.map((offering) => (
          <OfferingName key={offering.code} of={offering} />
        ))}
      </View>
      {nearest ? (
        <View className="notice-card__nearest">
          <Tag text={sessionStateWord(nearest.state)} tone={stateTone(nearest.state)} />
          <View className="notice-card__when">
            {nearest.sessionName}
            {nearest.on ? <View>{whenWords(nearest.state, nearest.on, today)}</View> : null}
          </View>
        </View>
      ) : (
        <View className="notice-card__nearest">
          <Tag text="暂无批次" />
          <View className="notice-card__when">开始安排考试后会在这里显示</View>
        </View>
      )}
    </Tappable>
  );
}

/** `11月30日 周一截止 · 还有7天`; for what is still to come, when it begins. */
const whenWords = (state: SessionView['state'], day: LocalDate, today: LocalDate): string =>
  `${dayWords(day, today)}${state === 'upcoming' ? '开始' : '截止'} · ${distanceWords(day, today)}`;
