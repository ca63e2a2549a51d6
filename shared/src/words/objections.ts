import type { ObjectionState, ObjectionSubject } from '../contract';
import type { objectionList } from '../lists';
import { wordOf } from './table';

/** What is objected to in a line of the public list. */
export const objectionSubjectWord = wordOf<ObjectionSubject>({
  identity: '不是本人参加考试',
  qualification: '不符合报考条件',
  mark: '成绩有误',
  conduct: '考试中作弊或违纪',
  other: '其他',
});

/** How far an objection is, as staff read it. */
export const objectionStateWord = wordOf<ObjectionState>({
  open: '待答复',
  upheld: '异议成立，处理中',
  settled: '已办结',
  rejected: '异议不成立',
});

/** The same for whoever objected. */
export const ownObjectionStateWord = wordOf<ObjectionState>({
  open: '正在核查',
  upheld: '异议成立，正在处理',
  settled: '已处理完',
  rejected: '核查后，公示没有问题',
});

/** `YY2A 4B6C 8D9E FG`: a receipt in groups, as it is read out and copied down. */
export const receiptWords = (receipt: string): string => receipt.replace(/(.{4})(?=.)/g, '$1 ');

/** The columns of the list of objections. */
export const OBJECTION_COLUMNS: {
  readonly [K in keyof (typeof objectionList)['columns']]: K extends 'state' | 'subject'
    ? { readonly title: string; readonly code: (code: string) => string }
    : { readonly title: string };
} = {
  filedAt: { title: '提出时间' },
  state: { title: '办到哪一步', code: objectionStateWord.any },
  subject: { title: '异议内容', code: objectionSubjectWord.any },
  ticketNumber: { title: '准考证号' },
  name: { title: '被提异议的考生' },
  dueOn: { title: '公示到' },
  decidedAt: { title: '答复时间' },
  settledAt: { title: '办结时间' },
};
