import { isLocalDate } from '../kernel';
import type { PlanCaution, PlanConflict, RoomKind } from '../rules/planning';
import { dayIn } from './dates';
import { subjectWord } from './levels';
import { type Data, listIn, looseSentenceOf, textIn, wordOf } from './table';

export const roomKindWord = wordOf<RoomKind>({ desks: '课桌', computers: '机位', stations: '实操工位' });

/** `12月12日（周六）09:00`. */
const whenIn = (data: Data): string => {
  const day = textIn(data, 'day');
  return `${isLocalDate(day) ? dayIn(data, 'day') : day} ${textIn(data, 'first')}`;
};
const roomIn = (data: Data): string => `“${textIn(data, 'siteName')} ${textIn(data, 'roomName')}”`;
const subjectIn = (data: Data, key: string): string => subjectWord.any(textIn(data, key));

/** What keeps a plan from being published. */
export const planConflictSentence = looseSentenceOf<PlanConflict['code']>(
  {
    'room-twice': (data) =>
      `${roomIn(data)}在${whenIn(data)}的考试还没结束，${textIn(data, 'second')} 又有另一场，请换时间或考场`,
    'room-elsewhere': (data) => `${roomIn(data)}在${whenIn(data)}已经给“${textIn(data, 'sessionName')}”用了`,
    'person-twice': (data) =>
      `考${subjectIn(data, 'subject')}（${whenIn(data)}）的人没有不重叠的${subjectIn(data, 'other')}场次可考`,
    'places-short': (data) =>
      `${subjectIn(data, 'subject')} ${whenIn(data)} 一场要坐 ${textIn(data, 'needed')} 人，少 ${textIn(data, 'missing')} 个座位`,
  },
  '这份安排有冲突，请检查',
);

const rowsIn = (data: Data, key: string): Data[] => {
  const value = data[key];
  return Array.isArray(value) ? value.filter((row): row is Data => typeof row === 'object' && row !== null) : [];
};

export const planConflictsSentence = (data: Data): string => {
  const sentences = rowsIn(data, 'conflicts').map((row) => {
    const of = row['data'];
    return planConflictSentence(textIn(row, 'code'), typeof of === 'object' && of !== null ? { ...of } : {});
  });
  return `考试安排有冲突，不能发布：${sentences.join('；')}`;
};

/** How many seats to add, and in which subjects and shifts they are missing. */
export function seatsShortSentence(data: Data): string {
  const shifts = rowsIn(data, 'short').map((row) => {
    const seats = row['reserved'] === true ? '个无障碍座位' : '个';
    return `${subjectIn(row, 'subject')} ${whenIn(row)} 少 ${textIn(row, 'missing')} ${seats}`;
  });
  const listed = shifts.length > 0 ? `（${shifts.join('；')}）` : '';
  return `座位不够，还差 ${textIn(data, 'missing')} 个${listed}，请增加考场`;
}

const SEAT_UNFIT: ReadonlyMap<string, string> = new Map([
  ['taken', '这个座位已经有人，请另选一个'],
  ['same', '就是现在的座位，请另选一个'],
  ['overlap', '这位考生那个时间要考另一科，请另选一场'],
  ['unknown', '没有这个座位，或者这一科不在这间考场考'],
]);

/** Why somebody cannot be moved to a seat. */
export const seatUnfitSentence = (data: Data): string =>
  SEAT_UNFIT.get(textIn(data, 'reason')) ?? '不能换到这个座位，请另选一个';

const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** What to look at once more before a plan is published. */
export const planCautionSentence = looseSentenceOf<PlanCaution['code']>(
  {
    'exam-on-day-off': (data) => `${dayIn(data, 'day')}是放假的日子，请确认能安排考试`,
    'near-ticket-day': (data) => `准考证${dayIn(data, 'ticketOn')}才发，离${dayIn(data, 'day')}的考试不到三天`,
    'generally-one-day': (data) =>
      `通知${textIn(data, 'clause')}写明理论知识和操作技能一般安排在同一天，这里不在同一天`,
    'subjects-parted': (data) =>
      `按预计的 ${textIn(data, 'people')} 人算，有 ${textIn(data, 'parted')} 人的各科排不到同一天；加场次或座位可以减少，排座前会列出是谁`,
    'subjects-turned': (data) =>
      `按预计的 ${textIn(data, 'people')} 人算，有 ${textIn(data, 'turned')} 人的各科次序和通知写的不同（例如先操作、后理论）；排座前会列出是谁`,
    'months-unplanned': (data) => `通知上印了、还没有安排的月份：${listIn(data, 'months', monthWords)}`,
  },
  '请再核对一下这份安排',
);
