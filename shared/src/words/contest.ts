import type { EntryStanding, Ranking } from '../lists';
import type { EntryState, MessageCode, PosterState, RegistrationState, UNIT_TYPES } from '../contract';
import { dayIn, dayWithWeekday } from './dates';
import { examDayWords } from './exam-day';
import { awardStateWord } from './protests';
import { TRAINING_MESSAGES, TRAINING_TITLES } from './training';
import { type Sentence, sentenceOf, textIn, wordOf } from './table';

export const unitTypeWord = wordOf<(typeof UNIT_TYPES)[number]>({
  government: '机关',
  institution: '事业单位',
  company: '企业',
  school: '院校',
  'training-body': '培训机构',
  'social-organisation': '社会组织',
  other: '其他',
});

export const entryStateWord = wordOf<EntryState | 'undecided'>({
  entered: '已报名',
  withdrawn: '已撤回',
  refused: '未通过',
  undecided: '等待核对',
});

export const entryStandingWord = wordOf<EntryStanding>({
  submitted: '等待核对',
  approved: '已报名',
  rejected: '未通过',
  withdrawn: '已撤回',
});

/** Whether an entrant is of a group that is ranked by itself. */
export const rankingWord = wordOf<Ranking>({ ungrouped: '没有组别', grouped: '已有组别', together: '不分组' });

export const registrationStateWord = wordOf<RegistrationState>({
  preparing: '正在准备',
  submitted: '已在官网提交',
  accepted: '官网显示通过',
  refused: '官网显示未通过',
  dropped: '不参加了',
});

export const posterStateWord = wordOf<PosterState>({
  upcoming: '尚未开始',
  open: '正在报名',
  closed: '已经截止',
  withdrawn: '已撤下',
  unknown: '无法识别',
});

/** What a scanned code says about itself; data keys: opensOn, closesOn, withdrawnOn. */
export const posterSentence = sentenceOf<PosterState>({
  upcoming: (data) => (data['opensOn'] ? `报名还没有开始，${dayIn(data, 'opensOn')}开始` : '报名时间还没有公布'),
  open: (data) => (data['closesOn'] ? `正在报名，到${dayIn(data, 'closesOn')}截止（含当日）` : '正在报名'),
  closed: (data) => `报名已于${dayIn(data, 'closesOn', '此前')}截止`,
  withdrawn: (data) => `这张海报已于${dayIn(data, 'withdrawnOn', '此前')}撤下，请以主办机构最新通知为准`,
  unknown: '没有找到这个二维码对应的通知，请核对海报或联系发布单位',
});

const { ticket: TICKET } = examDayWords(true);

type ContestMessage = Extract<
  MessageCode,
  `contest-${string}` | `award-${string}` | 'protest-decided' | 'registration-listed'
>;

