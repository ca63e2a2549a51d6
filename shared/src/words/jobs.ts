import { looseWordOf } from './table';

/** Work that the system does by itself at its time. */
export const jobWord = looseWordOf(
  {
    'issue-tickets': '发放准考证',
    'exam-reminder': '考试提醒',
    'payment-query': '向微信查询缴费',
    'payment-close': '关闭未付的微信支付',
    'payment-remind': '缴费提醒',
    'order-lapse': '逾期未缴费的报名失效',
    'refund-follow': '跟进退款',
    'session-change-over': '批次变动选择截止',
    'close-publicity': '公示结束',
    'message-delivery': '发送微信消息',
    'tell-of-notice-version': '通知更新后告知考生',
    'personal-data-export': '导出个人信息',
    'personal-data-export-over': '删除过期的导出文件',
    retention: '删除到期的个人信息',
    'remove-files': '删除文件',
    'list-act-staff': '批量启停工作人员账号',
    'contest-opens-reminder': '竞赛报名开始提醒',
    'contest-closes-reminder': '竞赛报名截止提醒',
    'award-reminder': '次年推荐提醒',
  },
  '后台任务',
);
