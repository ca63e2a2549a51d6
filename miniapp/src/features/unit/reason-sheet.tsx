import { type StaffUnitView, units } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';

type Props = { unit: StaffUnitView; act: 'reject' | 'suspend'; onClose: () => void; onDone: () => void };

/** What ends or stops a unit, with the reason that its agents read. */
export function ReasonSheet({ unit, act, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const send = useCommand(act === 'reject' ? units.rejectUnit : units.suspendUnit);
  const title = act === 'reject' ? '不予通过' : '暂停单位';
  const go = async () => {
    const reply = await send.run({ params: { id: unit.id }, body: { version: unit.version, reason } });
    if (reply.ok) onDone();
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={
        <BigButton
          id={`send-${act}-unit`}
          text={reason.trim() === '' ? '请先写原因' : title}
          tone="danger"
          busy={send.busy}
          disabled={reason.trim() === ''}
          onTap={() => void go()}
        />
      }
    >
      {act === 'reject' ? <NoticeBar tone="warn">只是填错或证明不全，请用“退回修改”。</NoticeBar> : null}
      <RefusalMessage refusal={send.refusal} />
      <ProseField id="unit-reason" label="原因（经办人看得到）" maxlength={200} value={reason} onChange={setReason} />
    </Sheet>
  );
}
