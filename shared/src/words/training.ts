import type { MessageCode, TrainingAttendance, TrainingView } from '../contract';
import type { LocalDate } from '../kernel';
import { dayIn, dayWords } from './dates';
import { type Sentence, textIn, wordOf } from './table';

/** Whether somebody came to a training before a contest. */
export const trainingAttendanceWord = wordOf<TrainingAttendance>({ open: '未登记', came: '已到', absent: '没到' });

/** `7月28日 周一 09:00—11:00 一层报告厅`. */
export const trainingWhenWords = (
  { day, startsAt, endsAt, place }: Pick<TrainingView, 'day' | 'startsAt' | 'endsAt' | 'place'>,
  today: LocalDate,
): string => `${dayWords(day, today)} ${startsAt}${endsAt === null ? '' : `—${endsAt}`} ${place}`;

/** The columns and acts of the list of who may come to a training. */
export const TRAINEE_LIST = {
  title: '赛前培训名单',
  columns: {
    name: { title: '姓名' },
    unit: { title: '单位' },
    wants: { title: '要参加' },
    attendance: { title: '到没到', code: trainingAttendanceWord.any },
    phone: { title: '手机号' },
  },
  acts: {
    came: { verb: '登记已到', done: '已登记到场' },
    absent: { verb: '登记没到', done: '已登记没到' },
    unsaid: { verb: '撤回登记', done: '已撤回登记' },
    wish: { verb: '记为要参加', done: '已记为要参加' },
  },
};

/** What staff and entrants do about a training. */
export const TRAINING_EVENTS = {
  'training-set': '安排赛前培训',
  'training-changed': '改动赛前培训',
  'training-cancelled': '取消赛前培训',
  'training-wished': '登记参加赛前培训的意愿',
  'training-attendance-noted': '登记赛前培训到场',
  'training-attendance-imported': '导入赛前培训到场',
};

/** What is wrong with a row of a sheet of who came to a training. */
export const TRAINING_PROBLEMS = {
  'trainee-unknown': '名单里没有这个姓名的选手，请核对',
  'trainee-several': '有几位选手同名，请写上和报名时一样的单位或手机后四位',
  'trainee-twice': '同一位选手出现了两次',
};

type TrainingMessage = Extract<MessageCode, `contest-training-${string}`>;
type Data = Readonly<Record<string, unknown>>;

/** Data keys: title, stage, day, startsAt, endsAt, place, note, changed (1: it was told before), reason, unitName, people. */
export const TRAINING_MESSAGES: Readonly<Record<TrainingMessage, Sentence>> = {
  'contest-training-set': (data) =>
    `“${textIn(data, 'title')}”${textIn(data, 'stage')}的赛前培训${data['changed'] === 1 ? '有变动，改为' : '定于'}${whenIn(data)}。${noteIn(data)}${whomIn(data)}`,
  'contest-training-cancelled': (data) =>
    `“${textIn(data, 'title')}”${textIn(data, 'stage')}原定${dayIn(data, 'day')}${textIn(data, 'startsAt')}的赛前培训取消。原因：${textIn(data, 'reason')}。${peopleIn(data)}`,
  'contest-training-reminder': (data) =>
    `赛前培训提醒：${whenIn(data)}（${textIn(data, 'stage')}）。${noteIn(data)}${whomIn(data)}`,
};
export const TRAINING_TITLES: Readonly<Record<TrainingMessage, string>> = {
  'contest-training-set': '赛前培训安排',
  'contest-training-cancelled': '赛前培训取消',
  'contest-training-reminder': '赛前培训提醒',
};

const whenIn = (data: Data): string =>
  `${dayIn(data, 'day')}${textIn(data, 'startsAt')}${typeof data['endsAt'] === 'string' ? `至${data['endsAt']}` : ''}，在${textIn(data, 'place')}`;
const noteIn = (data: Data): string => (typeof data['note'] === 'string' ? `${data['note']}。` : '');
const whomIn = (data: Data): string => `${peopleIn(data)}自愿参加，不去也不影响比赛。`;
/** What the agents of a unit hear of theirs. */
const peopleIn = (data: Data): string =>
  typeof data['people'] === 'number' ? `${textIn(data, 'unitName')}有${data['people']}名选手报了培训，请转告。` : '';
