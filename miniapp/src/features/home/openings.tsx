import type { OpeningView } from '@jikaotong/shared/contract';
import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { dayWords, distanceWords, levelWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { open } from '../../platform';
import { Card, Cell, Money, Tag, aria } from '../../ui';
import type { OpeningCard } from './opening-cards';
import './home.scss';

/** So near its end that it is said in amber. */
const SOON_DAYS = 3;

/** What is open by one batch: each occupation, its levels with their fees, and until when. */
export function OpeningsCard({ of: card, today }: { of: OpeningCard; today: LocalDate }) {
  const { common, occupations } = card;
  const { noticeId, bodyName, place, sessionName, closes, way } = common;
  const count = occupations.reduce((sum, { openings }) => sum + openings.length, 0);
  return (
    <Card>
      {closes ? (
        <View className="opening__until">
          <Text className="opening__day">{dayWords(closes, today)}截止</Text>
          <Tag text={distanceWords(closes, today)} tone={daysBetween(today, closes) <= SOON_DAYS ? 'warn' : 'go'} />
        </View>
      ) : null}
      {occupations.map(({ occupation, openings }) => (
        <View key={occupation} className="opening">
          <View className="opening__name" {...aria({ role: 'heading' })}>
            {occupation}
          </View>
          {openings.map((opening) => (
            <LevelRow key={opening.offering.code} opening={opening} />
          ))}
        </View>
      ))}
      {count > 1 ? (
        <View className="opening__rows">
          <Cell
            id={`choose-level-${noticeId}`}
            title="不知道报哪一级？"
            note="回答几个问题，告诉您能报哪些"
            onTap={() => open('/packages/notice/levels/index', { notice: noticeId })}
          />
        </View>
      ) : null}
      <View className="opening__rows">
        <Cell
          id={`notice-${noticeId}`}
          title="看通知"
          note={[bodyName, sessionName, place].filter(Boolean).join(' · ')}
          onTap={() => open('/pages/notice/index', { id: noticeId })}
        />
      </View>
      {way === 'counter' ? <View className="opening__way">个人到窗口办理；可以先看看自己符不符合</View> : null}
    </Card>
  );
}

/** One level: a tap begins the registration for it. */
function LevelRow({ opening: { noticeId, sessionId, offering, totalFen } }: { opening: OpeningView }) {
  const name = [offering.workType, offering.level === null ? null : levelWord(offering.level)]
    .filter(Boolean)
    .join(' ');
  return (
    <Cell
      id={`open-${offering.code}-${sessionId ?? noticeId}`}
      title={<Text className="opening__level">{name || '报名'}</Text>}
      value={totalFen === null ? undefined : <Money fen={totalFen} />}
      onTap={() => open('/packages/notice/self-check/index', { notice: noticeId, offering: offering.code })}
    />
  );
}
