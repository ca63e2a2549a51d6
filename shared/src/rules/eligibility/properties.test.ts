import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocalDate, addDays, addYears, daysBetween, localDate } from '../../kernel';
import { type Facts, type Job, type Notice, leavesOf } from '../../notice';
import { readNoticeFile } from '../../notice-file';
import { type AssessmentCase, assessmentCases } from '../assessment-cases';
import { VERDICTS, assess, nearestMiss, nextQuestion } from './index';

/** `PROVE_COUNT` runs the same with many more cases. */
const runs = Number(process.env['PROVE_COUNT'] ?? 300);
/** The five, and one that the language was not made for. */
const folders = ['../../../notices/', '../../../../test/notices/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const notices = (await Promise.all(folders.map(noticesIn))).flat();
const ids = notices.map(({ id }) => id);

async function noticesIn(folder: string): Promise<Notice[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  return Promise.all(
    names.map(async (name) => {
      const file = await readNoticeFile(`${folder}${name}`);
      if (!file.ok) throw new Error(`${name}: ${JSON.stringify(file.error)}`);
      return file.value.notice;
    }),
  );
}
const noticeOf = (id: string): Notice => {
  const notice = notices.find((candidate) => candidate.id === id);
  if (!notice) throw new Error(`no notice ${id}`);
  return notice;
};

const judge = ({ noticeId, offeringCode, facts, on }: AssessmentCase) =>
  assess({ notice: noticeOf(noticeId), offeringCode, facts, on });
const rankOf = (given: AssessmentCase) => VERDICTS.indexOf(judge(given).verdict);

/** A candidate made from a seed; every offering of the notices comes up. */
const someCase = fc
  .tuple(fc.nat(), fc.nat({ max: 24 }))
  .map(([seed, skip]) => assessmentCases({ notices, count: skip + 1, seed })[skip])
  .filter((made): made is AssessmentCase => made !== undefined);

const holds = (property: (given: AssessmentCase, seed: number) => void) =>
  fc.assert(fc.property(someCase, fc.nat(), property), { numRuns: runs, seed: 20_260_108 });

describe('a table of made-up cases', () => {
  const table = assessmentCases({ notices, count: 2_000, seed: 7 });

  it('is the same for the same seed', () => {
    expect(assessmentCases({ notices, count: 2_000, seed: 7 })).toEqual(table);
    expect(assessmentCases({ notices, count: 50, seed: 8 })).not.toEqual(table.slice(0, 50));
  });

  it('shows every verdict of every notice', () => {
    const seen = new Set(table.map((given) => `${given.noticeId} ${judge(given).verdict}`));
    const all = ids.flatMap((id) => VERDICTS.map((verdict) => `${id} ${verdict}`));
    // 最低学历 is always judged by staff there
    expect(all.filter((each) => !seen.has(each))).toEqual(['shqbxh-2025-certification eligible']);
  });
});

describe('over all notices', () => {
  it('earliestOn is the first day that is not ineligible, and null where none comes', () => {
    holds((given) => {
      const { verdict, earliestOn, routes } = judge(given);
      expect(verdict === 'ineligible' || earliestOn === null).toBe(true);
      if (verdict !== 'ineligible') return;
      const isOpen = (on: LocalDate) => judge({ ...given, on }).verdict !== 'ineligible';
      const waited = daysToTry(given, earliestOn ?? addYears(given.on, 60));
      expect(waited.filter(isOpen)).toEqual([]);
      if (earliestOn === null) return;
      expect(earliestOn > given.on).toBe(true);
      expect(isOpen(earliestOn)).toBe(true);
      expect(nearestMiss({ verdict, earliestOn, routes, missing: [] })?.earliestOn).toBe(earliestOn);
    });
  });

  it('a yes stays a yes and a no a no when the unknown becomes known', () => {
    holds((given, seed) => {
      const [other] = assessmentCases({ notices: [noticeOf(given.noticeId)], count: 1, seed });
      const answers = Object.entries(other?.facts.declared ?? {}).filter(([name]) => !isReadOffJobs(given, name));
      const declared = { ...Object.fromEntries(answers), ...given.facts.declared };
      const facts = { ...other?.facts, ...given.facts, declared };
      const before = judge(given).verdict;
      const noWorse = VERDICTS.slice(0, VERDICTS.indexOf(before) + 1);
      const open = before === 'undecided' ? VERDICTS : before === 'ineligible' ? [before] : noWorse;
      expect(open).toContain(judge({ ...given, facts }).verdict);
    });
  });

  it('more work never makes a verdict worse', () => {
    holds((given, seed) => {
      const { jobs } = given.facts;
      if (!jobs) return;
      const facts = { ...given.facts, jobs: longer(jobs, given, seed) };
      expect(rankOf({ ...given, facts })).toBeLessThanOrEqual(rankOf(given));
    });
  });

  it('one more certificate, diploma, title or stay never makes a verdict worse', () => {
    holds((given, seed) => {
      const [other] = assessmentCases({ notices: [noticeOf(given.noticeId)], count: 1, seed });
      const more = (key: 'certificates' | 'diplomas' | 'titles' | 'residence'): Partial<Facts> =>
        given.facts[key] ? { [key]: [...given.facts[key], ...(other?.facts[key] ?? [])] } : {};
      for (const key of ['certificates', 'diplomas', 'titles', 'residence'] as const)
        expect(rankOf({ ...given, facts: { ...given.facts, ...more(key) } })).toBeLessThanOrEqual(rankOf(given));
    });
  });

  it('a longer wait undoes only what has an end: age, retirement, a job that stops', () => {
    holds((given, seed) => {
      const lasting = { ...given.facts, jobs: given.facts.jobs?.map((job) => ({ ...job, to: null })) };
      const facts = { ...lasting, birthDate: addYears(given.on, -20), sex: 'male' as const };
      const later = addDays(given.on, seed % 5_000);
      expect(rankOf({ ...given, facts, on: later })).toBeLessThanOrEqual(rankOf({ ...given, facts }));
    });
  });

  it('asks at most eight questions, none twice, and ends with a verdict', () => {
    holds((given) => {
      const notice = noticeOf(given.noticeId);
      const whole = known(given.facts);
      let facts: Facts = {};
      const asked: string[] = [];
      for (;;) {
        const question = nextQuestion({ notice, offeringCode: given.offeringCode, facts, on: given.on });
        if (question === null) break;
        expect(asked).not.toContain(question);
        asked.push(question);
        facts = { ...facts, ...answerTo(question, whole, facts) };
      }
      expect(asked.length).toBeLessThanOrEqual(8);
      const told = { ...whole, declared: facts.declared ?? {} };
      expect(judge({ ...given, facts }).verdict).toBe(judge({ ...given, facts: told }).verdict);
    });
  });
});

/** Whether jobs answer a statement too, as they say who is at work: an answer against them is another story. */
const isReadOffJobs = ({ noticeId, offeringCode }: AssessmentCase, statement: string): boolean => {
  const { conditions, offerings } = noticeOf(noticeId);
  const routes = offerings.find(({ code }) => code === offeringCode)?.routes ?? [];
  return [...conditions, ...routes.map(({ condition }) => condition)]
    .flatMap((tree) => leavesOf(tree))
    .some(({ leaf }) => leaf.kind === 'declared' && leaf.statement === statement && leaf.field !== null);
};

/** Every day of a short wait; of a long one its last days, and days spread over it. */
function daysToTry({ on }: AssessmentCase, until: LocalDate): readonly LocalDate[] {
  const wait = daysBetween(on, until);
  const steps = wait <= 60 ? wait : 90;
  const spread = Array.from({ length: steps }, (_, step) => addDays(on, Math.floor((wait * step) / steps)));
  const last = Array.from({ length: Math.min(wait, 5) }, (_, back) => addDays(until, -1 - back));
  return [...spread, ...last];
}

/** The same work and more: a start moved back, an end moved on, or another job. */
function longer(jobs: readonly Job[], { on }: AssessmentCase, seed: number): Job[] {
  const days = 1 + (seed % 900);
  const first = jobs[seed % Math.max(1, jobs.length)];
  const extra: Job = {
    occupation: seed % 2 === 0 ? (first?.occupation ?? '保安员') : '快递员',
    from: addDays(on, -(seed % 9_000)),
    to: seed % 3 === 0 ? null : addDays(on, -(seed % 9_000) + days),
  };
  if (!first || seed % 5 === 0) return [...jobs, extra];
  return jobs.map((job) =>
    job !== first
      ? job
      : seed % 2 === 0
        ? { ...job, from: addDays(job.from, -days) }
        : { ...job, to: job.to === null ? null : addDays(job.to, days) },
  );
}

/** All facts known: what the case left open becomes a plain answer. */
const known = (facts: Facts): Facts => ({
  birthDate: facts.birthDate ?? localDate('1990-05-01'),
  sex: facts.sex ?? 'female',
  womanLine: facts.womanLine ?? null,
  intends: facts.intends ?? false,
  jobs: facts.jobs ?? [],
  certificates: facts.certificates ?? [],
  diplomas: facts.diplomas ?? [],
  titles: facts.titles ?? [],
  residence: facts.residence ?? [],
  declared: facts.declared ?? {},
});

function answerTo(question: string, whole: Facts, sofar: Facts): Partial<Facts> {
  if (question.startsWith('declared.')) {
    const statement = question.slice('declared.'.length);
    return { declared: { ...sofar.declared, [statement]: whole.declared?.[statement] ?? false } };
  }
  const answers: Readonly<Record<string, Partial<Facts>>> = {
    birthDate: { birthDate: whole.birthDate },
    sex: { sex: whole.sex },
    womanLine: { womanLine: whole.womanLine },
    intends: { intends: whole.intends },
    jobs: { jobs: whole.jobs },
    certificates: { certificates: whole.certificates },
    diplomas: { diplomas: whole.diplomas },
    titles: { titles: whole.titles },
    residence: { residence: whole.residence },
  };
  return answers[question] ?? {};
}
