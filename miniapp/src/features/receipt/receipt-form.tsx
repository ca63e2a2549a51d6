import { type BodyOf, type StaffOrderView, orders } from '@jikaotong/shared/contract';
import { type Fen, type LocalDate, isFen, parseLocalDate } from '@jikaotong/shared/kernel';
import { RECEIPT_METHODS } from '@jikaotong/shared/rules/fees';
import { paymentMethodWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, DayField, Group, RefusalMessage, TextField, Chips } from '../../ui';

type Method = BodyOf<typeof orders.recordReceipt>['method'];

type Props = { order: StaffOrderView; today: LocalDate; onDone: () => void };

/** Money that came over the counter or to the bank without a voucher. */
export function ReceiptForm({ order, today, onDone }: Props) {
  const methods = RECEIPT_METHODS.filter((method) => order.methods.includes(method));
  const [writing, setWriting] = useState(false);
  const [method, setMethod] = useState<Method | null>(methods[0] ?? null);
  const [yuan, setYuan] = useState(String(order.totalFen / 100));
  const [paidOn, setPaidOn] = useState<string>(today);
  const [reference, setReference] = useState('');
  const record = useCommand(orders.recordReceipt);

  const amountFen = fenOf(yuan);
  const wrong = amountFen === order.totalFen ? null : `应缴 ${yuanWords(order.totalFen)}，要一次收足`;
  const go = async () => {
    const day = parseLocalDate(paidOn);
    if (!method || amountFen === null || wrong || !day.ok) return;
    const written = reference.trim();
    const body = { method, amountFen, paidOn: day.value, ...(written ? { reference: written } : {}) };
    const reply = await record.run({ params: { id: order.id }, body });
    if (!reply.ok) return;
    toast('已登记收款');
    onDone();
  };
  if (methods.length === 0) return null;
  if (!writing) {
    return (
      <View className="claim">
        <BigButton id="record-receipt" text="登记现场收款" tone="plain" onTap={() => setWriting(true)} />
      </View>
    );
  }
  return (
    <>
      <Group title="登记收款">
        <View className="claim__methods">
          <Chips
            id="receipt-method"
            label="收款方式"
            options={methods.map((key) => ({ key, text: paymentMethodWord(key) }))}
            value={method}
            onChoose={setMethod}
          />
        </View>
        <TextField
          id="receipt-amount"
          label="金额（元）"
          type="digit"
          maxlength={10}
          value={yuan}
          error={wrong}
          onChange={setYuan}
        />
        <DayField
          id="receipt-paid-on"
          label="收款日期"
          value={paidOn}
          latest={today}
          startAt={today}
          onChange={setPaidOn}
        />
        <TextField
          id="receipt-reference"
          label="收据号或支票号（可不填）"
          maxlength={60}
          value={reference}
          onChange={setReference}
        />
      </Group>
      <RefusalMessage refusal={record.refusal} />
      <View className="claim">
        <BigButton
          id="save-receipt"
          text="确认已收到"
          busy={record.busy}
          disabled={wrong !== null || method === null}
          onTap={() => void go()}
        />
      </View>
    </>
  );
}

/** Whole fen of yuan with at most two decimals; null for anything else. */
function fenOf(yuan: string): Fen | null {
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  const amount = parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : -1;
  return isFen(amount) ? amount : null;
}
