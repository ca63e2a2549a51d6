import type { RefusalCode } from '../contract';
import type { DecisionFault } from '../rules/ranking';
import { type Sentence, numberIn } from './table';

type StageRefusal = Extract<
  RefusalCode,
  | 'draw-done'
  | 'draw-missing'
  | 'draw-empty'
  | 'draw-undecided'
  | 'heat-hours-wrong'
  | 'heats-too-many'
  | 'absent-marked'
  | 'roster-early'
  | 'roster-empty'
  | 'entries-undecided'
  | 'stage-incomplete'
  | 'stage-reason-needed'
  | 'witness-needed'
  | 'tie-undecided'
  | 'tie-refused'
  | 'next-stage-begun'
  | 'not-next-in-line'
>;

/** Why the desk or the draw of a stage says no. */
export const STAGE_REFUSALS: Readonly<Record<StageRefusal, Sentence>> = {
  'draw-done': '这一阶段已经抽过签，不能重抽；有人退出或补入的，请用“抽签后调整”',
  'draw-missing': '这一阶段还没有抽签',
  'draw-empty': '这一阶段还没有选手，不能抽签',
  'draw-undecided': (data) => `还有${numberIn(data, 'count')}人的报名没有核对，请先核对完再抽签`,
  'heat-hours-wrong': '时段要按先后排，结束晚于开始，前后不能重叠',
  'heats-too-many': (data) =>
    `要排${numberIn(data, 'needed')}场，这些时段只排得下${numberIn(data, 'fit')}场，请增加时段或工位`,
  'absent-marked': (data) =>
    `${Array.isArray(data['entrants']) ? data['entrants'].map(String).join('、') : ''}登记缺考却有成绩，请先更正；确实只参加一项的，写明原因再公布`,
  'roster-early': (data) =>
    `${data['why'] === 'entry-open' ? '报名还没有截止，还有人可以报名' : '上一阶段还可以申诉，名次还可能更正'}；看过页面上的提醒仍要现在确定的，再确定一次`,
  'roster-empty': '还没有核对通过的选手，不能确定名单',
  'entries-undecided': (data) => `还有${numberIn(data, 'entries')}份报名没有核对，核对完才能确定名单`,
  'stage-incomplete': (data) =>
    `还有${numberIn(data, 'entrants')}名没有登记缺考的选手成绩不全，补全或登记缺考后才能公布`,
  'stage-reason-needed': '请写明原因',
  'witness-needed': '取消资格要写明见证人',
  'tie-undecided': (data) => `还有${numberIn(data, 'ties')}组选手总分和技能成绩都相同，请先登记评委组的决定`,
  'tie-refused': (data) => {
    const entrants = Array.isArray(data['entrants']) ? data['entrants'].map(String) : [];
    const code = isDecisionFault(data['code']) ? data['code'] : null;
    return code === null ? '这个决定与同分的选手对不上，请核对' : decisionFaultSentence({ code, entrants });
  },
  'next-stage-begun': '下一阶段已经开始，不能再递补',
  'not-next-in-line': '没有空出的名额，或按名次还轮不到这名选手',
};
/** Why a decision of the jury is none. */
export const decisionFaultSentence = ({ code, entrants }: Pick<DecisionFault, 'code' | 'entrants'>): string =>
  DECISION_FAULTS[code](entrants.join('、'));
const DECISION_FAULTS: Readonly<Record<DecisionFault['code'], (entrants: string) => string>> = {
  'decision-entrant-unknown': (entrants) => `没有选手${entrants}，请核对`,
  'decision-entrant-twice': (entrants) => `选手${entrants}写了两次，请删掉一处`,
  'decision-entrant-not-tied': (entrants) => `选手${entrants}没有与别人完全同分，不用决定`,
  'decision-mixes-ties': (entrants) => `选手${entrants}是另一组同分的，请分开决定`,
  'decision-part-of-tie': (entrants) => `还有同分的选手${entrants}，请一起决定先后`,
  'decision-twice': (entrants) => `选手${entrants}已经决定过，请只留一个决定`,
};

const isDecisionFault = (code: unknown): code is DecisionFault['code'] =>
  typeof code === 'string' && code in DECISION_FAULTS;
