import type { ConductRule } from '../notice';

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
