import { wordOf } from './table';

type SlipState = 'waiting' | 'sent-back' | 'confirmed' | 'ended';

/** Where a slip of the counter stands. */
export const slipStateWord = wordOf<SlipState>({
  waiting: '待现场确认',
  'sent-back': '已退回修改',
  confirmed: '窗口已受理',
  ended: '已失效',
});

/** What follows from it for the candidate. */
export const slipStateSentence = wordOf<SlipState>({
  waiting: '请在窗口开放时间带原件办理',
  'sent-back': '请按窗口的意见修改，然后重新生成报名单',
  confirmed: '报名已经提交，审核结果会在“消息”里通知您',
  ended: '这份报名已经撤回或结束，报名单不能再用',
});
