import { unreachable } from '../kernel';
import type { Condition, ConditionLeaf } from '../notice';
import { fullDayWords } from './dates';
import { levelWord, schoolWord, titleGradeWord } from './levels';
import { closedUp } from './printed-text';
import { statementWord } from './verdicts';

/** A condition in plain words, for one that the notice does not print itself: `取得三级/高级工证书后，累计工作满5年`. */
export function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case 'allOf':
      return saidOnce(condition.of).map(conditionWords).join('，并');
    case 'anyOf':
      return condition.of.map(conditionWords).join('，或');
    default:
      return leafWords(condition);
  }
}

function leafWords(leaf: ConditionLeaf): string {
  switch (leaf.kind) {
    case 'age': {
      const { atLeast, atMost } = leaf;
      if (atLeast !== null && atMost !== null) return `年龄在${atLeast}至${atMost}周岁之间`;
      return atLeast === null ? `年龄不超过${atMost}周岁` : `年满${atLeast}周岁`;
    }
    case 'bornBefore':
      return `${fullDayWords(leaf.day)}之前出生`;
    case 'withinRetirementAge':
      return '在法定退休年龄以内';
    case 'experience':
      return `${sinceWords(leaf.since)}累计从事${fieldWords(leaf.field)}工作满${leaf.years}年`;
    case 'certificate':
      return `取得${fieldWords(leaf.field)}${levelWord(leaf.level)}证书${heldWords(leaf.heldYears)}`;
    case 'diploma':
      return `取得${leaf.schools.map(schoolWord).join('、')}本专业或相关专业毕业证书${
        leaf.enrolled ? '（含在读学生）' : leaf.finalYear ? '（含在读应届毕业生）' : ''
      }`;
    case 'title':
      return `取得${fieldWords(leaf.field)}${titleGradeWord(leaf.grade)}${heldWords(leaf.heldYears)}`;
    case 'residence':
      return `在${leaf.city}${leaf.kinds.map((kind) => (kind === 'work' ? '工作' : '学习')).join('或')}满${leaf.years}年`;
    case 'declared':
      return declaredWords(leaf);
    default:
      return unreachable(leaf);
  }
}

/** What must be so, never the question about it; a statement that only its notice knows in the notice's own words. */
function declaredWords({ statement, source }: Extract<ConditionLeaf, { kind: 'declared' }>): string {
  const known = statementWord(statement);
  return known === statementWord('') && 'clause' in source ? closedUp(source.corrected ?? source.quote) : known;
}

type Since = Extract<ConditionLeaf, { kind: 'experience' }>['since'];

const sinceWords = (since: Since): string => {
  if (since === null) return '';
  const paper = since.kind === 'certificate' ? `${levelWord(since.level)}证书` : titleGradeWord(since.grade);
  return `取得${fieldWords(since.field)}${paper}后，`;
};

const heldWords = (years: number | null): string => (years === null ? '' : `满${years}年`);

const fieldWords = ({ own }: { own: boolean }): string => (own ? '本职业或相关职业' : '相关职业');

/** 取得证书后 says the certificate, so it is not said again beside it. */
const saidOnce = (parts: readonly Condition[]): readonly Condition[] =>
  parts.filter(
    (part) => !parts.some((other) => other.kind === 'experience' && other.since !== null && isSince(part, other.since)),
  );

const isSince = (part: Condition, since: NonNullable<Since>): boolean =>
  part.kind === 'certificate'
    ? since.kind === 'certificate' && part.heldYears === null && part.level === since.level
    : part.kind === 'title' && since.kind === 'title' && part.heldYears === null && part.grade === since.grade;
