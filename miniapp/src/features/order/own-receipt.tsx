import { type OrderView, orders } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { BigButton, RefusalMessage } from '../../ui';

type Props = { order: Pick<OrderView, 'id' | 'number'> };

/** The receipt of what was paid, as PDF. */
export function OwnReceipt({ order: { id, number } }: Props) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = async () => {
    setBusy(true);
    setRefusal(null);
    const file = { name: `收据-${number}`, kind: 'pdf' } as const;
    const reply = await openFile(orders.downloadReceipt, { params: { id } }, file);
    setBusy(false);
    if (!reply.ok) setRefusal(reply);
  };
  return (
    <View className="order__keys">
      <RefusalMessage refusal={refusal} />
      <BigButton
        id="take-receipt"
        text={busy ? '正在生成…' : '下载收据'}
        tone="plain"
        busy={busy}
        onTap={() => void take()}
      />
    </View>
  );
}
