import { caseWord } from './roles';
import { wordOf } from './table';

/** The columns of the lists of cases. */
export const CASE_COLUMNS = {
  kind: { title: '事项', code: caseWord.any },
  name: { title: '考生' },
  session: { title: '批次' },
  openedAt: { title: '发现时间' },
  state: { title: '状态', code: wordOf({ open: '待办理', resolved: '已办结' }).any },
  phone: { title: '手机号' },
  resolvedAt: { title: '办结时间' },
  resolution: { title: '处理结果' },
};