/** Data keys: title, stage, number, day, was (the day before a move), startsAt, place, heat, station, opensOn, closesOn, reason. */
export const CONTEST_MESSAGES: Readonly<Record<ContestMessage, Sentence>> = {
  'contest-entered': (data) => `您已提交“${textIn(data, 'title')}”的报名，截止前可以修改或撤回。`,
  'contest-withdrawn': (data) => `您已撤回“${textIn(data, 'title')}”的报名。`,
  'contest-accepted': (data) => `您报名的“${textIn(data, 'title')}”已核对通过。`,
  'contest-refused': (data) =>
    `您报名的“${textIn(data, 'title')}”没有通过核对。原因：${textIn(data, 'reason')}。截止前可以改正后重新报名。`,
  'registration-listed': (data) => `主办方的“${textIn(data, 'title')}”报名名单中已有您。`,
  'contest-stage-announced': (data) =>
    typeof data['was'] === 'string'
      ? `${textIn(data, 'stage')}改期：由${dayWithWeekday(data, 'was')}改到${dayWithWeekday(data, 'day')}${textIn(data, 'startsAt')}，在${textIn(data, 'place')}举行。${planIn(data)}已发的${TICKET}、座位和抽签时间作废，新的会再通知您。`
      : `${textIn(data, 'stage')}定于${dayIn(data, 'day')}${textIn(data, 'startsAt')}在${textIn(data, 'place')}举行，请准时参加。${planIn(data)}`,
  'contest-stage-reminder': (data) =>
    `请于${dayIn(data, 'day')}${textIn(data, 'startsAt')}到${textIn(data, 'place')}参加${textIn(data, 'stage')}。${planIn(data)}本人的考场、座位和出场时间请看${TICKET}。`,
  ...TRAINING_MESSAGES,
  'contest-awarded': (data) => `“${textIn(data, 'title')}”的奖项已确定，您获得${textIn(data, 'count')}项，请打开查看。`,
  'award-coach-asked': (data) =>
    `您的教练${textIn(data, 'coach')}在“${textIn(data, 'title')}”获得${textIn(data, 'award')}，请征得教练同意后填写教练的手机号，用于颁奖联系。`,
  'award-account-asked': (data) => `请提供“${textIn(data, 'title')}”奖金的收款账户，账户只用于发放奖金。`,
  'award-changed': (data) =>
    `您在“${textIn(data, 'title')}”的奖项“${textIn(data, 'award')}”有变化：${awardStateWord.any(textIn(data, 'state'))}，请打开查看原因。`,
  'award-recommendation-due': (data) =>
    `按“${textIn(data, 'title')}”通知，今年可以${textIn(data, 'award')}，请单位按程序办理。`,
  'protest-decided': (data) => `您对${textIn(data, 'stage')}成绩的申诉已有裁决，请打开查看结果和理由。`,
  'contest-drawn': (data) =>
    `${textIn(data, 'stage')}${typeof data['moved'] === 'string' ? `改期（${data['moved']}），原来的时间作废` : '已抽签'}：您在第${textIn(data, 'heat')}场${textIn(data, 'station')}号工位，${dayIn(data, 'day')}${textIn(data, 'startsAt')}开始，请提前到场。`,
  'contest-ticket-issued': (data) =>
    `您的${textIn(data, 'stage')}${TICKET}已发放${typeof data['number'] === 'number' ? `（参赛号${data['number']}）` : ''}，${dayIn(data, 'day')}凭${TICKET}和身份证件入场，请打开核对时间、考场和座位。`,
  'contest-ticket-void': (data) =>
    `${textIn(data, 'stage')}改到${dayIn(data, 'day')}，您原来的${TICKET}已作废。新${TICKET}发放后会再通知您，请以新的为准。`,
  'contest-stage-cancelled': (data) =>
    `“${textIn(data, 'title')}”的${textIn(data, 'stage')}取消。原因：${textIn(data, 'reason')}。${typeof data['later'] === 'string' ? `${data['later']}也不再举行。` : ''}已发的${TICKET}和抽签结果作废，请不要到场。`,
  'contest-opens': (data) => `“${textIn(data, 'title')}”${dayIn(data, 'opensOn')}开始报名。`,
  'contest-closes': (data) =>
    `“${textIn(data, 'title')}”${dayIn(data, 'closesOn')}报名截止，${data['elsewhere'] ? '您还没有记下已在官网提交，请尽快完成。' : '您还没有报名。'}`,
};

export const CONTEST_TITLES: Readonly<Record<ContestMessage, string>> = {
  'contest-entered': '竞赛报名已提交',
  'contest-withdrawn': '竞赛报名已撤回',
  'contest-accepted': '竞赛报名已核对',
  'contest-refused': '竞赛报名未通过',
  'registration-listed': '已在报名名单中',
  'contest-stage-announced': '比赛时间地点通知',
  'contest-stage-reminder': '比赛提醒',
  ...TRAINING_TITLES,
  'contest-awarded': '竞赛奖项已确定',
  'award-coach-asked': '请填写获奖教练的手机号',
  'award-account-asked': '请提供领奖账户',
  'award-changed': '奖项有变化',
  'award-recommendation-due': '可以推荐评选了',
  'protest-decided': '申诉已有裁决',
  'contest-drawn': '抽签结果',
  'contest-ticket-issued': `${TICKET}已发放`,
  'contest-ticket-void': `${TICKET}已作废`,
  'contest-stage-cancelled': '比赛已取消',
  'contest-opens': '报名即将开始',
  'contest-closes': '报名即将截止',
};

const planIn = (data: Readonly<Record<string, unknown>>): string =>
  typeof data['plan'] === 'string' ? `日程：${data['plan']}。` : '';
