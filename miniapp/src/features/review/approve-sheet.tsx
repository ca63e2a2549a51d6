import type { ReviewView } from '@jikaotong/shared/contract';
import { deniedDoubts } from '@jikaotong/shared/rules/eligibility';
import { useState } from 'react';
import type { Refusal } from '../../platform';
import { BigButton, NoticeBar, Phrases, ProseField, RefusalMessage, Sheet } from '../../ui';
import { DeniedNote } from './denied-note';
import { DoubtsNote } from './doubts-note';
import { APPROVAL_PHRASES } from './quick-phrases';

/** What was decided against it for all of the session, while its condition is still in doubt. */
const rulingsAgainst = ({ rulings, doubts }: ReviewView): ReviewView['rulings'] =>
  doubts.includes('condition') ? rulings.filter(({ counts }) => !counts) : [];

type Props = {
  review: ReviewView;
  busy: boolean;
  refusal: Refusal | null;
  /** Null: nothing was written. */
  onApprove: (reason: string | null) => void;
  onClose: () => void;
};

/** Approves what is in doubt: names the doubts first; where the candidate denied a demand, or a word was decided not to count, the reason must be written. */
export function ApproveSheet({ review, busy, refusal, onApprove, onClose }: Props) {
  const [reason, setReason] = useState('');
  const against = rulingsAgainst(review);
  const isNeeded = deniedDoubts(review).length > 0 || against.length > 0;
  const written = reason.trim();
  return (
    <Sheet
      title={isNeeded ? '通过的理由' : '有疑点，确认通过吗？'}
      onClose={onClose}
      action={
        <BigButton
          id="send-approve"
          text={!isNeeded ? '都看过了，通过' : written === '' ? '请先写通过的理由' : '通过'}
          busy={busy}
          disabled={isNeeded && written === ''}
          onTap={() => onApprove(written === '' ? null : written)}
        />
      }
    >
      {against.map(({ id, word, by, reason: why }) => (
        <NoticeBar key={id} tone="stop" title={`“${word}”本批次已认定不算相关`}>
          {by}：{why}。仍要通过的，请写明这一份为什么不同。
        </NoticeBar>
      ))}
      <DoubtsNote review={review} title="这份报名的疑点" />
      <DeniedNote review={review} />
      <RefusalMessage refusal={refusal} />
      <ProseField
        id="approve-reason"
        label={isNeeded ? '认定符合条件的理由（留在审核意见里）' : '认定的理由（可以不写，留在审核意见里）'}
        maxlength={200}
        value={reason}
        onChange={setReason}
      />
      <Phrases id="approve-phrase" phrases={APPROVAL_PHRASES} onChoose={setReason} />
    </Sheet>
  );
}
