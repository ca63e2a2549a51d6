import { type AuditCode, type AuditTopic } from '../contract';
import { isLocalDate } from '../kernel';
import { fullDayWords } from './dates';
import { yuanIn } from './money';
import { monthsWords, periodKindWord } from './personal-data';
import { roleWord } from './roles';
import { type Data, listIn, looseWordOf, numberIn, textIn, wordOf } from './table';

const TOPICS: Readonly<Record<AuditTopic, string>> = {
  'sign-in': '登录与账号',
  staff: '人员',
  body: '机构设置',
  unit: '单位',
  notice: '通知',
  session: '批次',
  application: '报名审核',
  counter: '现场受理',
  contest: '竞赛',
  money: '收费退款',
  exam: '座位与准考证',
  result: '成绩与证书',
  look: '查看与导出',
  bulk: '批量办理',
};
export const auditTopicWord = wordOf(TOPICS);

const EVENTS: Readonly<Record<AuditCode, string>> = {
  'signed-in': '登录',
  'password-set': '设置密码',
  'password-changed': '修改密码',
  'sign-in-ended': '让设备退出登录',
  'second-factor-on': '开启动态验证码',
  'second-factor-reset': '重置动态验证码',
  'phone-proven': '验证手机号',
  'consent-given': '同意个人信息处理',
  'consent-withdrawn': '撤回个人信息处理的同意',
  'data-exported': '导出个人信息',
  'account-closed': '注销账号',
  'staff-invited': '邀请工作人员',
  'staff-reinvited': '重发邀请',
  'staff-changed': '改动权限或启停账号',
  'staff-removed': '移出机构',
  'unit-registered': '单位登记',
  'unit-changed': '单位修改登记',
  'unit-returned': '退回单位登记',
  'unit-approved': '通过单位登记',
  'unit-rejected': '不通过单位登记',
  'unit-suspended': '暂停单位',
  'unit-resumed': '恢复单位',
  'unit-agent-invited': '邀请单位经办人',
  'unit-agent-joined': '单位经办人加入',
  'unit-agent-removed': '单位经办人退出',
  'roster-opened': '开始集体报名',
  'roster-submitted': '提交集体报名',
  'roster-row-removed': '移出集体报名',
  'roster-row-confirmed': '确认集体报名',
  'roster-photos-sent': '上传集体报名照片',
  'body-numbers-changed': '改动编号规则',
  'merchant-set': '设置收款商户',
  'seal-set': '更换印章',
  'text-messages-set': '设置短信提醒',
  'period-announced': '公告新的保存期限',
  'period-withdrawn': '撤回未生效的保存期限',
  'calendar-year-added': '新增放假安排',
  'calendar-year-corrected': '更正放假安排',
  'calendar-feed-made': '开通日历订阅',
  'calendar-feed-revoked': '停止日历订阅',
  'job-retried': '重试后台任务',
  'notice-imported': '导入通知',
  'notice-draft-renewed': '草稿改到新版上',
  'notice-draft-discarded': '丢弃通知草稿',
  'assumption-confirmed': '确认推定',
  'assumption-reopened': '重开推定',
  'notice-published': '发布通知',
  'poster-withdrawn': '收回海报',
  'poster-restored': '恢复海报',
  'session-planned': '新建批次',
  'session-plan-changed': '改动批次安排',
  'session-places-set': '设置考点考场',
  'session-windows-confirmed': '确认各项时间',
  'session-published': '发布批次',
  'session-moved': '批次改期',
  'session-cancelled': '取消批次',
  'session-deleted': '删除批次',
  'session-change-kept': '考生接受改期',
  'refund-list-exported': '导出退款清单',
  'session-change-answered': '代考生登记改期选择',
  'session-left': '考生退出批次',
  'application-started': '开始报名',
  'application-submitted': '提交报名',
  'application-withdrawn': '撤回报名',
  'application-approved': '审核通过',
  'application-approval-taken-back': '撤回审核通过',
  'application-return-taken-back': '撤回退回',
  'portraits-looked-at': '集中看照片',
  'ruling-made': '认定相关职业或专业',
  'ruling-taken-back': '撤回认定',
  'application-returned': '退回修改',
  'application-rejected': '驳回',
  'application-lapsed': '报名失效',
  'application-reinstated': '恢复报名',
  'application-transferred': '改到其他批次',
  'application-changed-hands': '报名换账号',
  'enrolment-erased': '删除个人信息',
  'case-resolved': '办结核查事项',
  'slip-made': '生成报名单',
  'slip-opened': '打开报名单',
  'slip-sent-back': '退回报名单',
  'original-seen': '核对原件',
  'counter-corrected': '窗口更正',
  'confirmed-at-counter': '窗口确认',
  'walk-in-entered': '窗口录入',
  'contest-entered': '竞赛报名',
  'contest-entry-changed': '改动竞赛报名',
  'contest-entry-decided': '审核竞赛报名',
  'contest-withdrawn': '取消竞赛报名',
  'contest-list-imported': '导入官网名单',
  'contest-stage-announced': '公布赛程',
  'registration-begun': '登记官网报名',
  'registration-changed': '改动官网报名登记',
  'order-opened': '开缴费单',
  'order-cancelled': '取消缴费单',
  'order-left': '退出合并缴费单',
  'orders-cancelled': '整批取消缴费单',
  'order-lapsed': '缴费单过期',
  'order-reinstated': '恢复缴费单',
  'order-given-back': '退还费用',
  'payment-started': '发起支付',
  'payment-received': '支付到账',
  'transfer-claimed': '报告已转账',
  'transfer-refused': '转账未通过核对',
  'receipt-taken': '登记收款',
  'receipt-undo-asked': '申请撤销收款',
  'receipt-undone': '撤销收款',
  'receipts-printed': '打印收据',
  'refund-requested': '申请退款',
  'refund-asked': '提出退款，等第二人同意',
  'refund-approved': '同意退款',
  'refund-succeeded': '退款成功',
  'refund-failed': '退款失败',
  'return-requested': '申请退还转账',
  'return-ended': '退还转账办结',
  'session-seated': '安排座位',
  'seat-moved': '调整座位',
  'session-seats-lifted': '撤销座位',
  'tickets-issued': '发放准考证',
  'ticket-reissued': '换发准考证',
  'duty-assigned': '安排监考',
  'duty-link-renewed': '换发监考链接',
  'duty-joined': '打开监考链接',
  'duty-revoked': '取消监考',
  'duty-list-fetched': '下载考场名单',
  'door-acts-taken': '上传考场记录',
  'breach-opened': '违纪立案',
  'breach-notified': '违纪告知',
  'breach-stated': '考生陈述申辩',
  'breach-proposed': '提出违纪处理意见',
  'breach-decided': '处理违纪',
  'breach-appealed': '考生申诉',
  'breach-appeal-decided': '申诉办结',
  'ban-lifted': '提前解除不得参加评价',
  'door-act-decided': '处理考场冲突',
  'papers-counted': '清点试卷',
  'papers-countersigned': '试卷清点第二人签字',
  'room-closed': '签署考场记录并封场',
  'attendance-corrected': '更正签到',
  'attendance-objected': '对签到有异议',
  'certificate-voided': '证书作废',
  'certificate-duplicated': '补发证书（编号不变）',
  'certificate-registered': '确认证书已上传官网',
  'certificate-unregistered': '撤回证书已上传',
  'certificate-handed-over': '发出证书',
  'certificate-taken-back': '撤回发出证书',
  'certificate-sent': '寄出证书',
  'certificate-notice-sent': '发领证通知',
  'collection-chosen': '选择领证方式',
  'certificates-printed': '打印证书材料',
  'authority-sheet-added': '上传主管部门表样',
  'authority-sheet-mapped': '对应上报表各列',
  'authority-sheet-deleted': '删除上报表',
  'authority-sheet-exported': '导出上报表',
  'extra-facts-told': '考生填写补充信息',
  'extra-facts-taken-back': '考生撤回补充信息',
  'parcels-exported': '导出邮寄清单',
  'certificate-replaced': '换发证书',
  'correction-asked': '申请更正',
  'correction-accepted': '同意更正',
  'correction-refused': '不同意更正',
  'correction-withdrawn': '撤回更正申请',
  'correction-dropped': '更正申请失效',
  'tickets-held-up': '准考证未能发放',
  'ticket-printed': '打印准考证',
  'candidate-told': '发消息提醒考生',
  'seats-printed': '打印考场材料',
  'ticket-revoked': '收回准考证',
  'scores-imported': '导入成绩',
  'mark-keyed': '逐个录入成绩',
  'marks-confirmed': '核对成绩',
  'publication-asked': '提出发布成绩',
  'results-published': '发布成绩',
  'score-review-asked': '申请成绩复核',
  'score-review-decided': '办理成绩复核',
  'certificates-issued': '发放证书',
  'application-looked-at': '查看报名',
  'file-looked-at': '查看文件',
  'contest-entries-exported': '导出竞赛名单',
  'list-exported': '导出名单',
  'selection-started': '开始批量办理',
  'selection-cancelled': '停止批量办理',
  'selection-taken-back': '撤回批量办理',
  'sheet-confirmed': '确认导入表格',
  'sheet-applied': '表格导入完成',
  'sheet-cancelled': '取消导入表格',
};
/** An event that nothing writes any more keeps standing in the list. */
export const auditEventWord = looseWordOf(EVENTS, '旧事项');

