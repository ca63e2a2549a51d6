import type { ENTRANT_GROUPS, PosterState, UNIT_TYPES } from '../contract';
import { dayIn } from './dates';
import { type Sentence, sentenceOf, textIn, wordOf } from './table';

export const entrantGroupWord = wordOf<(typeof ENTRANT_GROUPS)[number]>(
  {
    monitor: '机关、企事业单位的值机监看、管理人员',
    guard: '与安防工作相关的保安员',
    property: '与安防工作相关的物业工作人员',
    school: '开设安防相关专业的院校师生',
    other: '其他（由工作人员核对）',
  },
  '其他',
);

export const unitTypeWord = wordOf<(typeof UNIT_TYPES)[number]>(
  { government: '机关', institution: '事业单位', company: '企业', school: '院校', other: '其他' },
  '其他',
);

export const posterStateWord = wordOf<PosterState>(
  { upcoming: '尚未开始', open: '正在报名', closed: '已经截止', withdrawn: '已撤下', unknown: '无法识别' },
  '无法识别',
);

/** What a scanned code says about itself; data keys: opensOn, closesOn, withdrawnOn. */
export const posterSentence = sentenceOf<PosterState>(
  {
    upcoming: (data) => (data['opensOn'] ? `报名还没有开始，${dayIn(data, 'opensOn')}开始` : '报名时间还没有公布'),
    open: (data) => (data['closesOn'] ? `正在报名，到${dayIn(data, 'closesOn')}截止（含当日）` : '正在报名'),
    closed: (data) => `报名已于${dayIn(data, 'closesOn', '此前')}截止`,
    withdrawn: (data) => `这张海报已于${dayIn(data, 'withdrawnOn', '此前')}撤下，请以主办机构最新通知为准`,
    unknown: '没有找到这个二维码对应的通知，请核对海报或联系发布单位',
  },
  '请更新后再扫',
);

export const CONTEST_MESSAGE_CODES = [
  'contest-entered',
  'contest-withdrawn',
  'contest-stage-announced',
  'contest-opens',
  'contest-closes',
] as const;
type ContestMessage = (typeof CONTEST_MESSAGE_CODES)[number];

/** Data keys: title, stage, day, startsAt, place, opensOn, closesOn. */
export const CONTEST_MESSAGES: Readonly<Record<ContestMessage, Sentence>> = {
  'contest-entered': (data) => `您已报名“${textIn(data, 'title')}”，截止前可以修改或撤回。`,
  'contest-withdrawn': (data) => `您已撤回“${textIn(data, 'title')}”的报名。`,
  'contest-stage-announced': (data) =>
    `${textIn(data, 'stage')}定于${dayIn(data, 'day')}${textIn(data, 'startsAt')}在${textIn(data, 'place')}举行，请准时参加。`,
  'contest-opens': (data) => `“${textIn(data, 'title')}”${dayIn(data, 'opensOn')}开始报名。`,
  'contest-closes': (data) => `“${textIn(data, 'title')}”${dayIn(data, 'closesOn')}报名截止，您还没有报名。`,
};

export const CONTEST_TITLES: Readonly<Record<ContestMessage, string>> = {
  'contest-entered': '竞赛报名成功',
  'contest-withdrawn': '竞赛报名已撤回',
  'contest-stage-announced': '竞赛安排已公布',
  'contest-opens': '报名即将开始',
  'contest-closes': '报名即将截止',
};
