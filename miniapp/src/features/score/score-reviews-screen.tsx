import { results, sessions } from '@jikaotong/shared/contract';
import { scoreReviewWord, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { BigButton, Card, Empty, Heading, Loaded, Page, Tag, Chips } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords, useStaff } from '../staff';
import { DecideSheet } from './decide-sheet';
import type { StaffScoreReview } from './staff-score-review';
import './score.scss';

type Filter = 'open' | 'decided';

/** Marks that candidates ask to have checked again. */
export function ScoreReviewsScreen({ sessionId }: { sessionId: string }) {
  const { may } = useStaff();
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId } });
  const answer = useAnswer(results.listScoreReviews, { params: { id: sessionId } });
  const [filter, setFilter] = useState<Filter>('open');
  const [deciding, setDeciding] = useState<StaffScoreReview | null>(null);
  const mine = may(results.decideScoreReview);
  return (
    <Page>
      <Heading title="成绩复核">
        {session.state === 'ready' ? session.data.name : null}
        <View>复查评卷、合分和登分；登分人不能复核自己登的成绩。</View>
      </Heading>
      <Chips
        id="score-review-state"
        label="状态"
        options={[
          { key: 'open', text: '待办理' },
          { key: 'decided', text: '已办结' },
        ]}
        value={filter}
        onChoose={setFilter}
      />
      <Loaded answer={answer}>
        {({ items }) => {
          const shown = items.filter(({ state }) => (state === 'open') === (filter === 'open'));
          if (shown.length === 0) return <Empty title={filter === 'open' ? '没有待办的复核' : '还没有办结的复核'} />;
          return shown.map((item) => (
            <ReviewCard key={item.id} item={item} onDecide={mine ? () => setDeciding(item) : null} />
          ));
        }}
      </Loaded>
      {deciding ? <DecideSheet item={deciding} onClose={() => setDeciding(null)} /> : null}
    </Page>
  );
}

function ReviewCard({ item, onDecide }: { item: StaffScoreReview; onDecide: (() => void) | null }) {
  const today = useToday();
  return (
    <Card>
      <View className="marks__name">
        {item.name}　{subjectWord(item.subject)} {item.points ?? '缺考'}
      </View>
      <View className="marks__side">{item.ticketNumber}</View>
      {item.state === 'open' ? null : <Tag text={scoreReviewWord(item.state)} tone="info" />}
      {item.ledger.map(({ at, code, reason }) => (
        <View key={at + code} className="ledger">
          <View className="marks__side">
            {momentWords(at, today)} {scoreReviewWord(code)}
          </View>
          <View>{reason}</View>
        </View>
      ))}
      {item.state === 'open' && onDecide ? (
        <BigButton id={`decide-${item.id}`} text="办理复核" onTap={onDecide} />
      ) : null}
    </Card>
  );
}
