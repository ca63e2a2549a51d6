import type { LocalDate } from '../kernel';
import type { DoubtCode, RuledDoubt, ShortfallCode, Verdict } from '../rules/eligibility';
import { dayIn, durationWords, fullDayWords } from './dates';
import { levelWord, schoolWord, titleGradeWord } from './levels';
import { type Data, type Sentence, listIn, looseWordOf, numberIn, sentenceOf, textIn, wordOf } from './table';

export const verdictWord = wordOf<Verdict>({
  eligible: '符合条件',
  'needs-review': '需工作人员认定',
  undecided: '还需补充情况',
  ineligible: '暂不符合条件',
});

/** One sentence for the whole answer, about the conditions alone: whether entry is open is another question; data keys: earliestOn, way. */
export const verdictSentence = sentenceOf<Verdict>({
  eligible: '按您填写的情况，符合报名条件',
  'needs-review': (data) => `可能符合报名条件，有些情况要由${judgeIn(data)}审核认定`,
  undecided: '还有情况没有填写，补充后才能判断',
  ineligible: (data) => {
    const earliest = dayIn(data, 'earliestOn', '');
    return earliest === ''
      ? '按您填写的情况，目前还不符合报名条件'
      : `按您填写的情况，目前还不符合报名条件；照现在的情况继续，${earliest}起符合`;
  },
});

/** What a statement of the notices that come with the code says. */
export const statementWord = looseWordOf(
  {
    intends: '打算从事本职业或相关职业',
    works: '正在从事本职业或相关职业',
    'minimum-education': '达到大学专科（或同等学力）',
    'listed-group': '属于通知列出的参赛人员',
    'assessed-programme': '毕业专业经过评估论证',
  },
  '通知要求的情况',
);

const statementIn = (data: Data): string => statementWord(textIn(data, 'statement'));
/** The question as it was asked, for a statement that only the notice knows. */
const askedIn = (data: Data): string => {
  const asks = textIn(data, 'asks');
  return asks === '' ? '' : `（${asks}）`;
};
/** Who judges: staff here, unless one enters on somebody else's site. */
const judgeIn = (data: Data): string => (textIn(data, 'way') === 'elsewhere' ? '主办方' : '工作人员');
/** Whom a sentence speaks to: the candidate, or with `to: 'staff'` those who judge the candidate. */
const youIn = (data: Data): string => (textIn(data, 'to') === 'staff' ? '本人' : '您');
const levelIn = (data: Data, key: string): string => levelWord(numberIn(data, key));
const lacking = (data: Data): string =>
  durationWords(Math.max(1, numberIn(data, 'neededDays') - numberIn(data, 'countedDays')));
const counted = (data: Data): string => durationWords(numberIn(data, 'countedDays'));

/** What a candidate lacks for one condition. */
const SHORTFALLS: Readonly<Record<ShortfallCode, Sentence>> = {
  'too-young': (data) => `需年满${textIn(data, 'atLeast')}周岁，目前还不到`,
  'too-old': (data) => `年龄需不超过${textIn(data, 'atMost')}周岁`,
  'born-too-late': (data) => `需在${dayIn(data, 'day')}之前出生`,
  'past-retirement-age': '已到法定退休年龄',
  'experience-short': (data) =>
    `需累计工作满${textIn(data, 'years')}年，目前能计算的约${counted(data)}，还差约${lacking(data)}`,
  'certificate-missing': (data) => `需先取得本职业或相关职业的${levelIn(data, 'level')}证书`,
  'certificate-held-too-briefly': (data) => `取得证书需满${textIn(data, 'years')}年，目前还不到`,
  'diploma-missing': (data) => `需有本专业或相关专业的毕业证书（${listIn(data, 'schools', schoolWord.any)}）`,
  'diploma-unfinished': '学业还没有完成，需已毕业或为毕业年级在读',
  'diploma-of-other-major': (data) => `“${listIn(data, 'majors')}”不在通知列出的专业里`,
  'title-missing': (data) => `需先取得本职业或相关职业的${titleGradeWord.any(textIn(data, 'grade'))}`,
  'title-held-too-briefly': (data) => `取得职称需满${textIn(data, 'years')}年，目前还不到`,
  'residence-short': (data) =>
    `需在${textIn(data, 'city')}工作或学习满${textIn(data, 'years')}年，目前约${counted(data)}，还差约${lacking(data)}`,
  'not-working': '目前没有在本职业或相关职业工作',
  'declared-no': (data) => `需要${statementIn(data)}，${youIn(data)}填写的是“否”${askedIn(data)}`,
};
export const shortfallSentence = sentenceOf(SHORTFALLS);

