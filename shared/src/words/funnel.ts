import type { FunnelCut, FunnelStep, Silence, Standing } from '../contract';
import type { AttendanceBasis } from '../lists';
import { wordOf } from './table';

/** Where somebody stands who began to apply to a session. */
export const standingWord = wordOf<Standing>({
  draft: '没有提交',
  submitted: '待审核',
  returned: '退回未改',
  owing: '待缴费',
  transfer: '转账待核对',
  paid: '已缴费，未排座',
  seated: '已排座，未发准考证',
  ticketed: '已发准考证，待考',
  present: '已到考，待成绩',
  absent: '缺考',
  passed: '合格',
  failed: '不合格',
  rejected: '审核未通过',
  withdrawn: '自己撤回',
  lapsed: '没缴费失效',
  'refund-due': '退出，待退费',
  refunded: '退出，已退费',
  void: '已作废',
});

/** What it rests on that somebody came to the exam, or did not. */
export const basisWord = wordOf<AttendanceBasis>({ door: '现场记录', marks: '按成绩推定', none: '—' });

/** What somebody was asked for and has not done. */
export const silenceWord = wordOf<Silence>({
  returned: '退回后没有重新提交',
  owing: '通过后没有缴费',
  'ticket-unopened': '准考证没有打开过',
  none: '没有',
});

/** The steps of a session that candidates go through. */
export const stepWord = wordOf<FunnelStep>({
  started: '开始报名',
  submitted: '提交',
  approved: '审核通过',
  paid: '缴费',
  seated: '排座',
  present: '到考',
  passed: '合格',
});

/** What a funnel is parted by. */
export const cutWord = wordOf<FunnelCut>({ offering: '按项目', site: '按考点', unit: '按单位' });

/** The columns of the list of all who handed in. */
export const APPLICANT_COLUMNS = {
  name: { title: '姓名' },
  offering: { title: '报名项目' },
  standing: { title: '办到哪一步', code: standingWord.any },
  basis: { title: '到考依据', code: basisWord.any },
  silence: { title: '等考生办的', code: silenceWord.any },
  phone: { title: '手机号' },
  ticketNumber: { title: '准考证号' },
  ticketOpenedAt: { title: '首次打开准考证' },
  submittedAt: { title: '提交时间' },
};
