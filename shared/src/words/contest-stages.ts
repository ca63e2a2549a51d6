import type { MARK_SOURCES, MessageCode, StageNote } from '../contract';
import { dayIn } from './dates';
import { type Sentence, textIn, wordOf } from './table';
import { unrankedWord } from './ranking';

export const stageNoteWord = wordOf<StageNote>({ theory: '理论', skill: '技能', standing: '到场情况' });

export const markSourceWord = wordOf<(typeof MARK_SOURCES)[number]>({
  keyed: '录入',
  sheet: '表格导入',
  judges: '裁判评分',
  corrected: '更正',
  door: '考场签到',
});

/** The columns of the marks of a stage. */
export const STAGE_COLUMNS = {
  number: { title: '参赛号' },
  name: { title: '姓名' },
  unit: { title: '单位' },
  standing: { title: '到场情况', code: unrankedWord.any },
  theory: { title: '理论' },
  skill: { title: '技能' },
  open: { title: '待核对' },
  total: { title: '总成绩' },
  rank: { title: '名次' },
};

type StageMessage = Extract<
  MessageCode,
  'stage-published' | 'stage-republished' | 'stage-admitted' | 'stage-papers-due'
>;

/** Data keys: title, stage, to, dueOn, number, rank, total, advances (yes, no, last), standing, next, reason, before. */
export const STAGE_MESSAGES: Readonly<Record<StageMessage, Sentence>> = {
  'stage-published': (data) => `${textIn(data, 'stage')}成绩已公布：${placeWords(data)}${goesOnWords(data)}。`,
  'stage-republished': (data) =>
    `${textIn(data, 'stage')}成绩有更正：${placeWords(data)}${goesOnWords(data)}。原因：${textIn(data, 'reason')}。`,
  'stage-papers-due': (data) =>
    `“${textIn(data, 'title')}”${textIn(data, 'stage')}的试题还没有登记备案回执，请在${dayIn(data, 'dueOn')}前（含当日）报${textIn(data, 'to')}备案，并上传回执或填写编号。`,
  'stage-admitted': (data) =>
    `您递补进入${textIn(data, 'next')}${typeof data['reason'] === 'string' ? `（${data['reason']}）` : ''}，时间和地点请看“我的比赛”。`,
};
export const STAGE_TITLES: Readonly<Record<StageMessage, string>> = {
  'stage-published': '比赛成绩已公布',
  'stage-republished': '比赛成绩有更正',
  'stage-papers-due': '试题备案待办',
  'stage-admitted': '递补晋级',
};

const placeWords = (data: Readonly<Record<string, unknown>>): string => `${numberWords(data)}${rankWords(data)}`;

/** As the public list names whoever reads it. */
const numberWords = ({ number }: Readonly<Record<string, unknown>>): string =>
  typeof number === 'number' ? `您的参赛号${number}，` : '';

const rankWords = (data: Readonly<Record<string, unknown>>): string =>
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
