import { type LocalDate, addDays, addYears } from '../../kernel';
import type { ConditionLeaf } from '../../notice';
import { type AssessmentInput, type Judged, daysOf, doubt, doubtful, met, short, shortfall, unknown } from './judged';
import { retirementDay } from './retirement';

type Leaf<K extends ConditionLeaf['kind']> = Extract<ConditionLeaf, { kind: K }>;

/** Years of age, both ends included: reached on the birthday itself. */
export function judgeAge(leaf: Leaf<'age'>, { facts, on }: AssessmentInput): Judged {
  if (facts.birthDate === undefined) return unknown('birthDate');
  const from = leaf.atLeast === null ? null : addYears(facts.birthDate, leaf.atLeast);
  const until = leaf.atMost === null ? null : addYears(facts.birthDate, leaf.atMost + 1);
  const turns = daysOf(from, until);
  if (from !== null && on < from)
    return short(shortfall('too-young', leaf.source, { atLeast: leaf.atLeast ?? 0 }), turns);
  if (until !== null && on >= until)
    return short(shortfall('too-old', leaf.source, { atMost: leaf.atMost ?? 0 }), turns);
  return met(turns);
}

/** Born strictly before a day; born on that very day, staff decide. */
export function judgeBornBefore(leaf: Leaf<'bornBefore'>, { facts }: AssessmentInput): Judged {
  if (facts.birthDate === undefined) return unknown('birthDate');
  if (facts.birthDate < leaf.day) return met();
  if (facts.birthDate === leaf.day) return doubtful([doubt('born-on-cut-off', leaf.source, { day: leaf.day })]);
  return short(shortfall('born-too-late', leaf.source, { day: leaf.day }));
}

/**
 * Not yet of statutory retirement age; a woman's line (50 or 55) is the candidate's own word until staff confirm it.
 */
export function judgeRetirement(leaf: Leaf<'withinRetirementAge'>, { facts, on }: AssessmentInput): Judged {
  const { birthDate, sex, womanLine } = facts;
  if (birthDate === undefined || sex === undefined)
    return unknown(
      ...(birthDate === undefined ? (['birthDate'] as const) : []),
      ...(sex === undefined ? (['sex'] as const) : []),
    );
  const past = (day: LocalDate): Judged => short(shortfall('past-retirement-age', leaf.source, { day }));
  if (sex === 'male') {
    const day = retirementDay(birthDate, 'man-60', on);
    return on < day ? met([day]) : past(day);
  }
  const early = retirementDay(birthDate, 'woman-50', on);
  const late = retirementDay(birthDate, 'woman-55', on);
  const turns = [early, late, addDays(late, 1)];
  if (on < early) return met(turns);
  if (on >= late) return past(late);
  if (womanLine === undefined) return unknown('womanLine');
  if (womanLine === null) return doubtful([doubt('retirement-line-unknown', leaf.source)], turns);
  return womanLine === 55 ? doubtful([doubt('retirement-line-stated', leaf.source, { line: 55 })], turns) : past(early);
}
