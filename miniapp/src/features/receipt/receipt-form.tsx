import { type BodyOf, type StaffOrderView, orders } from '@jikaotong/shared/contract';
import { type LocalDate, fenOfYuan, parseLocalDate } from '@jikaotong/shared/kernel';
import { RECEIPT_METHODS } from '@jikaotong/shared/rules/fees';
import { dayWords, paymentMethodWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Chips, DayField, Group, NoticeBar, ProseField, RefusalMessage, TextField } from '../../ui';
import { bookingOf } from './booking';

type Method = BodyOf<typeof orders.recordReceipt>['method'];

type Props = { order: StaffOrderView; today: LocalDate; onDone: () => void };

/** Money that came over the counter or to the bank without a voucher. */
export function ReceiptForm({ order, today, onDone }: Props) {
  const methods = RECEIPT_METHODS.filter((method) => order.methods.includes(method));
  const [writing, setWriting] = useState(false);
  const [method, setMethod] = useState<Method | null>(methods[0] ?? null);
  const [yuan, setYuan] = useState(String(order.totalFen / 100));
  // of an order that has lapsed the day decides, so nothing is filled in before
  const [paidOn, setPaidOn] = useState<string | null>(order.state === 'lapsed' ? null : today);
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const record = useCommand(orders.recordReceipt);

  const amountFen = fenOfYuan(yuan);
  const wrong = amountFen === order.totalFen ? null : `应缴 ${yuanWords(order.totalFen)}，要一次收足`;
  const day = parseLocalDate(paidOn ?? '');
  const booking = day.ok ? bookingOf(order, day.value) : null;
  const needsReason = booking === 'reinstates' && reason.trim() === '';
  const lacks =
    method === null
      ? '请先选收款方式'
      : wrong !== null
        ? '请先改对金额'
        : paidOn === null
          ? '请先填收到钱的日期'
          : needsReason && '请先写恢复的理由';
  const go = async () => {
    if (!method || amountFen === null || wrong || !day.ok) return;
    const written = reference.trim();
    const body = {
      method,
      amountFen,
      paidOn: day.value,
      ...(written ? { reference: written } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    };
    const reply = await record.run({ params: { id: order.id }, body });
    if (!reply.ok) return;
    toast(reply.data.state === 'settled' ? '已登记收款' : '收款晚于截止日，已转到待核查事项');
    onDone();
  };
  if (methods.length === 0) return null;
  if (!writing) {
    return (
      <View className="claim">
        <BigButton
          id="record-receipt"
          text={order.state === 'lapsed' ? '补登截止日前收到的钱' : '登记现场收款'}
          tone="plain"
          onTap={() => setWriting(true)}
        />
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
          label="实际收到钱的日期"
          value={paidOn}
          earliest={order.openedOn}
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
        {order.state === 'lapsed' ? (
          <ProseField
            id="receipt-reason"
            label={booking === 'late' ? '说明（可不填，考生看得到）' : '恢复的理由（考生看得到）'}
            maxlength={200}
            value={reason}
            onChange={setReason}
          />
        ) : null}
      </Group>
      {booking === 'reinstates' ? (
        <NoticeBar tone="info">这笔钱在截止日以前收到：登记后缴费单和失效的报名一起恢复。</NoticeBar>
      ) : null}
      {booking === 'late' ? (
        <NoticeBar tone="warn">
          收到的日期晚于截止日 {order.payBy ? dayWords(order.payBy, today) : ''}
          ：登记后不算缴费，转到待核查事项，由财务决定退款或恢复。
        </NoticeBar>
      ) : null}
      <RefusalMessage refusal={record.refusal} />
      <View className="claim">
        <BigButton id="save-receipt" text="确认已收到" busy={record.busy} waitsFor={lacks} onTap={() => void go()} />
      </View>
    </>
  );
}
