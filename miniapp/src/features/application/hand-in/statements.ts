import type { Notice } from '@jikaotong/shared/notice';

type Read = Pick<Notice, 'attachments' | 'conduct' | 'results' | 'reviewBeforePayment'>;

/** The name under which the notice prints its rules of conduct, such as 职业技能评价参评人员须知. */
export const conductName = ({ attachments }: Pick<Notice, 'attachments'>): string =>
  attachments.find(({ code }) => code === 'conduct')?.label.replace(/^附件\s*\d*\s*/, '') ?? '考场纪律和违纪处理';

/** What one says to have read: only what this notice has. */
export const readStatement = (notice: Read): string =>
  [
    notice.conduct ? `我已阅读通知和《${conductName(notice)}》` : '我已阅读通知',
    notice.results?.scoreReview ? '了解考试、缴费和成绩复核的规定' : '了解考试和缴费的规定',
  ].join('，');
