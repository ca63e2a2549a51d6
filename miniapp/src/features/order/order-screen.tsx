import { type OrderView, orders } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAt, fen } from '@jikaotong/shared/kernel';
import {
  type MerchantMethod,
  PAY_CHANNELS,
  type PayMethod,
  groupedLines,
  refundStatesThatAre,
} from '@jikaotong/shared/rules/fees';
import {
  dayAndDistanceWords,
  feeItemWord,
  fullDayWords,
  orderStateWord,
  paymentMethodWord,
  receiptStateWord,
  refundStateWord,
  yuanWords,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, Money, RefusalMessage, NoticeBar, Page, Source, Tag } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { useMessageAsk } from '../subscription';
import { HelpLineOf, Originals, offeringName } from '../notice';
import { OwnReceipt } from './own-receipt';
import { type PayStage, payStageOf } from './pay-stage';
import { RefundAccount } from './refund-account';
import { Terms } from './terms';
import { Transfer } from './transfer';
import { usePayment } from './use-payment';
import './order.scss';

/** The order of an application: what it costs and why, until when, and every way to pay. */
export function OrderScreen({ applicationId, rosterId = null }: { applicationId: string; rosterId?: string | null }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <LoadedOrder applicationId={applicationId} rosterId={rosterId} />;
  return (
    <Page>
      <SignInGate why="登录后查看缴费单。">{null}</SignInGate>
    </Page>
  );
}

function LoadedOrder({ applicationId, rosterId }: { applicationId: string; rosterId: string | null }) {
  const answer = useAnswer(orders.getOrder, { params: { id: applicationId } });
  const today = useToday();
  if (answer.state !== 'ready') {
    return (
      <Page>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Page>
    );
  }
  return <Order order={answer.data} today={today} rosterId={rosterId} />;
}

const isOnline = (method: PayMethod): method is MerchantMethod => PAY_CHANNELS[method] === 'merchant';
const isAtCounter = (method: PayMethod): boolean => PAY_CHANNELS[method] === 'counter';

/** `rosterId`: of a unit, whose agent goes on there. */
function Order({ order, today, rosterId }: { order: OrderView; today: LocalDate; rosterId: string | null }) {
  const stage = payStageOf(order, today);
  const payment = usePayment(order, stage === 'asking');
  const [claiming, setClaiming] = useState(false);
  const askForMessages = useMessageAsk('pay');
  const online = order.methods.find(isOnline);
  const busy = payment.phase === 'starting' || payment.phase === 'asking';
  const payable = stage === 'to-pay' || stage === 'asking';
  return (
    <Page
      action={
        stage === 'settled' ? (
          <BigButton
            id="see-application"
            text={rosterId === null ? '查看报名进度' : '回到集体报名'}
            onTap={() =>
              rosterId === null
                ? open('/packages/apply/detail/index', { id: order.applicationId })
                : open('/packages/unit/roster/index', { id: rosterId })
            }
          />
        ) : payable && online && !claiming ? (
          <>
            {payment.phase === 'unclear' ? (
              <BigButton id="ask-payment" text="我已付款，查询结果" tone="plain" onTap={payment.ask} />
            ) : null}
            <BigButton
              id="pay"
              text={
                payment.phase === 'asking'
                  ? '正在确认支付结果'
                  : `${paymentMethodWord(online)} ${yuanWords(order.totalFen)}`
              }
              busy={busy}
              onTap={() => void askForMessages().then(() => payment.start(online))}
            />
          </>
        ) : undefined
      }
    >
      <Heading title={yuanWords(order.totalFen)}>
        {order.unitName === null ? null : (
          <View id="order-for">
            {order.unitName} · 共 {order.people} 人
          </View>
        )}
        {order.offerings.map((offering) => (
          <View key={offering.code}>{offeringName(offering)}</View>
        ))}
        <View id="order-number">缴费单号 {order.number}</View>
      </Heading>
      <Standing order={order} stage={stage} today={today} />
      {order.dueByHand ? <RefundAccount orderId={order.id} due={order.dueByHand} isUnit={rosterId !== null} /> : null}
      {payment.phase === 'asking' ? (
        <NoticeBar tone="info" title="正在向微信确认支付结果">
          请稍候，不要重复付款。
        </NoticeBar>
      ) : null}
      {payment.phase === 'unclear' ? (
        <NoticeBar tone="warn" title="还没有收到付款结果">
          如果刚才已经付款，请查询结果；如果没有付款，可以重新支付。
        </NoticeBar>
      ) : null}
      <RefusalMessage refusal={payment.refusal} />
      <Originals notice={order.noticeId}>
        <Lines order={order} />
        <Terms noticeId={order.noticeId} />
      </Originals>
      {payable && order.methods.some((method) => PAY_CHANNELS[method] === 'voucher') ? (
        <Transfer order={order} today={today} claiming={claiming} onClaim={setClaiming} />
      ) : null}
      {payable && order.methods.some(isAtCounter) ? (
        <Group title="现场缴费">
          <Cell
            title={order.methods.filter(isAtCounter).map(paymentMethodWord).join('、')}
            note="到通知所列的业务受理地址缴纳，工作人员登记后这里会更新。"
          />
        </Group>
      ) : null}
      <Past order={order} />
      {stage === 'settled' ? <OwnReceipt order={order} /> : null}
      <HelpLineOf noticeId={order.noticeId} />
    </Page>
  );
}

