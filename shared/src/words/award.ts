import {
  type AdvanceRule,
  type Award,
  type ContestRule,
  type MarkingRule,
  type ProtestRule,
  recipientsOf,
} from '../notice';
import type { CombiningRule } from '../rules/ranking';
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

type PaperSeries = { readonly bodyId: string; readonly year: number; readonly training: boolean };

/** `BSPIA-PX2025-0001` of a training certificate, `HJ` of an award; without a sequence the name of the series. */
export const awardPaperNumber = ({ bodyId, year, training }: PaperSeries, sequence: number | null): string =>
  `${bodyId.toUpperCase()}-${training ? 'PX' : 'HJ'}${year}${sequence === null ? '' : `-${String(sequence).padStart(4, '0')}`}`;

/** Title and text of an award's paper. */
export function awardPaperWords(
  award: Pick<Award, 'name' | 'for' | 'to'>,
  stages: ContestRule['stages'],
  { title, rank }: { readonly title: string; readonly rank: number | null },
): { readonly title: string; readonly text: string } {
  const contest = title.replace(/^关于(组织)?开展/, '').replace(/(报名)?(工作)?的?通知$/, '');
  const quoted = /“(.+?)”/.exec(award.name)?.[1] ?? award.name;
  if (award.for.kind === 'reached') {
    const reached = award.for.stage;
    const stage = stages.find(({ code }) => code === reached)?.name ?? '';
    return { title: '培训合格证书', text: `在${contest}中晋级${stage}，“${quoted}”培训合格，特发此证。` };
  }
  if (recipientsOf(award).includes('unit'))
    return { title: '荣誉证书', text: `在${contest}中被评为“${quoted}”，特发此证。` };
  const place = rank === null ? '' : `荣获第${rank}名，`;
  const honour = award.name.includes('“') ? `授予“${quoted}”，` : '';
  return {
    title: award.name.includes('“') ? '荣誉证书' : '获奖证书',
    text: `在${contest}中${place}${honour}特发此证。`,
  };
}

type Share = Extract<AdvanceRule, { percent: number }>;

/** Who goes on from a stage: 总成绩前30%的选手晋级下一阶段. */
export const advanceWords = (rule: AdvanceRule): string =>
  'count' in rule ? `总成绩前${rule.count}名的选手晋级下一阶段` : `总成绩前${rule.percent}%的选手晋级下一阶段`;

/** How the marks of several judges become one. */
export function judgesWords({ judges }: { readonly judges: CombiningRule }): string {
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
