import { AWARD_PAYMENTS, type AwardPayment } from '@jikaotong/shared/contract';
import { fen } from '@jikaotong/shared/kernel';
import { awardPaymentWord, yuanWords } from '@jikaotong/shared/words';
import { useEffect, useState } from 'react';
import { Choices, DayField, Group } from '../../ui';
import { useToday } from '../demonstration';
import type { AskProps } from '../list';

/** When and how the prizes of those ticked were paid, and what they come to. */
export function PayNeeds({ onChange, rows }: AskProps) {
  const today = useToday();
  const [paidOn, setPaidOn] = useState<string | null>(today);
  const [how, setHow] = useState<AwardPayment>('transfer');
  useEffect(() => onChange(paidOn === null ? null : { paidOn, how }), [paidOn, how, onChange]);
  const sum = rows.reduce((all, { fen: one }) => all + (typeof one === 'number' ? one : 0), 0);
  return (
    <Group title={rows.length > 0 ? `页面上选中的 ${rows.length} 项，共 ${yuanWords(fen(sum))}` : undefined}>
      <DayField
        id="prize-paid-on"
        label="发放日期"
        value={paidOn}
        latest={today}
        startAt={today}
        onChange={setPaidOn}
      />
      <Choices
        label="发放方式"
        options={AWARD_PAYMENTS.map((key) => ({ key, text: awardPaymentWord(key) }))}
        value={how}
        onChoose={setHow}
      />
    </Group>
  );
}
