import { orders } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { BigButton, Group, RefusalMessage, Sheet, TextField } from '../../ui';

type Props = { bodyId: string; sessionId: string | null; onClose: () => void };

/** What goes back by hand, as one list for the bank; that it was taken is noted. */
export function RefundListSheet({ bodyId, sessionId, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = async () => {
    setBusy(true);
    const query = { reason: reason.trim(), ...(sessionId !== null && { session: sessionId }) };
    const reply = await openFile(
      orders.downloadRefundList,
      { params: { id: bodyId }, query },
      { name: '退款清单', kind: 'xlsx' },
    );
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Sheet
      title="退款清单"
      onClose={onClose}
      action={
        <BigButton
          id="refund-list-go"
          text={reason.trim() === '' ? '请先写导出用途' : '下载清单'}
          busy={busy}
          disabled={reason.trim() === ''}
          onTap={() => void take()}
        />
      }
    >
      <Group foot="等着线下退的每人一行，写明钱是怎么来的；考生没有填账户的，在表里补上。清单有姓名和电话，导出会记入操作记录。">
        <TextField id="refund-list-reason" label="导出用途" value={reason} maxlength={200} onChange={setReason} />
      </Group>
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
