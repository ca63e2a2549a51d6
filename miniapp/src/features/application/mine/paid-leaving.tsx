import { notices } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { personalRefundWord, refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../../platform';
import { Loaded, NoticeBar, Source, TextButton } from '../../../ui';

/** Whoever has paid and wants to leave reads what the notice says of that money before calling anybody (E24 三（三）). */
export function PaidLeaving({ noticeId }: { noticeId: string }) {
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Said noticeId={noticeId} />
  ) : (
    <View className="row-of-texts">
      <TextButton id="want-to-leave" text="缴费后想退出？" onTap={() => setAsked(true)} />
    </View>
  );
}

function Said({ noticeId }: { noticeId: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  return (
    <NoticeBar tone="info" title={refusalSentence('already-paid')}>
      <Loaded answer={answer} rows={1}>
        {({ notice }) => <Refunding rule={notice.fees?.refundForPersonalReasons ?? null} />}
      </Loaded>
      <View>不能参加考试的，请打上面的电话告诉机构。</View>
    </NoticeBar>
  );
}

type Rule = NonNullable<Notice['fees']>['refundForPersonalReasons'];

const Refunding = ({ rule }: { rule: Rule }) =>
  rule ? (
    <Source of={rule.source}>{personalRefundWord(rule.value)}</Source>
  ) : (
    <View>通知没有写明因个人原因能不能退费。</View>
  );
