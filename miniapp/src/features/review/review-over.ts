/** What staff can still do about an application that nobody looked at in time. */
export const REVIEW_OVER_WORDS =
  '不能再通过或退回：考生已经来不及缴费，也已收到“审核没有完成”的通知。请“不予通过”办结并打电话说明；要照顾的，先把批次改期。';

/** And where many stand in a list. */
export const REVIEW_OVER_MANY_WORDS =
  '不能再通过或退回：考生已经来不及缴费，也已收到“审核没有完成”的通知。请点“选择”一次办结，原因由系统写明，考生会再收到通知；要照顾的，先把批次改期。';
