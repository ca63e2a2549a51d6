import type { MARK_SOURCES, MessageCode, RefusalCode, StageNote } from '../contract';
import { byName } from '../rules/ranking';
import { type Sentence, numberIn, textIn, wordOf } from './table';
import { decisionFaultSentence, unrankedWord } from './ranking';

export const stageNoteWord = wordOf<StageNote>({ theory: '理论', skill: '技能', standing: '到场情况' });

export const markSourceWord = wordOf<(typeof MARK_SOURCES)[number]>({
  keyed: '录入',
  sheet: '表格导入',
  judges: '裁判评分',
  corrected: '更正',
});

type StageRefusal = Extract<
  RefusalCode,
  | 'draw-done'
  | 'draw-missing'
  | 'draw-empty'
  | 'draw-undecided'
  | 'heat-hours-wrong'
  | 'heats-too-many'
  | 'roster-empty'
  | 'entries-undecided'
  | 'stage-incomplete'
  | 'stage-reason-needed'
  | 'witness-needed'
  | 'tie-undecided'
  | 'tie-refused'
  | 'next-stage-begun'
  | 'not-next-in-line'
>;

/** Why the desk or the draw of a stage says no. */
export const STAGE_REFUSALS: Readonly<Record<StageRefusal, Sentence>> = {
  'draw-done': '这一阶段已经抽过签，不能重抽；有人退出或补入的，请用“抽签后调整”',
  'draw-missing': '这一阶段还没有抽签',
  'draw-empty': '这一阶段还没有选手，不能抽签',
  'draw-undecided': (data) => `还有${numberIn(data, 'count')}人的报名没有核对，请先核对完再抽签`,
  'heat-hours-wrong': '时段要按先后排，结束晚于开始，前后不能重叠',
  'heats-too-many': (data) =>
    `要排${numberIn(data, 'needed')}场，这些时段只排得下${numberIn(data, 'fit')}场，请增加时段或工位`,
  'roster-empty': '还没有核对通过的选手，不能确定名单',
  'entries-undecided': (data) => `还有${numberIn(data, 'entries')}份报名没有核对，核对完才能确定名单`,
  'stage-incomplete': (data) => `还有${numberIn(data, 'entrants')}名到场选手成绩不全，补全或登记缺考后才能公布`,
  'stage-reason-needed': '请写明原因',
  'witness-needed': '取消资格要写明见证人',
  'tie-undecided': (data) => `还有${numberIn(data, 'ties')}组选手总分和技能成绩都相同，请先登记评委组的决定`,
  'tie-refused': (data) => {
    const entrants = Array.isArray(data['entrants']) ? data['entrants'].map(String).toSorted(byName) : [];
    const code = FAULTS.find((one) => one === data['code']);
    return code === undefined ? '这个决定与同分的选手对不上，请核对' : decisionFaultSentence({ code, entrants });
  },
  'next-stage-begun': '下一阶段已经开始，不能再递补',
  'not-next-in-line': '没有空出的名额，或按名次还轮不到这名选手',
};
const FAULTS = [
  'decision-entrant-unknown',
  'decision-entrant-twice',
  'decision-entrant-not-tied',
  'decision-mixes-ties',
  'decision-part-of-tie',
  'decision-twice',
] as const;

/** The columns of the marks of a stage. */
export const STAGE_COLUMNS = {
  number: { title: '参赛号' },
  name: { title: '姓名' },
  unit: { title: '单位' },
  standing: { title: '到场情况', code: unrankedWord.any },
  theory: { title: '理论' },
  skill: { title: '技能' },
  open: { title: '待核对' },
  rank: { title: '名次' },
};

type StageMessage = Extract<MessageCode, 'stage-published' | 'stage-republished' | 'stage-admitted'>;

/** Data keys: stage, rank, total, advances (yes, no, last), standing, next, reason, before. */
export const STAGE_MESSAGES: Readonly<Record<StageMessage, Sentence>> = {
  'stage-published': (data) => `${textIn(data, 'stage')}成绩已公布：${placeWords(data)}${goesOnWords(data)}。`,
  'stage-republished': (data) =>
    `${textIn(data, 'stage')}成绩有更正：${placeWords(data)}${goesOnWords(data)}。原因：${textIn(data, 'reason')}。`,
  'stage-admitted': (data) => `您递补进入${textIn(data, 'next')}，时间和地点请看“我的比赛”。`,
};
export const STAGE_TITLES: Readonly<Record<StageMessage, string>> = {
  'stage-published': '比赛成绩已公布',
  'stage-republished': '比赛成绩有更正',
  'stage-admitted': '递补晋级',
};

const placeWords = (data: Readonly<Record<string, unknown>>): string =>
  typeof data['rank'] === 'number' ? `第${data['rank']}名，总分${textIn(data, 'total')}` : '没有名次';

function goesOnWords(data: Readonly<Record<string, unknown>>): string {
  switch (data['advances']) {
    case 'yes':
      return `，晋级${textIn(data, 'next')}`;
    case 'no':
      return '，未晋级';
    default:
      return '';
  }
}
