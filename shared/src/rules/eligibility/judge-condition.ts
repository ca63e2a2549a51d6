import { type LocalDate, unreachable } from '../../kernel';
import type { Condition, ConditionLeaf, FactName } from '../../notice';
import { type Doubt, type Shortfall, type Standing, type Trace, VERDICTS, type Verdict } from './assessment';
import type { AssessmentInput, Judged } from './judged';
import { judgeAge, judgeBornBefore, judgeRetirement } from './judge-age';
import { judgeDeclared } from './judge-declared';
import { judgeExperience, judgeResidence } from './judge-experience';
import { judgeDiploma, judgeCredential } from './judge-credentials';

/** A condition tree judged on a day, and the days on which one of its leaves may change. */
export function judgeCondition(
  condition: Condition,
  asked: AssessmentInput,
): { trace: Trace; turns: readonly LocalDate[] } {
  if (condition.kind !== 'allOf' && condition.kind !== 'anyOf') {
    const { standing, turns } = judgeLeaf(condition, asked);
    return { trace: { kind: 'leaf', leaf: condition, standing }, turns };
  }
  const parts = condition.of.map((part) => judgeCondition(part, asked));
  const of = parts.map((part) => part.trace);
  const standings = of.map((part) => part.standing);
  const standing = condition.kind === 'allOf' ? worstOf(standings) : bestOf(standings);
  return { trace: { kind: condition.kind, of, standing }, turns: parts.flatMap((part) => part.turns) };
}

export const rankOf = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

function judgeLeaf(leaf: ConditionLeaf, asked: AssessmentInput): Judged {
  switch (leaf.kind) {
    case 'age':
      return judgeAge(leaf, asked);
    case 'bornBefore':
      return judgeBornBefore(leaf, asked);
    case 'withinRetirementAge':
      return judgeRetirement(leaf, asked);
    case 'experience':
      return judgeExperience(leaf, asked);
    case 'residence':
      return judgeResidence(leaf, asked);
    case 'certificate':
    case 'title':
      return judgeCredential(leaf, asked);
    case 'diploma':
      return judgeDiploma(leaf, asked);
    case 'declared':
      return judgeDeclared(leaf, asked);
    default:
      return unreachable(leaf);
  }
}

/** All must hold: the worst decides, with the reasons of every part that stands so. */
const worstOf = (standings: readonly Standing[]): Standing =>
  gathered(standings, Math.max(0, ...standings.map((standing) => rankOf(standing.verdict))));

/** One suffices: the best decides; nothing asked is nothing missed. */
const bestOf = (standings: readonly Standing[]): Standing =>
  gathered(standings, Math.min(...standings.map((standing) => rankOf(standing.verdict))));

function gathered(standings: readonly Standing[], rank: number): Standing {
  const verdict = VERDICTS[rank] ?? 'eligible';
  switch (verdict) {
    case 'eligible':
      return { verdict };
    case 'needs-review':
      return { verdict, doubts: once(standings.flatMap((part) => (part.verdict === verdict ? part.doubts : []))) };
    case 'undecided':
      return { verdict, missing: once(standings.flatMap((part) => (part.verdict === verdict ? part.missing : []))) };
    case 'ineligible':
      return {
        verdict,
        shortfalls: once(standings.flatMap((part) => (part.verdict === verdict ? part.shortfalls : []))),
      };
    default:
      return unreachable(verdict);
  }
}

/** Two leaves of one condition may miss the same paper: it is told once, with the first clause. */
function once<T extends FactName | Doubt | Shortfall>(reasons: readonly T[]): readonly T[] {
  const sameness = (reason: T) => (typeof reason === 'string' ? reason : JSON.stringify([reason.code, reason.data]));
  return reasons.filter((reason, at) => reasons.findIndex((other) => sameness(other) === sameness(reason)) === at);
}