export const auditActorWord = wordOf({ staff: '工作人员', candidate: '考生', system: '系统' });

const THINGS: readonly (readonly [string, string])[] = [
  ['unitId', '单位'],
  ['noticeId', '通知'],
  ['sessionId', '批次'],
  ['applicationId', '报名'],
  ['entryId', '竞赛报名'],
  ['orderId', '缴费单'],
  ['attemptId', '支付'],
  ['receiptId', '收款'],
  ['refundId', '退款'],
  ['returnId', '退还'],
  ['caseId', '核查事项'],
  ['reviewId', '成绩复核'],
  ['batchId', '证书批'],
  ['draftId', '草稿'],
  ['fileId', '文件'],
  ['merchantId', '商户'],
  ['jobId', '任务'],
  ['selectionId', '批量'],
  ['accountId', '账号'],
];

/** What an event names, each by the end of its id: `报名 3f9a1c、批次 77b0de`. */
export const auditAboutWords = (ids: Data): string =>
  THINGS.flatMap(([name, word]) => {
    const id = textIn(ids, name);
    return id === '' ? [] : [`${word} ${/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(-6) : id}`];
  }).join('、');

const COUNTS: readonly (readonly [string, string])[] = [
  ['candidates', '人'],
  ['tickets', '张准考证'],
  ['certificates', '本证书'],
  ['orders', '张缴费单'],
  ['recorded', '个成绩'],
  ['sites', '个考点'],
  ['sessions', '个批次'],
  ['rows', '行'],
  ['count', '行'],
];

