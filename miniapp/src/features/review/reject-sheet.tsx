import { type ReviewView, applications } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { isOutdated, useCommand } from '../../platform';
import { BigButton, RefusalMessage, NoticeBar, ProseField, Sheet, Phrases } from '../../ui';
import { REJECTION_PHRASES } from './quick-phrases';

type Props = { review: ReviewView; onClose: () => void; onDone: () => void; onLate: () => void };

/** Ends an application for good, with the reason the candidate is told. */
export function RejectSheet({ review, onClose, onDone, onLate }: Props) {
  const [reason, setReason] = useState('');
  const send = useCommand(applications.rejectApplication);
  const go = async () => {
    const reply = await send.run({
      params: { id: review.id },
      body: { version: review.version, reason: reason.trim() },
    });
    if (reply.ok) onDone();
    else if (isOutdated(reply.code)) onLate();
  };
  return (
    <Sheet
      title="不予通过"
      onClose={onClose}
      action={
        <BigButton
          id="send-reject"
          text={reason.trim() === '' ? '请先写原因' : '不予通过'}
          tone="danger"
          busy={send.busy}
          disabled={reason.trim() === ''}
          onTap={() => void go()}
        />
      }
    >
      <NoticeBar tone="warn">这份报名就此结束，不能再改。只是材料不全或填错了，请用“退回修改”。</NoticeBar>
      <RefusalMessage refusal={send.refusal} />
      <ProseField id="reject-reason" label="原因（考生看得到）" maxlength={400} value={reason} onChange={setReason} />
      <Phrases id="reject-phrase" phrases={REJECTION_PHRASES} onChoose={setReason} />
    </Sheet>
  );
}
