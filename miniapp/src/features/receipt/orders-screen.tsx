import { sessions } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type ListRow, orderList } from '@jikaotong/shared/lists';
import { closingWords, orderStandingWord, payerWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { reloadScreens, useAnswer, useOnShow } from '../../platform';
import { Loaded, Money, Page, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords, useStaff } from '../staff';
import { CashNeeds } from './cash-needs';
import { OrderSheet } from './order-sheet';
import { ReceiptBatchSheet } from './print-receipts';
import { ORDER_TONES } from './order-tones';
import './receipt.scss';

type Row = ListRow<typeof orderList>;
type Props = { bodyId: string | null; sessionId: string | null };

/** The orders of a body: of the one in the address, else of the session's, else of the first that is the person's. */
export function OrdersScreen({ bodyId: given, sessionId }: Props) {
  const { account, may } = useStaff();
  const isAsked = given === null && sessionId !== null;
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId ?? '' } }, { enabled: isAsked });
  if (isAsked)
    return session.state === 'ready' ? (
      <OrdersOf bodyId={session.data.bodyId} />
    ) : (
      <Page>
        <Loaded answer={session}>{() => null}</Loaded>
      </Page>
    );
  const own = account?.grants.find(({ bodyId }) => may(orderList.rows, bodyId))?.bodyId;
  return <OrdersOf bodyId={given ?? own ?? ''} />;
}

/** What is still to be collected and what was paid; transfers that wait for a look come first. */
function OrdersOf({ bodyId }: { bodyId: string }) {
  const today = useToday();
  const { may } = useStaff();
  const [printing, setPrinting] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  // candidates pay, and colleagues confirm, at the same time
  useOnShow(() => void reloadScreens());
  const cardOf = (row: Row) => ({
    title: payerWords(row.unit, { first: row.name, count: row.candidates }),
    note: (
      <>
        <View>{row.offering}</View>
        <View>{`${row.session}　单号 ${row.number}`}</View>
        <View>{whenWords(row, today)}</View>
      </>
    ),
    value: (
      <View className="orders__value">
        <Money fen={row.totalFen} />
        <View>
          <Tag text={orderStandingWord(row.standing)} tone={ORDER_TONES[row.standing]} />
        </View>
      </View>
    ),
  });
  return (
    <>
      <ListView
        key={bodyId}
        list={orderList}
        id={bodyId}
        unit="笔"
        about="转账待核对的排在最前面。"
        begin={{ standing: 'claimed,open' }}
        empty={{ title: '没有要收的缴费单', text: '审核通过后自动生成缴费单。' }}
        asideAtDesk={['unit', 'candidates', 'phone', 'openedAt', 'method']}
        actsOffered={[...(may({ who: orderList.acts.cash.who }, bodyId) ? (['cash'] as const) : []), 'undo']}
        asks={{ cash: { Form: CashNeeds } }}
        card={cardOf}
        action={{ id: 'print-batch', text: '打印一批收据', onTap: () => setPrinting(true) }}
        tones={{ standing: ORDER_TONES }}
        elementId={({ id }) => `order-${id}`}
        onOpen={({ id }) => setOpenId(id)}
      />
      {printing ? <ReceiptBatchSheet bodyId={bodyId} today={today} onClose={() => setPrinting(false)} /> : null}
      {openId === null ? null : (
        <OrderSheet bodyId={bodyId} orderId={openId} today={today} onClose={() => setOpenId(null)} />
      )}
    </>
  );
}

function whenWords({ standing, settledAt, payBy }: Row, today: LocalDate): string {
  if (settledAt !== null) return `${momentWords(settledAt, today)} 缴清`;
  return payBy !== null && (standing === 'open' || standing === 'claimed') ? closingWords(payBy, today) : '';
}
