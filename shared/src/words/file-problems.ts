import type { NoticeProblemCode } from '../notice';

/** What the file itself, its YAML or its schema may be told; the other codes are those of `checkNotice`. */
type FileCode =
  | 'file-too-large'
  | 'file-empty'
  | 'encoding-wrong'
  | 'not-a-notice'
  | 'raw-text-missing'
  | 'kind-changed'
  | 'title-too-long'
  | 'nested-too-deep'
  | 'yaml-invalid'
  | 'tab-indent'
  | 'key-repeated'
  | 'second-document'
  | 'alias-refused'
  | 'json-invalid'
  | 'missing'
  | 'unknown-key'
  | 'invalid-type'
  | 'invalid-value'
  | 'invalid-union'
  | 'invalid-format'
  | 'too-small'
  | 'too-big'
  | 'not-a-day'
  | 'not-a-time';

/** What is wrong at a line of an imported file, and what to do about it. */
const PROBLEMS: Readonly<Record<NoticeProblemCode | FileCode, string>> = {
  'file-too-large': '文件太大，不像一份通知',
  'file-empty': '文件里没有内容',
  'encoding-wrong': '这里有认不出的字，请把文件另存为 UTF-8 编码后再导入',
  'not-a-notice': '这不是通知的 YAML 文件，请检查选的文件',
  'raw-text-missing': '新通知还要附上原文（txt），引文才能核对',
  'kind-changed': '同一个编号的通知不能从认定改成竞赛（或相反），请另取编号',
  'title-too-long': '标题太长，最多 200 字',
  'nested-too-deep': '内容嵌套得太深，请拆开写',
  'yaml-invalid': 'YAML 写法有误，请检查缩进、冒号和引号',
  'tab-indent': '这一行用制表符（Tab）缩进，请改成空格',
  'key-repeated': '同一项写了两次，请删掉一处',
  'second-document': '一个文件只能写一份通知，请删掉“---”后面的部分',
  'alias-refused': '不能用 & 和 * 引用，请把内容写出来',
  'json-invalid': 'JSON 写法有误，请检查逗号和引号',
  missing: '缺少必填的一项',
  'unknown-key': '没有这一项，请检查拼写',
  'invalid-type': '这里的值类型不对',
  'invalid-value': '这里的值不在允许的范围内',
  'invalid-union': '这里的写法不完整或不认识',
  'invalid-format': '这里的写法不符合格式',
  'too-small': '这里的值太小，或列表是空的',
  'too-big': '这里的值太大或太长',
  'not-a-day': '日期要写成 2026-01-31 的样子，并且真有这一天',
  'not-a-time': '时间要写成 09:00 的样子',
  'clause-unknown': '原文里没有这个条款号',
  'quote-not-in-clause': '原文的这一条里找不到这句引文，请照原文抄写',
  'name-not-in-clause': '原文的这一条里找不到这个名称',
  'number-not-in-quote': '引文里没有这个数字，请核对',
  'day-not-in-quote': '引文里没有这个日期，请核对',
  'span-not-in-quote': '引文里没有这个期限，请核对',
  'level-not-in-quote': '引文里没有这个等级，请核对',
  'value-not-in-quote': '引文里没有这个值，请核对',
  'amount-not-in-quote': '引文里没有这个金额，请核对（金额以分为单位）',
  'account-not-in-quote': '引文里没有这个账号，请核对每一位数字',
  'months-not-in-quote': '引文里没有这些月份，请核对',
  'months-differ-from-schedule': '列出的月份与时间表不一致',
  'every-subject-later': '这个项目的各科都写成另行通知：至少要有一科在考试日考',
  repeated: '这个编号前面用过了，请换一个',
  'list-unknown': '没有这个名单，请检查名单的编号',
  'field-names-nothing': '这个条件没有说明看哪些职业或专业',
  'condition-unreachable': '没有人能满足这个条件，请检查数字',
  'offering-unknown': '没有这个项目编号',
  'offering-without-fee': '这个项目没有收费标准',
  'fee-sum-differs': '各项费用相加与合计不一致',
  'fee-without-subject': '收了这一科的费，但项目里没有这个科目',
  'subject-without-fee': '有这个科目，但没有写收费',
  'anchor-without-window': '依据的那个时间在通知里没有写',
  'hour-not-kept': '引文写了钟点，系统的时间只到天、截止当天整天有效：请加 reading 写明这样理解（由发布人确认）',
  'level-name-other':
    '这不是所写 level 的职业技能等级名称，到处会显示成系统的叫法：不是职业技能等级的，level 和 levelName 写 null，等级写进 occupation',
  'subject-name-other': '这个科目会显示成系统的叫法（理论知识、操作技能、综合评审），与通知印的不是一回事，暂不支持',
  'one-counter-only': '系统只按一个受理窗口计算受理时间，请只写一个；其他地点写进说明（notes）',
  'entry-judged-on-entry': '竞赛的参赛条件按报名那天判断，不能写成考试日',
  'window-circular': '几个时间互相依据，无法计算',
  'window-closes-before-opens': '截止早于开始',
  'retake-rule-missing': '用到了成绩保留期，但没有写补考规则',
  'stage-without-window': '这个竞赛阶段没有写时间',
  'unit-kind-not-in-quote': '引文里没有这类单位，请核对',
  'unit-kind-twice': '这类单位写了两次，请删掉一处',
  'unit-kind-without-unit': '这项奖励不发给单位，不用写单位类型',
  'group-unknown': '通知里没有这个排名组别',
  'stage-unknown': '通知里没有这个比赛阶段',
  'advance-after-last-stage': '最后一个阶段没有晋级，请删掉',
  'weights-differ': '比重相加不是 100%',
  'schedule-empty': '用到了时间表，但时间表是空的',
  'bounds-crossed': '下限大于上限',
};
const problems = new Map(Object.entries(PROBLEMS));

/** The sentence for a problem of an imported file; an unknown code from a newer server gets a general one. */
export const fileProblemSentence = (code: string): string => problems.get(code) ?? '这一行有问题，请检查';
