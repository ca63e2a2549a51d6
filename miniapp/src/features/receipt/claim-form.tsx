import { type StaffOrderView, orders } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import { dayWords, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fileAddress, toast, useCommand } from '../../platform';
import {
  BigButton,
  DayField,
  RefusalMessage,
  NoticeBar,
  ProseField,
  Tappable,
  TextField,
  Phrases,
  Picture,
} from '../../ui';
import type { Receipt } from './claimed';

const REFUSALS: readonly string[] = ['账户里没有查到这笔转账', '凭证看不清，请重新上传', '转账金额与应缴不一致'];

type Props = {
  order: StaffOrderView;
  claim: Receipt;
  today: LocalDate;
  onSee: (claim: Receipt) => void;
  onDone: () => void;
};

/** A voucher to compare with the bank's account: the money is there, or it is not. */
export function ClaimForm({ order, claim, today, onSee, onDone }: Props) {
  const confirmIt = useCommand(orders.recordReceipt);
  const refuse = useCommand(orders.refuseTransfer);
  // the day on the bank's account, which is not the day the candidate sent it: nothing is filled in before
  const [paidOn, setPaidOn] = useState<string | null>(null);
  const [reference, setReference] = useState(claim.reference ?? '');
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');

  const arrived = async () => {
    const day = parseLocalDate(paidOn ?? '');
    if (!day.ok) return;
    const written = reference.trim();
    const reply = await confirmIt.run({
      params: { id: order.id },
      body: {
        receiptId: claim.id,
        method: claim.method,
        amountFen: order.totalFen,
        paidOn: day.value,
        ...(written ? { reference: written } : {}),
      },
    });
    if (!reply.ok) return;
    toast(reply.data.state === 'settled' ? '已确认到账' : '到账晚于截止日，已转到待核查事项');
    onDone();
  };
  const notThere = async () => {
    const reply = await refuse.run({ params: { id: claim.id }, body: { reason: reason.trim() } });
    if (!reply.ok) return;
    toast('已退回，考生会收到通知');
    onDone();
  };
  return (
    <View className="claim">
      <NoticeBar tone="info">
        考生说 {dayWords(claim.paidOn, today)} 转了 {yuanWords(claim.amountFen)}。请在银行账户里核对后再确认。
      </NoticeBar>
      {claim.voucherUrl ? (
        <Tappable id="see-voucher" className="claim__voucher" label="放大转账凭证" onTap={() => onSee(claim)}>
          <Picture className="claim__picture" src={fileAddress(claim.voucherUrl)} mode="aspectFit" label="" />
        </Tappable>
      ) : null}
      <RefusalMessage refusal={confirmIt.refusal ?? refuse.refusal} />
      {refusing ? (
        <>
          <ProseField
            id="refuse-reason"
            label="原因（考生看得到）"
            maxlength={200}
            value={reason}
            onChange={setReason}
          />
          <Phrases id="refuse-phrase" phrases={REFUSALS} onChoose={setReason} />
          <BigButton
            id="refuse-transfer"
            text={reason.trim() === '' ? '请先写退回的原因' : '退回这张凭证'}
            tone="danger"
            busy={refuse.busy}
            disabled={reason.trim() === ''}
            onTap={() => void notThere()}
          />
          <BigButton text="返回核对" tone="plain" onTap={() => setRefusing(false)} />
        </>
      ) : (
        <>
          <DayField
            id="claim-paid-on"
            label="到账日期"
            value={paidOn}
            earliest={order.openedOn}
            latest={today}
            startAt={today}
            onChange={setPaidOn}
          />
          <TextField
            id="claim-reference"
            label="银行流水号（可不填）"
            maxlength={60}
            value={reference}
            onChange={setReference}
          />
          <BigButton
            id="confirm-transfer"
            text={paidOn === null ? '请先填到账日期' : `确认到账 ${yuanWords(order.totalFen)}`}
            busy={confirmIt.busy}
            disabled={paidOn === null}
            onTap={() => void arrived()}
          />
          <BigButton id="refuse-start" text="没有查到" tone="plain" onTap={() => setRefusing(true)} />
        </>
      )}
    </View>
  );
}
