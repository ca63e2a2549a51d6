import { yuanWords } from '@jikaotong/shared/words';
import { fen } from '@jikaotong/shared/kernel';
import { useEffect, useState } from 'react';
import { Group, ProseField } from '../../ui';
import type { AskProps } from '../list';

/** Why so much goes back at once. */
export function RefundNeeds({ onChange, rows }: AskProps) {
  const [note, setNote] = useState('批次取消，全额退费');
  useEffect(() => onChange(note.trim() === '' ? null : { note: note.trim() }), [note, onChange]);
  const sum = rows.reduce((total, { amountFen }) => total + (typeof amountFen === 'number' ? amountFen : 0), 0);
  return (
    <Group
      title={rows.length > 0 ? `页面上选中的 ${rows.length} 笔，共 ${yuanWords(fen(sum))}` : '退款'}
      foot="微信付的原路退回；现金、转账和支票先按退款清单退完，再在这里登记。"
    >
      <ProseField id="refund-note" label="退款说明" maxlength={400} value={note} onChange={setNote} />
    </Group>
  );
}
