import { receiptWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { copy, replace } from '../../platform';
import { BigButton, Card, Cell, Group, Heading, Page } from '../../ui';
import { Evidence } from './evidence';
import './objection.scss';

/** The receipt, told this once, and the way to lay evidence beside the objection. */
export function Filed({ receipt }: { receipt: string }) {
  return (
    <Page action={<BigButton id="copy-receipt" text="复制回执号" onTap={() => void copy(receipt)} />}>
      <Heading title="已收到您的异议">请记下回执号：只在这里显示一次，查答复、添加证据都要用它。</Heading>
      <Card>
        <View className="objection__receipt" id="receipt">
          {receiptWords(receipt)}
        </View>
      </Card>
      <Evidence receipt={receipt} files={0} />
      <Group>
        <Cell
          id="see-answer"
          title="查询异议答复"
          onTap={() => replace('/packages/exam/objection-answer/index', { receipt })}
        />
      </Group>
    </Page>
  );
}
