import { notices } from '@jikaotong/shared/contract';
import { personalRefundWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Group, Source } from '../../ui';

/** What the notice says of money that is paid: whether it comes back, and how one gets an invoice. */
export function Terms({ noticeId }: { noticeId: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const fees = answer.state === 'ready' ? answer.data.notice.fees : null;
  const refund = fees?.refundForPersonalReasons ?? null;
  if (fees === null || (refund === null && fees.invoice.length === 0)) return null;
  return (
    <Group title="缴费须知">
      <View className="order__terms">
        {refund ? <Source of={refund.source}>{personalRefundWord(refund.value)}</Source> : null}
        {fees.invoice.map(({ text, source }) => (
          <Source key={text} of={source}>
            {text}
          </Source>
        ))}
      </View>
    </Group>
  );
}
