import type { Award, ContestRule } from '../notice';
import { yuanWords } from './money';
import { looseWordOf, wordOf } from './table';

/** Whom an award goes to, such as 决赛第2至6名. */
export function awardWhomWords({ to, for: whom }: Pick<Award, 'to' | 'for'>, stages: ContestRule['stages']): string {
  switch (whom.kind) {
    case 'ranks': {
      const ranks = whom.from === whom.to ? `第${whom.from}名` : `第${whom.from}至${whom.to}名`;
      return `决赛${ranks}${OF[to]}`;
    }
    case 'reached':
      return `进入${stages.find(({ code }) => code === whom.stage)?.name ?? '该阶段'}的选手${OF[to]}`;
    case 'unit': {
      const counted = whom.counted === 'registered' ? '报名' : '实际参赛';
      const ranked = whom.rankWithin === null ? '' : `且有选手进入决赛前${whom.rankWithin}名`;
      return `${counted}${whom.inclusive ? '满' : '超过'}${whom.entrants}人${ranked}的单位`;
    }
    case 'staff':
      return `${whom.among}${OF[to]}`;
  }
}
const OF = { entrant: '', coach: '的教练', unit: '的单位' } as const;

/** What is given, with its amount before tax and the paper it asks for. */
export function awardWhatWords({ name, fen, needs }: Pick<Award, 'name' | 'fen' | 'needs'>): string {
  const amount = fen === null || name.includes('元') ? '' : ` ${yuanWords(fen)}`;
  return `${name}${amount}${needs === null ? '' : `（须持有${neededWord(needs)}）`}`;
}
const neededWord = looseWordOf({ 'union-card': '工会会员互助服务卡' }, '其他');

/** What the percentage of those who go on is counted of. */
export const advanceBaseWord = wordOf<ContestRule['advance']['base']['value']>({
  registered: '报名人数',
  present: '到场人数',
  scored: '有有效成绩的人数',
});

export const roundingWord = wordOf<ContestRule['advance']['rounding']['value']>({
  'half-up': '四舍五入',
  up: '向上取整',
  down: '舍去小数',
});
