import type { CaseKind, DutyCode, Role } from '../contract';
import { wordOf } from './table';

export const roleWord = wordOf<Role>({
  reviewer: '审核员',
  finance: '财务',
  'exam-officer': '考务员',
  'score-officer': '成绩员',
  publisher: '发布员',
  invigilator: '监考员',
  administrator: '管理员',
  operator: '系统运维员',
});

/** What staff of a session should do next (N14). */
export const dutyWord = wordOf<DutyCode>({
  'confirm-windows': '确认各项时间',
  'exam-day': '今天考试：签到和考场记录',
  'review-applications': '审核报名',
  'settle-unreviewed': '办结没有审完的报名',
  'resolve-cases': '处理核查事项',
  'confirm-transfers': '核对转账',
  'collect-fees': '催缴费用',
  'announce-subject': '定下另行通知的科目时间',
  'seat-session': '安排考场座位',
  'issue-tickets': '发放准考证',
  'unopened-tickets': '联系没打开准考证的考生',
  'import-scores': '导入成绩',
  'settle-attendance': '核实到没到场对不上的人',
  'publish-results': '发布成绩',
  'decide-score-reviews': '办理成绩复核',
  'decide-objections': '办理公示异议',
  'issue-certificates': '发放证书',
  'replace-certificates': '换发信息已更正的证书',
  'send-certificates': '邮寄证书',
  'register-certificates': '上传证书并确认官网查得到',
  'withdraw-certificates': '请官网撤下作废的证书',
  'check-entries': '核对参赛报名',
  'announce-stage': '公布比赛时间和地点',
  'arrange-training': '安排赛前培训',
  'freeze-roster': '确定参赛名单',
  'draw-stage': '抽签定场次和工位',
  'assign-judges': '安排裁判和评分表',
  'open-stage-day': '安排考场',
  'take-attendance': '把考场签到计入名单',
  'key-theory-marks': '登记理论成绩',
  'key-skill-marks': '登记技能成绩',
  'lock-judge-marks': '锁定裁判评分',
  'correct-marks': '按申诉裁决更正成绩',
  'republish-ranks': '更正公布名次',
  'check-stage-marks': '核对别人登记的成绩',
  'publish-ranks': '公布名次',
  'decide-protests': '裁决申诉',
  'lock-awards': '提交和锁定奖项',
});

/** Something a person must decide. */
export const caseWord = wordOf<CaseKind>({
  'document-twice': '同一证件有两个账号报名',
  'paid-twice': '重复缴费',
  'paid-late': '缴费单关闭后到账',
  'amount-mismatch': '到账金额与应缴不一致',
  'refund-due': '应退费用',
  'exam-day-changed': '改期后考试日不再符合条件',
  'not-printable': '姓名等内容里有打不出的字',
  'correction-asked': '考生申请更正信息',
  'banned-paid': '违纪处理后不得参加，已经缴费',
  'passed-over': '更正名次后应晋级，下一阶段已经开始',
});
