import { confirm } from '../../../platform';

/** Asks twice whether the passes that are kept are to be given up. */
export const meansToForfeit = async (): Promise<boolean> =>
  (await confirm(FORFEIT_FIRST)) && (await confirm(FORFEIT_AGAIN));

const FORFEIT_FIRST = {
  title: '放弃保留的成绩？',
  text: '您有保留的合格成绩，可以只补考没有合格的科目。重新报名要考全部科目、交全部费用，保留的成绩作废。',
  yes: '仍要重报',
  no: '不重新报',
};
const FORFEIT_AGAIN = {
  title: '再确认一次',
  text: '提交新的报名后，之前合格的科目成绩不再保留，不能恢复。',
  yes: '放弃成绩',
  no: '返回',
};
