import { type StaffOrderView, orders } from '@jikaotong/shared/contract';
import { ORDER_STATES } from '@jikaotong/shared/rules/progress';
import { orderStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, queryClient, useOnShow, usePages } from '../../platform';
import { Empty, Group, Heading, Loaded, Money, Page, Chips, LoadMoreButton } from '../../ui';
import { useToday } from '../demonstration';
import { SessionFilter } from '../session';
import { OrderRow } from './order-row';
import { OrderSheet } from './order-sheet';
import { isClaimed } from './claimed';
import './receipt.scss';

const ALL = 'all';

/** The paid list and what is still to be collected; transfers that wait for a look come first. */
export function OrdersScreen({ sessionId: given }: { sessionId: string | null }) {
  const today = useToday();
  const [sessionId, setSessionId] = useState(given);
  const [state, setState] = useState<(typeof ORDER_STATES)[number] | typeof ALL>('open');
  const [openId, setOpenId] = useState<string | null>(null);
  const query = { ...(sessionId ? { sessionId } : {}), ...(state === ALL ? {} : { state }), limit: 100 };
  const answer = usePages(['orders', query], (cursor) => call(orders.listStaffOrders, { query: { ...query, cursor } }));
  useOnShow(() => void queryClient.invalidateQueries({ refetchType: 'active' }));
  const shown = answer.state === 'ready' ? answer.data.items.find(({ id }) => id === openId) : undefined;
  return (
    <Page>
      <Heading title="缴费与收款" />
      <SessionFilter value={sessionId} onChange={setSessionId} />
      <Chips
        id="order-state"
        label="状态"
        options={[...ORDER_STATES.map((key) => ({ key, text: orderStateWord(key) })), { key: ALL, text: '全部' }]}
        value={state}
        onChoose={setState}
      />
      <Loaded answer={answer}>
        {(list) => (
          <>
            {state === 'settled' || state === ALL ? (
              <View className="orders__sum">
                已缴清合计{' '}
                <View className="orders__figure" id="settled-total">
                  <Money fen={list.first.settledFen} />
                </View>
              </View>
            ) : null}
            <OrderGroups items={list.items} today={today} onOpen={setOpenId} />
            <LoadMoreButton list={list} />
          </>
        )}
      </Loaded>
      {shown ? <OrderSheet order={shown} today={today} onClose={() => setOpenId(null)} /> : null}
    </Page>
  );
}

type GroupsProps = {
  items: readonly StaffOrderView[];
  today: ReturnType<typeof useToday>;
  onOpen: (id: string) => void;
};

function OrderGroups({ items, today, onOpen }: GroupsProps) {
  const claimed = items.filter(isClaimed);
  const rest = items.filter((order) => !isClaimed(order));
  if (items.length === 0) return <Empty title="没有这样的缴费单">审核通过后自动生成缴费单。</Empty>;
  const rows = (orders: readonly StaffOrderView[]) =>
    orders.map((order) => <OrderRow key={order.id} order={order} today={today} onOpen={() => onOpen(order.id)} />);
  return (
    <>
      {claimed.length > 0 ? <Group title={`转账待核对（${claimed.length} 笔）`}>{rows(claimed)}</Group> : null}
      {rest.length > 0 ? <Group>{rows(rest)}</Group> : null}
    </>
  );
}
