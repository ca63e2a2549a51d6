import { notices } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { personalRefundWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Loaded, NoticeBar, Source, TextButton } from '../../ui';
import { HelpLineOf } from './contacts';

type Whose = { noticeId: string; paidByUnit: boolean };

/** Whoever has paid and wants to leave reads what the notice says of that money before calling anybody (E24 三（三）). */
export function PaidLeaving(whose: Whose) {
  const [asked, setAsked] = useState(false);
  return asked ? (
    <NoticeBar tone="info" title="已经缴费，不能自己退出">
      <RefundForPersonalReasons noticeId={whose.noticeId} />
      {whose.paidByUnit ? <View>费用是单位缴的，有要退的也退给单位。名额不能换给别人。</View> : null}
      <View>不能参加考试的，请打上面的电话告诉机构。</View>
    </NoticeBar>
  ) : (
    <View className="row-of-texts">
      <TextButton id="want-to-leave" text="缴费后想退出？" onTap={() => setAsked(true)} />
    </View>
  );
}

/** The same for the unit that has paid for somebody, with whom to call. */
export const PaidMember = ({ noticeId }: { noticeId: string }) => (
  <>
    <NoticeBar tone="info" title="已经缴费，不能换人，也不能移出名单">
      <RefundForPersonalReasons noticeId={noticeId} />
      <View>本人不能参加考试的，请打下面的电话告诉机构。</View>
    </NoticeBar>
    <HelpLineOf noticeId={noticeId} />
  </>
);

/** What the notice says of the money of whoever leaves for reasons of their own; where it says nothing, that. */
export function RefundForPersonalReasons({ noticeId }: { noticeId: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  return (
    <Loaded answer={answer} rows={1}>
      {({ notice }) => <Refunding rule={notice.fees?.refundForPersonalReasons ?? null} />}
    </Loaded>
  );
}

type Rule = NonNullable<Notice['fees']>['refundForPersonalReasons'];

const Refunding = ({ rule }: { rule: Rule }) =>
  rule ? (
    <Source of={rule.source}>{personalRefundWord(rule.value)}</Source>
  ) : (
    <View>通知没有写明因个人原因能不能退费。</View>
  );
