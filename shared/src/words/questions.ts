import type { FactName } from '../notice';
import { looseSentenceOf, looseWordOf } from './table';

type Known = Exclude<FactName, `declared.${string}`>;

/** Statements of the notices that come with the code; another notice brings its own question (`asks`). */
type Stated = `declared.${'works' | 'minimum-education' | 'listed-group' | 'assessed-programme'}`;

const QUESTIONS: Readonly<Record<Known | Stated, string>> = {
  birthDate: '您的出生日期是哪一天？',
  sex: '您的性别是？',
  womanLine: '您按多少岁退休（50岁还是55岁）？不清楚可以不填',
  intends: '您打算从事这个职业或相关职业吗？',
  jobs: '您做过哪些工作？请写上开始和结束的时间',
  certificates: '您有哪些职业资格证书或技能等级证书？没有就选“没有”',
  diplomas: '您有哪些毕业证书，或者正在哪里上学？没有就选“没有”',
  titles: '您有职称吗？没有就选“没有”',
  residence: '您在本市工作或学习过多久？',
  'declared.works': '您现在从事这个职业或相关职业吗？',
  'declared.minimum-education': '您是大学专科毕业，或有同等学力吗？',
  'declared.listed-group': '您属于通知列出的参赛人员吗？',
  'declared.assessed-programme': '您的毕业专业经过评估论证、认可为对应专业吗？',
};

/** The question that fills a missing fact. */
export const factQuestion = looseSentenceOf(QUESTIONS, '通知还要求一项声明，您符合吗？');

const UNKNOWN = '其他声明';

/** The short name of a fact. */
export const factWord = looseWordOf<Known | Stated>(
  {
    birthDate: '出生日期',
    sex: '性别',
    womanLine: '退休年龄档次',
    intends: '从业意向',
    jobs: '工作经历',
    certificates: '已有证书',
    diplomas: '学历',
    titles: '职称',
    residence: '在本市的时间',
    'declared.works': '现在的工作',
    'declared.minimum-education': '最低学历',
    'declared.listed-group': '人员类别',
    'declared.assessed-programme': '专业评估论证',
  },
  UNKNOWN,
);

/** The same of a statement that only its notice knows: then the question that the notice asks. */
export const factName = (fact: string, asked: string | null): string => {
  const word = factWord(fact);
  return word === UNKNOWN ? (asked ?? UNKNOWN) : word;
};
