import { type Clause, type LocalDate, sameText } from '../../kernel';
import type { ConditionLeaf, FactName } from '../../notice';
import { type AssessmentInput, type Judged, daysOf, doubt, doubtful, met, short, shortfall, unknown } from './judged';
import { listWord, occupationFit } from './fields';
import { type HeldCredential, heldCredentials } from './judge-credentials';
import { type Span, certainSpan, daysCounted, daysNeeded, mergedSpans, reachedOn } from './spans';
import { sorted } from './sorted';

type Experience = Extract<ConditionLeaf, { kind: 'experience' }>;
type Residence = Extract<ConditionLeaf, { kind: 'residence' }>;

/**
 * 累计满N年: days in the field, overlapping jobs once; with `since`, only work from the paper's date on. Jobs and
 * papers off the lists count as possible: enough only with them is a doubt.
 */
export function judgeExperience(leaf: Experience, asked: AssessmentInput): Judged {
  const { facts, on } = asked;
  const papers = leaf.since === null ? null : heldCredentials(leaf.since, leaf.source, asked);
  if (leaf.since !== null && papers?.length === 0) return withoutPaper(leaf.since, leaf.source);
  // nobody who never worked needs to look for papers
  if (facts.jobs?.length === 0) return tooShort(leaf, [], on, []);
  const missing = missingFacts(leaf, papers === 'unknown', facts.jobs === undefined);
  if (facts.jobs === undefined || papers === 'unknown') return unknown(...missing);

  const jobs = facts.jobs.map((job) => ({ ...job, fit: occupationFit(asked, leaf.field, job.occupation) }));
  const listed = jobs.filter((job) => job.fit === 'match');
  const surePaper = firstOf(papers?.filter((paper) => paper.doubts.length === 0) ?? []);
  const anyPaper = firstOf(papers ?? []);
  const certain = listed.map(certainSpan);
  const surely = papers !== null && surePaper === null ? null : reached(certain, surePaper, leaf.years);
  const ifDaysCount = papers !== null && surePaper === null ? null : reached(listed, surePaper, leaf.years);
  const ifPaperCounts = reached(listed, anyPaper, leaf.years);
  const ifAllCounts = reached(jobs, anyPaper, leaf.years);
  const turns = daysOf(surely, ifDaysCount, ifPaperCounts, ifAllCounts);
  if (surely !== null && surely <= on) return met(turns);

  const dayDoubt = doubt('job-days-decide', leaf.source, { years: leaf.years });
  if (ifDaysCount !== null && ifDaysCount <= on) return doubtful([dayDoubt], turns);

  const isCertain = (some: readonly Span[]): boolean => {
    const day = reached(some, anyPaper, leaf.years);
    return day !== null && day <= on;
  };
  const paperDoubts = anyPaper?.doubts ?? [];
  if (ifPaperCounts !== null && ifPaperCounts <= on)
    return doubtful([...paperDoubts, ...(isCertain(certain) ? [] : [dayDoubt])], turns);
  const possible = mergedSpans(jobs, anyPaper?.on ?? null);
  if (ifAllCounts === null || on < ifAllCounts) return tooShort(leaf, possible, on, turns);
  const unlisted = jobs.flatMap(({ fit, occupation, from }) =>
    fit === 'match' || from >= on ? [] : [{ fit, occupation }],
  );
  const jobDoubts = [...new Set(unlisted.map(({ fit }) => listWord(fit)))].map((list) => {
    const names = unlisted.filter(({ fit }) => listWord(fit) === list).map(({ occupation }) => occupation);
    return doubt('job-occupation-not-listed', leaf.source, { list, occupations: [...new Set(names)] });
  });
  return doubtful([...jobDoubts, ...paperDoubts, ...(isCertain(jobs.map(certainSpan)) ? [] : [dayDoubt])], turns);
}

const reached = (jobs: readonly Span[], paper: HeldCredential | null, years: number): LocalDate | null =>
  reachedOn(mergedSpans(jobs, paper?.on ?? null), years);

/** The earliest paper; of two on one day the one without doubts. */
const firstOf = (papers: readonly HeldCredential[]): HeldCredential | null =>
  sorted(papers, (a, b) => (a.on === b.on ? a.doubts.length - b.doubts.length : a.on < b.on ? -1 : 1))[0] ?? null;

const missingFacts = (leaf: Experience, papers: boolean, jobs: boolean): FactName[] => [
  ...(jobs ? (['jobs'] as const) : []),
  ...(papers ? ([leaf.since?.kind === 'title' ? 'titles' : 'certificates'] as const) : []),
];

const withoutPaper = (since: NonNullable<Experience['since']>, source: Clause): Judged =>
  short(
    since.kind === 'certificate'
      ? shortfall('certificate-missing', source, { level: since.level })
      : shortfall('title-missing', source, { grade: since.grade }),
  );

const tooShort = (leaf: Experience, merged: readonly Span[], on: LocalDate, turns: readonly LocalDate[]): Judged =>
  short(
    shortfall('experience-short', leaf.source, {
      years: leaf.years,
      countedDays: daysCounted(merged, on),
      neededDays: daysNeeded(merged, leaf.years, on),
    }),
    turns,
  );

/** Years in a city at work or at school. */
export function judgeResidence(leaf: Residence, { facts, on }: AssessmentInput): Judged {
  if (facts.residence === undefined) return unknown('residence');
  const stays = facts.residence.filter(
    (stay) => plainCity(stay.city) === plainCity(leaf.city) && leaf.kinds.includes(stay.kind),
  );
  const merged = mergedSpans(stays);
  const reached = reachedOn(merged, leaf.years);
  if (reached !== null && reached <= on) return met();
  return short(
    shortfall('residence-short', leaf.source, {
      city: leaf.city,
      years: leaf.years,
      countedDays: daysCounted(merged, on),
      neededDays: daysNeeded(merged, leaf.years, on),
    }),
    daysOf(reached),
  );
}

const plainCity = (city: string): string => sameText(city).replace(/市$/u, '');