function Standing({ order, stage, today }: { order: OrderView; stage: PayStage; today: LocalDate }) {
  switch (stage) {
    case 'settled':
      return (
        <NoticeBar tone="go" title={orderStateWord('settled')}>
          {order.settledAt === null ? null : `${fullDayWords(dayAt(order.settledAt))}到账。`}请等待发放准考证。
        </NoticeBar>
      );
    case 'claimed':
      return (
        <NoticeBar tone="info" title="转账核对中">
          已收到您的转账凭证，财务核对到账后会通知您。
        </NoticeBar>
      );
    case 'over':
      return order.refunds.some(({ state }) => refundStatesThatAre('back').includes(state)) ? (
        <NoticeBar tone="info" title="这笔费用全额退回">
          退款进度见下面的缴费记录。
        </NoticeBar>
      ) : (
        <NoticeBar tone="stop" title={order.state === 'open' ? '缴费已截止' : orderStateWord(order.state)}>
          如果截止日以前已经付款，请打下面的电话：查明以后可以恢复。
        </NoticeBar>
      );
    case 'to-pay':
    case 'asking':
      return order.payBy ? (
        <NoticeBar tone="warn" title={`缴费截止 ${dayAndDistanceWords(order.payBy, today)}`}>
          截止当天仍可缴费，过期未缴的，这次报名失效。
        </NoticeBar>
      ) : null;
  }
}

function Lines({ order }: { order: OrderView }) {
  const sources = order.lines.filter(
    ({ source }, at) => order.lines.findIndex((line) => isSame(line.source, source)) === at,
  );
  return (
    <Group title="费用明细">
      {groupedLines(order.lines).map(({ item, fen: each, count }) => (
        <Cell
          key={`${item} ${each}`}
          title={feeItemWord(item)}
          note={count === 1 ? undefined : `${yuanWords(each)} × ${count} 人`}
          value={<Money fen={fen(each * count)} />}
        />
      ))}
      <Cell title="合计" value={<Money fen={order.totalFen} />} />
      {sources.map(({ item, source }) => (
        <View key={item} className="order__source">
          <Source of={source}>{sources.length === 1 ? '收费标准' : `${feeItemWord(item)}的收费标准`}</Source>
        </View>
      ))}
    </Group>
  );
}

type LineSource = OrderView['lines'][number]['source'];
const isSame = (a: LineSource, b: LineSource): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was handed in or paid back so far. */
function Past({ order }: { order: OrderView }) {
  if (order.receipts.length + order.refunds.length === 0) return null;
  return (
    <Group title="缴费记录">
      {order.receipts.map(({ id, method, state, amountFen, paidOn, reason }) => (
        <Cell
          key={id}
          title={`${paymentMethodWord(method)} ${yuanWords(amountFen)}`}
          note={reason ? `${fullDayWords(paidOn)} · ${reason}` : fullDayWords(paidOn)}
          value={<Tag text={receiptStateWord(state)} tone={state === 'refused' ? 'stop' : 'quiet'} />}
        />
      ))}
      {order.refunds.map(({ id, amountFen, state, reason }) => (
        <Cell key={id} title={`退款 ${yuanWords(amountFen)}`} note={reason} value={refundStateWord(state)} />
      ))}
    </Group>
  );
}