/** The values of an event that have words: amounts, counts, days, roles, a reason; codes of machines are left out. */
export function auditValueWords(values: Data): string {
  const parts: string[] = [];
  for (const name of ['fen', 'totalFen']) if (name in values) parts.push(yuanIn(values, name));
  for (const [name, word] of COUNTS) if (name in values) parts.push(`${numberIn(values, name)} ${word}`);
  if (values['version'] !== undefined && typeof values['version'] === 'number')
    parts.push(`第 ${values['version']} 版`);
  for (const name of ['examStart', 'day', 'on']) {
    const day = textIn(values, name);
    if (isLocalDate(day)) parts.push(fullDayWords(day));
  }
  const { months } = values;
  if (typeof months === 'number')
    parts.push(`${periodKindWord.any(textIn(values, 'kind'))}保存 ${monthsWords(months)}`);
  const [from, to] = [textIn(values, 'from'), textIn(values, 'to')];
  if (isLocalDate(from) && isLocalDate(to)) parts.push(`${fullDayWords(from)} 改到 ${fullDayWords(to)}`);
  const roles = listIn(values, 'roles', roleWord.any);
  if (roles) parts.push(roles);
  if (values['disabled'] === true) parts.push('停用');
  if (values['disabled'] === false) parts.push('启用');
  const reason = textIn(values, 'reason') || textIn(values, 'note');
  if (/\p{Script=Han}/u.test(reason)) parts.push(`原因：${reason}`);
  return parts.join('，');
}
