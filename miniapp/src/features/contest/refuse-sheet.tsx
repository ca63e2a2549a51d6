import { type StaffEntryDetail, staffEntries } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { isOutdated, useCommand } from '../../platform';
import { BigButton, RefusalMessage, NoticeBar, ProseField, Sheet, Phrases } from '../../ui';

const REASONS = [
  '照片不是本人，请重新上传',
  '照片底色不符合要求',
  '不属于通知列出的参赛人员',
  '同一证件已有另一份报名',
];

type Props = { entry: StaffEntryDetail; onClose: () => void; onDone: () => void; onLate: () => void };

/** Refuses an entry with the reason that the entrant is told. */
export function RefuseSheet({ entry, onClose, onDone, onLate }: Props) {
  const [reason, setReason] = useState('');
  const refuse = useCommand(staffEntries.decideEntry);
  const go = async () => {
    const body = { verdict: 'refused' as const, version: entry.version, reason: reason.trim() };
    const reply = await refuse.run({ params: { id: entry.id }, body });
    if (reply.ok) onDone();
    else if (isOutdated(reply.code)) onLate();
  };
  return (
    <Sheet
      title="不通过"
      onClose={onClose}
      action={
        <BigButton
          id="send-refusal"
          text={reason.trim() === '' ? '请先写原因' : '不通过并通知选手'}
          tone="danger"
          busy={refuse.busy}
          disabled={reason.trim() === ''}
          onTap={() => void go()}
        />
      }
    >
      <NoticeBar tone="warn">报名截止前，选手可以改正后重新报名。</NoticeBar>
      <RefusalMessage refusal={refuse.refusal} />
      <ProseField id="refusal-reason" label="原因（选手看得到）" maxlength={200} value={reason} onChange={setReason} />
      <Phrases id="refusal-phrase" phrases={REASONS} onChoose={setReason} />
    </Sheet>
  );
}