/** What staff must judge before a condition holds; data keys beside the doubt's own: `way`, where individuals apply, and `to`. */
const DOUBTS: Readonly<Record<DoubtCode, Sentence>> = {
  'job-occupation-not-listed': (data) =>
    `“${listIn(data, 'occupations')}”没有写在通知的相关职业里，由${judgeIn(data)}认定`,
  'job-days-decide': (data) =>
    `工作起止只填了年月，满不满${numberIn(data, 'years')}年差在具体哪一天，由${judgeIn(data)}看证明认定`,
  'certificate-occupation-not-listed': (data) =>
    `“${listIn(data, 'occupations')}”的证书是否算相关职业，由${judgeIn(data)}认定`,
  'certificate-of-higher-level': (data) =>
    `${youIn(data)}的证书是${levelIn(data, 'level')}，通知写的是${levelIn(data, 'wanted')}，由${judgeIn(data)}认定`,
  'title-occupation-not-listed': (data) => `“${listIn(data, 'occupations')}”的职称是否对应，由${judgeIn(data)}认定`,
  'title-of-higher-grade': (data) =>
    `${youIn(data)}的是${titleGradeWord.any(textIn(data, 'grade'))}，通知写的是${titleGradeWord.any(textIn(data, 'wanted'))}，由${judgeIn(data)}认定`,
  'major-not-listed': (data) => `“${listIn(data, 'majors')}”是否算相关专业，由${judgeIn(data)}认定`,
  'major-category-to-judge': (data) =>
    `“${listIn(data, 'majors')}”是否属于${listIn(data, 'categories')}专业，由${judgeIn(data)}认定`,
  'declared-without-letter': (data) => `${youIn(data)}声明${statementIn(data)}，由${judgeIn(data)}核对${askedIn(data)}`,
  'declared-no-to-judge': (data) =>
    `${youIn(data)}对“${statementIn(data)}”填写的是“否”，通知留有余地，由${judgeIn(data)}认定${askedIn(data)}`,
  'born-on-cut-off': (data) => `${youIn(data)}正好在${dayIn(data, 'day')}出生，由${judgeIn(data)}认定`,
  'retirement-line-unknown': (data) => `${youIn(data)}的退休年龄档次还不清楚，由${judgeIn(data)}核对`,
  'retirement-line-stated': (data) =>
    `${youIn(data)}填写的退休年龄档次是${textIn(data, 'line')}岁，由${judgeIn(data)}核对`,
};
export const doubtSentence = sentenceOf(DOUBTS);

/** What is to be decided about a word, for those who decide it once for all. */
export const ruledDoubtWord = wordOf<RuledDoubt>({
  'job-occupation-not-listed': '工作经历的职业',
  'certificate-occupation-not-listed': '证书的职业',
  'title-occupation-not-listed': '职称的专业',
  'major-not-listed': '所学专业',
  'major-category-to-judge': '所学专业',
});

/** Either of them. */
export const reasonSentence = sentenceOf({ ...SHORTFALLS, ...DOUBTS });

/**
 * From when time alone will have filled what is missing: `若继续从业，2027年3月1日起符合报名条件`; `lastDay`: after it this notice
 * takes no application.
 */
export function earliestWords(given: {
  shortfalls: readonly { readonly code: string }[];
  on: LocalDate;
  lastDay: LocalDate | null;
}): string {
  const { shortfalls, on, lastDay } = given;
  const lacks = (code: ShortfallCode) => shortfalls.some((shortfall) => shortfall.code === code);
  const meanwhile = lacks('experience-short')
    ? '若继续从业，'
    : lacks('residence-short')
      ? '若继续在本市工作或学习，'
      : '照现在的情况，';
  const over = lastDay !== null && on > lastDay ? '；那时本通知已不再报名，请关注之后的通知' : '';
  return `${meanwhile}${fullDayWords(on)}起符合报名条件${over}`;
}
