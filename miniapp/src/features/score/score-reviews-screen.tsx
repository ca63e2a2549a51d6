import { results, sessions } from '@jikaotong/shared/contract';
import { type ListRow, scoreReviewList } from '@jikaotong/shared/lists';
import { listCellText, listCodeWord, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords, useStaff } from '../staff';
import { ScoreReviewSheet } from './score-review-sheet';

type Review = ListRow<typeof scoreReviewList>;

const TONES: Readonly<Record<Review['state'], Tone>> = { open: 'warn', unchanged: 'quiet', corrected: 'info' };

/** Marks that candidates ask to have checked again. */
export function ScoreReviewsScreen({ sessionId }: { sessionId: string }) {
  const today = useToday();
  const { may } = useStaff();
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId } });
  const [shown, setShown] = useState<Review | null>(null);
  const cardOf = ({ name, subject, points, ticketNumber, askedAt, reason, state }: Review) => ({
    title: `${name}　${subjectWord(subject)} ${listCellText(scoreReviewList, 'points', points)}`,
    note: (
      <>
        <View>
          {ticketNumber}　{momentWords(askedAt, today)} 提出
        </View>
        <View>{reason}</View>
      </>
    ),
    value: <Tag text={listCodeWord('scoreReview', 'state', state)} tone={TONES[state]} />,
  });
  return (
    <>
      <ListView
        list={scoreReviewList}
        id={sessionId}
        unit="件"
        about={
          <>
            {session.state === 'ready' ? session.data.name : null}
            <View>复查评卷、合分和登分；登分人不能复核自己登的成绩。</View>
          </>
        }
        empty={{ title: '没有成绩复核', text: '考生在公示期内提出复核后，会显示在这里。' }}
        card={cardOf}
        tones={{ state: TONES }}
        elementId={({ id }) => `score-review-${id}`}
        onOpen={setShown}
        asideAtDesk={['decidedAt', 'answer']}
      />
      {shown ? (
        <ScoreReviewSheet item={shown} mayDecide={may(results.decideScoreReview)} onClose={() => setShown(null)} />
      ) : null}
    </>
  );
}
