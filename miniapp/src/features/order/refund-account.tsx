import { type BodyOf, type OrderView, orders } from '@jikaotong/shared/contract';
import { fullDayWords, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BankAccountSheet, BigButton, Cell, Group } from '../../ui';

type Props = { orderId: string; due: NonNullable<OrderView['dueByHand']>; isUnit: boolean };

/** Where the money shall go that goes back by hand. */
export function RefundAccount({ orderId, due, isUnit }: Props) {
  const { totalFen, account } = due;
  const [asking, setAsking] = useState(false);
  const give = useCommand(orders.giveRefundAccount);
  const save = async (body: BodyOf<typeof orders.giveRefundAccount>) => {
    if (!(await give.run({ params: { id: orderId }, body })).ok) return;
    toast('已保存');
    setAsking(false);
  };
  return (
    <Group
      title={`要退给您${yuanWords(totalFen)}`}
      foot="这笔钱不是微信付的，由财务转账退还。账户加密保存，只用于这次退款，退完就删除；不方便在这里填的，可以打电话告诉财务。"
    >
      {account ? (
        <Cell
          id="refund-account"
          title={`${account.holder} ${account.numberMasked}`}
          note={`${account.bank}，${fullDayWords(account.on)}填写`}
          value="修改"
          onTap={() => setAsking(true)}
        />
      ) : (
        <View className="order__keys">
          <BigButton id="refund-account" text="填写退款账户" onTap={() => setAsking(true)} />
        </View>
      )}
      {asking ? (
        <BankAccountSheet
          title="退款账户"
          holderLabel={isUnit ? '户名（单位全称）' : '户名'}
          known={account}
          busy={give.busy}
          refusal={give.refusal}
          onSave={(given) => void save(given)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Group>
  );
}
