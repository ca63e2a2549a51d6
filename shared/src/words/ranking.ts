import { type Total, totalText } from '../kernel';
import type { ShownStanding } from '../contract';
import type { AdvanceLine, Advances, Ranked, Unranked } from '../rules/ranking';
import type { AwardQuestion } from '../rules/awards';
import { unitTypeWord } from './contest';
import { roundingWord } from './award';
import { wordOf } from './table';

/** 第3名; a full tie that nobody has decided shows the places it may get. */
export const rankWords = ({ rank, from, to }: Pick<Ranked, 'rank' | 'from' | 'to'>): string =>
  rank === null ? `第${from}至${to}名，待评委决定` : `第${rank}名`;

/** `84.90分`. */
export const totalWords = (total: Total): string => `${totalText(total)}分`;

export const advancesWord = wordOf<Advances>({ yes: '晋级', no: '未晋级', open: '待评委决定' });

export const unrankedWord = wordOf<Unranked['why'] | ShownStanding>({
  present: '到场',
  absent: '缺考',
  disqualified: '取消资格',
  withdrawn: '退赛',
  'mark-missing': '成绩不全',
  unnoted: '未登记',
});

/** How many go on and why: 57人有有效成绩，30%为17.1，四舍五入为17，晋级17人；晋级线81.35分. */
export function lineWords({ share, quota, lastTotal }: Line): string {
  const line =
    lastTotal === null ? '' : `；晋级线${typeof lastTotal === 'string' ? `${lastTotal}分` : totalWords(lastTotal)}`;
  if (share === null) return `晋级${quota}人${line}`;
  const { base, counted, percent, rounding, rounded, minimum } = share;
  const exact = (counted * percent) / 100;
  const whole = Number.isInteger(exact) ? '' : `，${roundingWord(rounding)}为${rounded}`;
  const least = minimum !== null && minimum > rounded ? `，不少于${minimum}人` : '';
  return `${counted}人${countedWord(base)}，${percent}%为${exact}${whole}${least}，晋级${quota}人${line}`;
}
/** As the rule found it, or as it travels, with points for a total. */
type Line = Omit<AdvanceLine, 'lastTotal'> & { readonly lastTotal: Total | string | null };
const countedWord = wordOf<NonNullable<AdvanceLine['share']>['base']>({
  registered: '报名',
  present: '到场',
  scored: '有有效成绩',
});

/** What staff decide where stages were cancelled: whether the ranks of the last one that was held are the final ones. */
export const finalRanksWords = ({ last, off }: { readonly last: string; readonly off: readonly string[] }): string =>
  `${off.join('、')}已取消，${last}是最后举行的阶段。通知没有写这时按什么名次评奖，请写明由谁决定：${last}名次是否作为最终名次。不作为的，按名次评的奖项都不授予，其余的照常`;

/** What staff decide about an award, and why the data cannot. */
export function awardQuestionWords(question: AwardQuestion): string {
  switch (question.why) {
    case 'said-in-words':
      return `请认定：${question.among}`;
    case 'unit-kind':
      return `“${question.unit}”达到条件，但通知没有写明${unitTypeWord(question.kind)}可以得奖，请认定`;
    case 'paper':
      return '报名时没有要求这项证明，请核对后认定';
  }
}
