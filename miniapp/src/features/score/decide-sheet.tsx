import { results } from '@jikaotong/shared/contract';
import type { ListRow, scoreReviewList } from '@jikaotong/shared/lists';
import { parseScore } from '@jikaotong/shared/kernel';
import { dayWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Choices, NoticeBar, ProseField, RefusalMessage, Sheet, TextField, Phrases } from '../../ui';
import { useToday } from '../demonstration';
import { MarkAsked } from './mark-asked';

type Review = ListRow<typeof scoreReviewList>;
type Outcome = 'unchanged' | 'corrected';

const PHRASES: Readonly<Record<Outcome, readonly string[]>> = {
  unchanged: ['经复查，评卷、合分、登分无误'],
  corrected: ['合分有误，已更正', '登分有误，已更正', '漏评，已补评'],
};

/** The decision: nothing changes, or the mark is corrected; both with their reason, which the candidate reads. */
export function DecideSheet({ item, onClose }: { item: Review; onClose: () => void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const decide = useCommand(results.decideScoreReview);
  const review = useAnswer(results.getScoreReview, { params: { id: item.id } });
  const barred = review.state === 'ready' && !review.data.mayDecide;
  const today = useToday();

  const fault = parseScore(points).ok ? null : '请填 0 到 100，最多两位小数';
  const lacks = !outcome
    ? '请先选复核结果'
    : outcome === 'corrected' && fault !== null
      ? '请先填更正后的成绩'
      : reason.trim() === '' && '请先写说明';
  const go = async () => {
    const why = reason.trim();
    if (!outcome || why === '' || (outcome === 'corrected' && fault)) return;
    const body = outcome === 'corrected' ? { outcome, points: points.trim(), reason: why } : { outcome, reason: why };
    const reply = await decide.run({ params: { id: item.id }, body });
    if (!reply.ok) return;
    toast('复核已办结，考生会收到通知');
    onClose();
  };
  return (
    <Sheet
      title={`${item.name}　${subjectWord(item.subject)}`}
      onClose={onClose}
      action={
        barred ? undefined : (
          <BigButton id="send-decision" text="办结复核" busy={decide.busy} waitsFor={lacks} onTap={() => void go()} />
        )
      }
    >
      <MarkAsked item={item} />
      {review.state === 'ready' && review.data.dueOn ? (
        <View>应在 {dayWords(review.data.dueOn, today)} 前办结</View>
      ) : null}
      {review.state === 'ready' && barred ? (
        <NoticeBar tone="warn">
          这个成绩由 {review.data.handledBy.join('、')} 登记或核对：登分人、核对人不能复核，请由其他人办理。
        </NoticeBar>
      ) : null}
      <RefusalMessage refusal={decide.refusal} />
      {barred ? null : (
        <Choices<Outcome>
          label="复核结果"
          options={[
            { key: 'unchanged', text: '成绩不变' },
            { key: 'corrected', text: '更正成绩' },
          ]}
          value={outcome}
          onChoose={setOutcome}
        />
      )}
      {outcome === 'corrected' ? (
        <TextField
          id="corrected-points"
          label="更正后的成绩"
          type="digit"
          maxlength={6}
          value={points}
          error={points === '' ? null : fault}
          onChange={setPoints}
        />
      ) : null}
      {outcome ? (
        <>
          <ProseField
            id="decision-reason"
            label="说明（考生看得到）"
            maxlength={400}
            value={reason}
            onChange={setReason}
          />
          <Phrases id="decision-phrase" phrases={PHRASES[outcome]} onChoose={setReason} />
        </>
      ) : null}
    </Sheet>
  );
}
