import { type StaffOrderView, orders } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { fen } from '@jikaotong/shared/kernel';
import { moneyCaseList } from '@jikaotong/shared/lists';
import { groupedLines } from '@jikaotong/shared/rules/fees';
import {
  attemptStateWord,
  dayWords,
  feeItemWord,
  orderStateWord,
  paymentMethodWord,
  receiptStateWord,
  refundStateWord,
  yuanWords,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, toast, useAnswer, viewFile } from '../../platform';
import { Cell, Group, Loaded, Money, Sheet } from '../../ui';
import { offeringName } from '../notice';
import { momentWords, useStaff } from '../staff';
import { ClaimForm } from './claim-form';
import { type Receipt, claimedIn } from './claimed';
import { PrintReceipts } from './print-receipts';
import { ReceiptForm } from './receipt-form';
import { UndoPart } from './undo-part';

type Props = { bodyId: string; today: LocalDate; onClose: () => void };

/** One order of the list, as it is now. */
export function OrderSheet({ orderId, bodyId, today, onClose }: Props & { orderId: string }) {
  const answer = useAnswer(orders.getStaffOrder, { params: { id: orderId } });
  if (answer.state === 'ready')
    return <Movements order={answer.data} bodyId={bodyId} today={today} onClose={onClose} />;
  return (
    <Sheet title="缴费单" onClose={onClose}>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Sheet>
  );
}

/** One order with every movement of its money, and what finance may do about it. */
function Movements({ order, bodyId, today, onClose }: Props & { order: StaffOrderView }) {
  const { may } = useStaff();
  const { candidateName, offerings, sessionName, state, lines, totalFen, payBy, receipts, attempts, refunds } = order;
  const claim = state === 'open' ? claimedIn(order) : null;
  // what lapsed may still be settled by money that came in time and is booked only now
  const mine = (state === 'open' || state === 'lapsed') && may(orders.recordReceipt);
  // money that came through a provider goes back as it came, out of a case
  const paidOnline = attempts.some((attempt) => attempt.state === 'succeeded');
  const mayResolve = may(moneyCaseList.rows, bodyId);
  return (
    <Sheet title={`${candidateName}　${orderStateWord(state)}`} onClose={onClose}>
      <View className="orders__about">
        {sessionName}　{offerings.map(offeringName).join('、')}
        <View id="order-number">单号 {order.number}</View>
      </View>
      {claim && mine ? (
        <ClaimForm order={order} claim={claim} today={today} onSee={(shown) => void see(shown)} onDone={onClose} />
      ) : null}
      <Group title="应缴">
        {groupedLines(lines).map(({ item, fen: each, count }) => (
          <Cell
            key={`${item} ${each}`}
            title={feeItemWord(item)}
            note={count === 1 ? undefined : `${yuanWords(each)} × ${count} 人`}
            value={<Money fen={fen(each * count)} />}
          />
        ))}
        <Cell
          title="合计"
          {...(payBy && (state === 'open' || state === 'lapsed') ? { note: `${dayWords(payBy, today)} 截止` } : {})}
          value={<Money fen={totalFen} />}
        />
      </Group>
      {receipts.length + attempts.length + refunds.length > 0 ? (
        <Group title="往来记录">
          {receipts.map((receipt) => (
            <Cell
              key={receipt.id}
              title={`${paymentMethodWord(receipt.method)}　${receiptStateWord(receipt.state)}`}
              note={receiptNote(receipt, today)}
              value={<Money fen={receipt.amountFen} />}
              {...(receipt.voucherUrl ? { onTap: () => void see(receipt), label: '查看转账凭证' } : {})}
            />
          ))}
          {attempts.map((attempt) => (
            <Cell
              key={attempt.id}
              title={`${paymentMethodWord(attempt.method)}　${attemptStateWord(attempt.state)}`}
              note={momentWords(attempt.createdAt, today)}
            />
          ))}
          {refunds.map((refund) => (
            <Cell
              key={refund.id}
              title={refundStateWord(refund.state)}
              note={refund.reason}
              value={<Money fen={refund.amountFen} />}
            />
          ))}
        </Group>
      ) : null}
      {paidOnline && mayResolve ? (
        <Group title="退款" foot="多收的、迟到的，批次取消或考生退出要退的，都列在那里；钱原路退回，要两个人同意。">
          <Cell
            id="go-money-cases"
            title="到“待核查事项”办退款"
            onTap={() => open('/packages/review/cases/index', { body: bodyId, about: 'money' })}
          />
        </Group>
      ) : null}
      {state === 'settled' && may(orders.printReceipts, bodyId) ? (
        <PrintReceipts bodyId={bodyId} query={{ order: order.id }} text="打印收据" />
      ) : null}
      {order.undo && may(orders.undoReceipt) ? <UndoPart undo={order.undo} onDone={onClose} /> : null}
      {mine && !claim ? <ReceiptForm order={order} today={today} onDone={onClose} /> : null}
    </Sheet>
  );
}

const receiptNote = ({ paidOn, reference, reason }: Receipt, today: LocalDate): string =>
  [`${dayWords(paidOn, today)} 付款`, reference && `凭证号 ${reference}`, reason && `原因：${reason}`]
    .filter(Boolean)
    .join('　');

/** A voucher may be a picture or a PDF; only its address travels, and a picture is by far the more frequent. */
async function see({ voucherUrl }: Receipt): Promise<void> {
  if (!voucherUrl) return;
  const shown = await viewFile({ url: voucherUrl, type: 'image/jpeg' });
  if (!shown) toast('没有打开，请关闭后重新进入再试');
}
