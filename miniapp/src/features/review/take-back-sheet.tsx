import { type ReviewView, applications } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { isOutdated, useCommand } from '../../platform';
import { BigButton, Choices, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';
import { RemarksPart, useRemarks } from './remarks-part';

type To = 'review' | 'candidate';
type Props = { review: ReviewView; onClose: () => void; onDone: () => void; onLate: () => void };

/** Takes an approval back before anything is paid: to look at it again, or for the candidate to mend it. */
export function TakeBackSheet({ review, onClose, onDone, onLate }: Props) {
  const [to, setTo] = useState<To>('review');
  const [reason, setReason] = useState('');
  const remarks = useRemarks();
  const send = useCommand(applications.takeBackApproval);
  const lacks = reason.trim() === '' || (to === 'candidate' && remarks.count === 0);
  const go = async () => {
    const taken = to === 'candidate' ? remarks.take() : undefined;
    if (taken === null) return;
    const body = { version: review.version, reason: reason.trim(), ...(taken && { remarks: taken }) };
    const reply = await send.run({ params: { id: review.id }, body });
    if (reply.ok) onDone();
    else if (isOutdated(reply.code)) onLate();
  };
  return (
    <Sheet
      title="撤回通过"
      onClose={onClose}
      action={
        <BigButton
          id="send-take-back"
          text={lacks ? '请先写原因' : '撤回通过'}
          tone="danger"
          busy={send.busy}
          disabled={lacks}
          onTap={() => void go()}
        />
      }
    >
      <NoticeBar tone="warn">考生还没有缴费，缴费单会关闭，考生会收到通知。已经缴费的请用更正申请办理。</NoticeBar>
      <RefusalMessage refusal={send.refusal} />
      <Choices<To>
        label="撤回以后"
        options={[
          { key: 'review', text: '由审核员重新审核' },
          { key: 'candidate', text: '退回考生修改' },
        ]}
        value={to}
        onChoose={setTo}
      />
      <ProseField
        id="take-back-reason"
        label="撤回的原因（考生看得到）"
        maxlength={200}
        value={reason}
        onChange={setReason}
      />
      {to === 'candidate' ? <RemarksPart remarks={remarks} /> : null}
    </Sheet>
  );
}
