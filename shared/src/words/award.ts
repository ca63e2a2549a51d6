import {
  type AdvanceRule,
  type Award,
  type ContestRule,
  type MarkingRule,
  type ProtestRule,
  recipientsOf,
} from '../notice';
import { unitTypeWord } from './contest';
import { yuanWords } from './money';
import { looseWordOf, wordOf } from './table';

/** Whom an award goes to, such as 决赛第2至6名. */
export function awardWhomWords(award: Pick<Award, 'to' | 'for' | 'unitKinds'>, stages: ContestRule['stages']): string {
  const whom = award.for;
  const units = award.unitKinds?.map((kind) => unitTypeWord(kind)).join('、') ?? '单位';
  const of = recipientWords(award, units);
  switch (whom.kind) {
    case 'ranks': {
      const ranks = whom.from === whom.to ? `第${whom.from}名` : `第${whom.from}至${whom.to}名`;
      return `决赛${ranks}${of}`;
    }
    case 'reached':
      return `进入${stages.find(({ code }) => code === whom.stage)?.name ?? '该阶段'}的选手${of}`;
    case 'unit': {
      const counted = whom.counted === 'registered' ? '报名' : '实际参赛';
      const ranked = whom.rankWithin === null ? '' : `且有选手进入决赛前${whom.rankWithin}名`;
      return `${counted}${whom.inclusive ? '满' : '超过'}${whom.entrants}人${ranked}的${units}${award.unitKinds === undefined ? '' : OTHER_UNITS}`;
    }
    case 'staff':
      return `${whom.among}${of}`;
  }
}

const OTHER_UNITS = '，其他单位由工作人员认定';

/** The coach, the unit, or both beside the entrant: 的教练, 及所在企业. */
function recipientWords(award: Pick<Award, 'to'>, units: string): string {
  const recipients = recipientsOf(award);
  const others = recipients.flatMap((to) => (to === 'coach' ? ['教练'] : to === 'unit' ? [`所在${units}`] : []));
  if (recipients.includes('entrant')) return others.map((other) => `及${other}`).join('');
  return `的${others.join('和')}`;
}

/** What kind of thing an award is. */
export const awardGivesWord = wordOf<Award['gives']>({
  money: '奖金',
  medal: '奖牌',
  certificate: '证书',
  trophy: '奖杯',
  honour: '荣誉称号',
  database: '入选人才库',
  training: '培训',
  recommendation: '优先推荐',
  policy: '政策支持',
});

/** What is given, with its amount before tax and the paper it asks for. */
export function awardWhatWords({ name, fen, needs }: Pick<Award, 'name' | 'fen' | 'needs'>): string {
  const amount = fen === null || name.includes('元') ? '' : ` ${yuanWords(fen)}`;
  return `${name}${amount}${needs === null ? '' : `（须持有${neededWord(needs)}）`}`;
}
const neededWord = looseWordOf({ 'union-card': '工会会员互助服务卡' }, '其他');

type Share = Extract<AdvanceRule, { percent: number }>;

/** Who goes on from a stage: 总成绩前30%的选手晋级下一阶段. */
export const advanceWords = (rule: AdvanceRule): string =>
  'count' in rule ? `总成绩前${rule.count}名的选手晋级下一阶段` : `总成绩前${rule.percent}%的选手晋级下一阶段`;

/** How the marks of several judges become one. */
export function judgesWords({ judges }: MarkingRule): string {
  switch (judges.kind) {
    case 'mean':
      return '多名裁判的评分取平均值';
    case 'trimmed-mean':
      return `多名裁判的评分去掉${judges.drop}个最高分和${judges.drop}个最低分后取平均值`;
    case 'sum':
      return '各裁判的评分相加';
  }
}

/** How the combined mark is cut before ranking. */
export const markRoundingWords = ({ rounding }: MarkingRule): string =>
  `合成后的分数${roundingWord(rounding.value)}到百分位`;

/** To whom and how long one may protest. */
export const protestWords = ({ to, window }: ProtestRule): string =>
  `对成绩有异议的，可在公布后${window.count}${window.unit === 'workdays' ? '个工作日' : '天'}内向${to.value}申诉`;

/** What the percentage of those who go on is counted of. */
export const advanceBaseWord = wordOf<Share['base']['value']>({
  registered: '报名人数',
  present: '到场人数',
  scored: '有有效成绩的人数',
});

export const roundingWord = wordOf<Share['rounding']['value']>({
  'half-up': '四舍五入',
  up: '向上取整',
  down: '舍去小数',
});
