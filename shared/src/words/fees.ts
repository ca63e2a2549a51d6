import type { FeeRefusal } from '../rules/fees';
import { sentenceOf } from './table';

/** Why a fee cannot be told. */
export const feeRefusalSentence = sentenceOf<FeeRefusal['code']>({
  'fee-unknown': '通知没有列出这个职业等级的收费',
  'fee-subject-unknown': '这个职业等级没有这一科，请重新选择',
});

/** What a notice says of money paid by somebody who then stays away. */
export const personalRefundWord = (isRefunded: boolean): string =>
  isRefunded ? '因个人原因不能参加的可以退费' : '因个人原因不能参加的，费用不予退还';
