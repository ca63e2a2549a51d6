import { type QueryOf, orders } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { BigButton, DayField, Group, RefusalMessage, Sheet } from '../../ui';

type Props = { bodyId: string; query: QueryOf<typeof orders.printReceipts>; text: string; waitsFor?: string | false };

/** Takes receipts as PDF. */
export function PrintReceipts({ bodyId, query, text, waitsFor }: Props) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = async () => {
    setBusy(true);
    setRefusal(null);
    const reply = await openFile(
      orders.printReceipts,
      { params: { id: bodyId }, query },
      { name: '收据', kind: 'pdf' },
    );
    setBusy(false);
    if (!reply.ok) setRefusal(reply);
  };
  return (
    <>
      <RefusalMessage refusal={refusal} />
      <BigButton
        id="print-receipts"
        text={busy ? '正在生成…' : text}
        tone="plain"
        busy={busy}
        waitsFor={waitsFor}
        onTap={() => void take()}
      />
    </>
  );
}

type BatchProps = { bodyId: string; today: LocalDate; onClose: () => void };

/** The receipts of all that was settled in some days, in one file. */
export function ReceiptBatchSheet({ bodyId, today, onClose }: BatchProps) {
  const [from, setFrom] = useState<string | null>(today);
  const [to, setTo] = useState<string | null>(today);
  const first = parseLocalDate(from ?? '');
  const last = parseLocalDate(to ?? '');
  const query = first.ok && last.ok ? { from: first.value, to: last.value } : {};
  const isWrong = !first.ok || !last.ok || first.value > last.value;
  return (
    <Sheet title="打印一批收据" onClose={onClose}>
      <Group foot="按缴清的日期，每页两张，裁开发给考生。">
        <DayField id="receipts-from" label="从" value={from} latest={today} startAt={today} onChange={setFrom} />
        <DayField id="receipts-to" label="到" value={to} latest={today} startAt={today} onChange={setTo} />
      </Group>
      <PrintReceipts bodyId={bodyId} query={query} text="生成 PDF" waitsFor={isWrong && '请先选对日期'} />
    </Sheet>
  );
}
