/** What staff can still do about an application that nobody looked at in time. */
export const REVIEW_OVER_WORDS =
  '不能再通过或退回：考生已经来不及缴费。请打电话说明，再“不予通过”并写明原因，考生会收到通知；要照顾的，先把批次改期。';
