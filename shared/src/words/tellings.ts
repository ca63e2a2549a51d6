import type { ContactAbout, TellTemplate, ToldDelivery, rosterRows } from '../contract';
import { wordOf } from './table';

/** What staff may tell somebody they chose. */
export const tellTemplateWord = wordOf<TellTemplate>({
  mend: '提醒修改后重新提交',
  pay: '提醒缴费',
  ticket: '提醒打开准考证',
  exam: '提醒参加考试',
  contact: '请考生打电话联系',
  own: '自己写一段话',
});

/** Whom a template is for: whoever stands otherwise is left out. */
export const tellTemplateNote = wordOf<TellTemplate>({
  mend: '只发给退回后还没有重新提交的考生',
  pay: '只发给通过后还没有缴费的考生',
  ticket: '只发给有准考证、还没打开过的考生',
  exam: '只发给有准考证、还没考的考生',
  contact: '发给选中的所有考生',
  own: '发给选中的所有考生；原文只在“消息”里看，微信和短信只说有一条通知',
});

/** What staff want to ask about on the phone. */
export const contactAboutWord = wordOf<ContactAbout>({
  papers: '材料',
  photo: '照片',
  identity: '姓名和证件',
  payment: '缴费',
  exam: '考试安排',
  refund: '退费',
});

/** How a message came to somebody. */
export const toldDeliveryWord = wordOf<ToldDelivery>({
  read: '已读',
  wechat: '微信已送出',
  sms: '短信已发出',
  'in-app': '消息里未读',
  unclaimed: '短信还没发出',
});

/** The same of a reminder that an agent may repeat. */
export const remindedDeliveryWord = (delivery: (typeof rosterRows.REMINDED_DELIVERIES)[number]): string =>
  delivery === 'sms-before' ? '短信只发一次，以前发过' : toldDeliveryWord(delivery);

/** The columns of the list of what staff told. */
export const TOLD_COLUMNS = {
  name: { title: '姓名' },
  offering: { title: '报名项目' },
  template: { title: '消息', code: tellTemplateWord.any },
  delivery: { title: '送达', code: toldDeliveryWord.any },
  at: { title: '时间' },
  by: { title: '谁发的' },
};
