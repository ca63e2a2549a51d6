import type { ConditionLeaf, FactName } from '../../notice';
import { type AssessmentInput, type Judged, doubt, doubtful, met, short, shortfall, unknown } from './judged';
import { listWord, occupationFit } from './fields';

type Declared = Extract<ConditionLeaf, { kind: 'declared' }>;

/**
 * A statement: with a letter that the notice names it counts as met, without one staff judge it; a denial that the notice
 * leaves open (同等学力, a list that ends in 等) goes to staff too.
 */
export function judgeDeclared(leaf: Declared, asked: AssessmentInput): Judged {
  const { facts } = asked;
  const stated = (leaf.statement === 'intends' ? facts.intends : undefined) ?? facts.declared?.[leaf.statement];
  if (stated === undefined && leaf.field !== null) return judgePresentJob(leaf, leaf.field, asked);
  if (stated === undefined) return unknown(factOf(leaf.statement));
  const data = { statement: leaf.statement, ...(leaf.asks === undefined ? {} : { asks: leaf.asks }) };
  if (stated) return leaf.letter === null ? doubtful([doubt('declared-without-letter', leaf.source, data)]) : met();
  return leaf.no === 'review'
    ? doubtful([doubt('declared-no-to-judge', leaf.source, data)])
    : short(shortfall('declared-no', leaf.source, data));
}

/** At work in the field on the day. */
function judgePresentJob(leaf: Declared, field: NonNullable<Declared['field']>, asked: AssessmentInput): Judged {
  const { facts, on } = asked;
  // a question answered with yes or no goes before a list of jobs
  if (facts.jobs === undefined) return unknown(leaf.no === 'review' ? factOf(leaf.statement) : 'jobs');
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
  if (doubts.length > 0) return doubtful(doubts, turns);
  // who has no such job may still belong to another group that the notice names
  return leaf.no === 'review' ? unknown(factOf(leaf.statement)) : short(shortfall('not-working', leaf.source), turns);
}

const factOf = (statement: string): FactName => (statement === 'intends' ? 'intends' : `declared.${statement}`);
