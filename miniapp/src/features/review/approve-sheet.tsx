import type { ReviewView } from '@jikaotong/shared/contract';
import { useState } from 'react';
import type { Refusal } from '../../platform';
import { BigButton, Phrases, ProseField, RefusalMessage, Sheet } from '../../ui';
import { DeniedNote } from './denied-note';
import { APPROVAL_PHRASES } from './quick-phrases';

type Props = {
  review: ReviewView;
  busy: boolean;
  refusal: Refusal | null;
  onApprove: (reason: string) => void;
  onClose: () => void;
};

/** Approves what the candidate denied and staff judge, with the reason that is kept beside it. */
export function ApproveSheet({ review, busy, refusal, onApprove, onClose }: Props) {
  const [reason, setReason] = useState('');
  return (
    <Sheet
      title="通过的理由"
      onClose={onClose}
      action={
        <BigButton
          id="send-approve"
          text="通过"
          busy={busy}
          disabled={reason.trim() === ''}
          onTap={() => onApprove(reason.trim())}
        />
      }
    >
      <DeniedNote review={review} />
      <RefusalMessage refusal={refusal} />
      <ProseField
        id="approve-reason"
        label="认定符合条件的理由（留在审核意见里）"
        maxlength={200}
        value={reason}
        onChange={setReason}
      />
      <Phrases id="approve-phrase" phrases={APPROVAL_PHRASES} onChoose={setReason} />
    </Sheet>
  );
}
