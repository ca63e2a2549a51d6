import type { Payee as PayeeData, PaymentMethod } from '@jikaotong/shared/notice';
import { paymentMethodWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { copy } from '../../platform';
import { BigButton, Cell, Group, Source } from '../../ui';
import './payee.scss';

type Props = { payee: PayeeData; methods: readonly PaymentMethod[] };

/** The account, each line as printed, and all of it copied at one tap. */
export function Payee({ payee, methods }: Props) {
  const lines = payeeLines(payee);
  return (
    <Group title="收款账户">
      {lines.map(([name, value]) => (
        <Cell key={name} title={name} value={value} />
      ))}
      <View className="payee__foot">
        <BigButton
          id="copy-account"
          text="复制全部账户信息"
          tone="plain"
          onTap={() => void copy(lines.map(([name, value]) => `${name}：${value}`).join('\n'))}
        />
        <Source of={payee.source}>以通知所列为准</Source>
        {methods.map((method) => (
          <Source key={method.method} of={method.source}>
            可用{paymentMethodWord(method.method)}
          </Source>
        ))}
      </View>
    </Group>
  );
}

/** Name and value of every line there is. */
export const payeeLines = ({ name, taxNumber, address, phone, bank, account }: Omit<PayeeData, 'source'>) =>
  [
    ['单位名称', name],
    ['开户银行', bank],
    ['账号', account],
    ['纳税人识别号', taxNumber],
    ['地址', address],
    ['电话', phone],
  ].flatMap(([label, value]): [string, string][] => (label && value ? [[label, value]] : []));
