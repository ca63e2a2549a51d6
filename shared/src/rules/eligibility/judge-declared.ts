import type { ConditionLeaf, FactName } from '../../notice';
import { type Case, type Judged, doubt, doubtful, met, short, shortfall, unknown } from './case';
import { listWord, occupationFit } from './fields';

type Declared = Extract<ConditionLeaf, { kind: 'declared' }>;

/** A statement: with a letter that the notice names it counts as met, without one staff judge it. */
export function judgeDeclared(leaf: Declared, asked: Case): Judged {
  const { facts } = asked;
  const stated = (leaf.statement === 'intends' ? facts.intends : undefined) ?? facts.declared?.[leaf.statement];
  if (stated === undefined && leaf.field !== null) return judgePresentJob(leaf, leaf.field, asked);
  if (stated === undefined) return unknown(factOf(leaf.statement));
  if (!stated) return short(shortfall('declared-no', leaf.source, { statement: leaf.statement }));
  if (leaf.letter !== null) return met();
  return doubtful([doubt('declared-without-letter', leaf.source, { statement: leaf.statement })]);
}

/** At work in the field on the day. */
function judgePresentJob(leaf: Declared, field: NonNullable<Declared['field']>, asked: Case): Judged {
  const { facts, on } = asked;
  if (facts.jobs === undefined) return unknown('jobs');
  const turns = facts.jobs.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const present = facts.jobs
    .filter(({ from, to }) => from <= on && (to === null || on < to))
    .map(({ occupation }) => ({ occupation, fit: occupationFit(asked, field, occupation) }));
  if (present.some(({ fit }) => fit === 'match')) return met(turns);
  const doubts = present.flatMap(({ occupation, fit }) =>
    fit === 'match'
      ? []
      : [doubt('job-occupation-not-listed', leaf.source, { list: listWord(fit), occupations: [occupation] })],
  );
  return doubts.length > 0 ? doubtful(doubts, turns) : short(shortfall('not-working', leaf.source), turns);
}

const factOf = (statement: string): FactName => (statement === 'intends' ? 'intends' : `declared.${statement}`);
