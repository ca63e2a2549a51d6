import { type StaffOrderView, orders } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Group, NoticeBar, ProseField, RefusalMessage } from '../../ui';

type Props = { undo: NonNullable<StaffOrderView['undo']>; onDone: () => void };

/** What was booked by mistake is undone here, on the same day; where two have to agree, the second one confirms. */
export function UndoPart({ undo: { receiptId, asked }, onDone }: Props) {
  const [writing, setWriting] = useState(false);
  const [reason, setReason] = useState('');
  const undo = useCommand(orders.undoReceipt);
  const go = async () => {
    const body = { reason: asked?.reason ?? reason.trim() };
    const reply = await undo.run({ params: { id: receiptId }, body });
    if (!reply.ok) return;
    toast(reply.data.state === 'settled' ? '已申请，等另一名同事确认' : '已撤销');
    onDone();
  };
  if (asked)
    return (
      <>
        <NoticeBar tone="warn" title={`${asked.byName}申请撤销这笔收款`}>
          {`原因：${asked.reason}。要由另一名财务或管理员确认。`}
        </NoticeBar>
        <RefusalMessage refusal={undo.refusal} />
        <BigButton id="confirm-undo" text="同意撤销" tone="plain" busy={undo.busy} onTap={() => void go()} />
      </>
    );
  if (!writing)
    return <BigButton id="undo-receipt" text="登记错了，撤销" tone="plain" onTap={() => setWriting(true)} />;
  return (
    <>
      <Group title="撤销这笔收款" foot="只能撤销今天登记、还没有排座的；撤销后回到待缴费，考生会收到通知。">
        <ProseField id="undo-reason" label="原因（考生看得到）" maxlength={200} value={reason} onChange={setReason} />
      </Group>
      <RefusalMessage refusal={undo.refusal} />
      <BigButton
        id="save-undo"
        text={reason.trim() === '' ? '请先写撤销的原因' : '撤销收款'}
        busy={undo.busy}
        disabled={reason.trim() === ''}
        onTap={() => void go()}
      />
    </>
  );
}
