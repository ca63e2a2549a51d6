import { fen } from '@jikaotong/shared/kernel';
import { yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { DayField, Money, Cell, Group } from '../../ui';
import { useToday } from '../demonstration';
import type { AskProps } from '../list';

const SHOWN = 50;

/** When the cash of those ticked came, and what will be booked for each of them. */
export function CashNeeds({ onChange, rows }: AskProps) {
  const today = useToday();
  const [paidOn, setPaidOn] = useState<string | null>(today);
  useEffect(() => onChange(paidOn === null ? null : { paidOn }), [paidOn, onChange]);
  const sums = rows.map(({ totalFen }) => (typeof totalFen === 'number' ? totalFen : 0));
  return (
    <>
      <Group>
        <DayField
          id="cash-paid-on"
          label="实际收到钱的日期"
          value={paidOn}
          latest={today}
          startAt={today}
          onChange={setPaidOn}
        />
      </Group>
      {rows.length > 0 ? (
        <Group title={`页面上选中的 ${rows.length} 笔，共 ${yuanWords(fen(sums.reduce((sum, one) => sum + one, 0)))}`}>
          {rows.slice(0, SHOWN).map((row, at) => (
            <Cell
              key={row.id}
              title={typeof row['name'] === 'string' ? row['name'] : ''}
              value={<Money fen={fen(sums[at] ?? 0)} />}
            />
          ))}
          {rows.length > SHOWN ? <View className="orders__about">还有 {rows.length - SHOWN} 笔</View> : null}
        </Group>
      ) : null}
    </>
  );
}
