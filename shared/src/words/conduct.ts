import type { BanState, BreachSource, BreachState } from '../contract';
import type { ConductRule, SubjectCode } from '../notice';
import type { LocalDate } from '../kernel';
import { fullDayWords } from './dates';
import { subjectWord } from './levels';
import { wordOf } from './table';

type Tier = ConductRule['tiers'][number];

/** What a breach of this weight costs, in one line: 取消本科目成绩，本年度内不得再参加. */
export const tierWords = ({ cancels, ban }: Pick<Tier, 'cancels' | 'ban'>): string =>
  [cancels === 'this-subject' ? '取消这一科的成绩' : '取消全部科目的成绩', banWords(ban)].filter(Boolean).join('，');

function banWords(ban: Tier['ban']): string {
  if (ban === null) return '';
  if (ban.kind === 'rest-of-year') return '当年不得再参加';
  return ban.light === ban.serious
    ? `${ban.light}年内不得再参加`
    : `${ban.light}年内不得再参加，情节严重的${ban.serious}年`;
}

/** A printed breach; some count only once somebody was warned and goes on. */
export const breachWords = ({ text, afterWarning }: Pick<Tier['breaches'][number], 'text' | 'afterWarning'>): string =>
  afterWarning ? `${text}（提醒后仍不改的）` : text;

/** How far a breach has come, as staff read it. */
export const breachStateWord = wordOf<BreachState>({
  recorded: '已立案，待告知',
  notified: '已告知，听取申辩',
  proposed: '待第二人决定',
  decided: '已决定并送达',
  appealed: '申诉中',
  final: '已生效，办结',
  dropped: '不作处理',
});

/** The same as the person reads it. */
export const ownBreachStateWord = wordOf<BreachState>({
  recorded: '已记录',
  notified: '请陈述申辩',
  proposed: '正在核查',
  decided: '已作出决定',
  appealed: '申诉正在办理',
  final: '已生效',
  dropped: '不作处理',
});

export const breachSourceWord = wordOf<BreachSource>({
  door: '考场记录',
  sheet: '成绩表标记作弊',
  desk: '工作人员登记',
  later: '考后发现',
});

export const banStateWord = wordOf<BanState>({
  standing: '执行中',
  lifting: '待第二人同意解除',
  lifted: '已提前解除',
});

/** The columns of the list of bans. */
export const BAN_COLUMNS = {
  name: { title: '姓名' },
  fromDay: { title: '起' },
  untilDay: { title: '不得参加至' },
  state: { title: '状态', code: banStateWord.any },
  ofCase: { title: '本机构立案' },
};

/** Why an application or an entry of somebody banned ends, as the person reads it. */
export const stoppedByBan = (until: LocalDate): string =>
  `按违纪处理决定，${fullDayWords(until)}以前（含当日）不能参加。理由和怎么申诉，见“违纪告知和处理决定”`;

/** What a case begins with that a score sheet opened. */
export const markedCheatingWords = (subject: SubjectCode): string => `成绩登记为“作弊”（${subjectWord(subject)}）`;

/** Why such a case was closed: the mark was put right. */
export const UNMARKED_WORDS = '成绩已更正，不再登记为“作弊”';

/** The columns of the list of breaches. */
export const BREACH_COLUMNS = {
  name: { title: '姓名' },
  session: { title: '批次' },
  state: { title: '办到哪一步', code: breachStateWord.any },
  source: { title: '怎么发现的', code: breachSourceWord.any },
  openedAt: { title: '立案时间' },
  statementUntil: { title: '申辩截止' },
  appealUntil: { title: '申诉截止' },
  banUntil: { title: '不得参加至' },
};
