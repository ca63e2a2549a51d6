import type { AuditCode, JudgeConflict, MessageCode } from '../contract';
import type { JudgeBar } from '../rules/judging';
import { type Sentence, textIn, wordOf } from './table';
import { TRAINING_EVENTS } from './training';

/** Why what a phone sent did not count. */
export const judgeConflictWord = wordOf<JudgeConflict>({
  locked: '评分锁定以后才收到',
  'not-of-this-judge': '不是这位裁判的号',
  'another-sheet': '按旧的评分表评的',
  'another-run': '这个号已经重做',
  'marked-otherwise': '这个号已有另一个分数',
  'points-wrong': '分数和评分表对不上',
  'reason-missing': '改分没有写原因',
  unreadable: '手机发来的内容读不出来',
});

export const judgeBarWord = wordOf<JudgeBar>({ unit: '与选手同单位', coach: '是选手的教练' });

/** `第 1、2 场，全部工位`: which heats and stations a judge marks, each as a list in words; '': all of them. */
export const judgePlacesWords = (heats: string, stations: string): string =>
  [heats === '' ? '全部场次' : `第 ${heats} 场`, stations === '' ? '全部工位' : `${stations} 号工位`].join('，');

type JudgeMessage = Extract<MessageCode, `judge-${string}`>;

/** Data keys: title, stage, part (理论, 技能), heats, stations (each a list in words; '': all). */
export const JUDGE_MESSAGES: Readonly<Record<JudgeMessage, Sentence>> = {
  'judge-places-changed': (data) =>
    `“${textIn(data, 'title')}”${textIn(data, 'stage')}${textIn(data, 'part')}：您评分的场次和工位改为${judgePlacesWords(textIn(data, 'heats'), textIn(data, 'stations'))}。请打开评分名单，以新的为准。`,
};
export const JUDGE_TITLES: Readonly<Record<JudgeMessage, string>> = {
  'judge-places-changed': '评分的场次和工位有变动',
};

/** What happened at the desk of a stage, and while it was judged. */
export const STAGE_EVENTS = {
  'stage-roster-frozen': '确定比赛名单',
  'stage-entrant-grouped': '定选手的参赛组别',
  'stage-mark-noted': '录入比赛成绩',
  'stage-standing-noted': '登记选手到场情况',
  'stage-notes-confirmed': '核对比赛成绩',
  'stage-marks-imported': '导入比赛成绩',
  'stage-tie-decided': '登记同分决定',
  'stage-published': '公布比赛成绩',
  'stage-republished': '更正公布比赛成绩',
  'stage-admitted': '递补晋级',
  ...TRAINING_EVENTS,
  'coach-contact-given': '提供获奖教练的手机号',
  'stage-papers-filed': '登记试题备案',
  'marking-sheet-defined': '制定评分表',
  'marking-key-held': '指定密钥保管人',
  'marking-sheets-printed': '打印评分表',
  'judge-assigned': '安排裁判',
  'judge-link-renewed': '重发裁判链接',
  'judge-places-changed': '改裁判的场次和工位',
  'judge-revoked': '取消裁判',
  'judge-marks-voided': '作废已取消裁判的评分',
  'judge-marks-restored': '恢复计入已取消裁判的评分',
  'judge-joined': '裁判接受安排',
  'judge-excepted': '准许裁判评分（有回避情形）',
  'judge-list-fetched': '裁判打开评分名单',
  'judge-marks-taken': '收到裁判评分',
  'judge-mark-keyed': '录入裁判评分',
  'judge-conflict-decided': '处理评分冲突',
  'judging-failure-noted': '登记设备故障',
  'judge-marks-proposed': '提交锁定评分',
  'judge-marks-locked': '锁定评分',
} as const satisfies Partial<Record<AuditCode, string>>;
