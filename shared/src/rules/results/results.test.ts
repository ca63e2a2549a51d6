import { describe, expect, it } from 'vitest';
import { localDate, parseScore } from '../../kernel';
import type { RetakeRule, SubjectCode } from '../../notice';
import { type Attempt, type Mark, judgeSubjects, outcomeOf, passStandingOf } from './index';

const source = { clause: '三（六）', quote: '单科合格成绩保留一年, 一年内有一次补考机会' };
const rule: RetakeRule = {
  kept: [{ levels: [], years: 1, chances: 1, source }],
  keptFrom: { value: 'first-published', source },
  absenceUsesChance: { value: true, source },
  newApplicationForfeits: { value: false, source },
  through: { value: 'application-flow', source },
};
const mark = (subject: SubjectCode, points: string | null): Mark => {
  const parsed = points === null ? null : parseScore(points);
  if (parsed && !parsed.ok) throw new Error(`not points: ${points}`);
  return { subject, score: parsed ? parsed.value : null };
};
const judge = (theory: string | null, skill: string | null, kept: SubjectCode[] = []) =>
  judgeSubjects({
    subjects: ['theory', 'skill'],
    marks: [mark('theory', theory), mark('skill', skill)].filter(({ subject }) => !kept.includes(subject)),
    kept,
  });
type Sitting = [string | null, string | null];
const root = ([theory, skill]: Sitting, more: Partial<Attempt> = {}): Attempt => ({
  id: 'root',
  retakeOf: null,
  appliedOn: localDate('2026-04-01'),
  rule,
  level: 5,
  result: {
    examEnd: localDate('2026-05-10'),
    publishedOn: localDate('2026-05-15'),
    verdicts: judge(theory, skill),
  },
  ...more,
});
/** A retake of the practical subject, examined in September; undefined: not examined yet. */
const retake = (skill: string | null | undefined, more: Partial<Attempt> = {}): Attempt => ({
  ...root(['60', '59']),
  id: 'again',
  retakeOf: 'root',
  appliedOn: localDate('2026-08-01'),
  result:
    skill === undefined
      ? null
      : {
          examEnd: localDate('2026-09-10'),
          publishedOn: localDate('2026-09-15'),
          verdicts: judge('60', skill, ['theory']),
        },
  ...more,
});
const standing = (on: string, first: Attempt, ...others: Attempt[]) =>
  passStandingOf([first, ...others], first, localDate(on));
const answer = (on: string, first: Attempt, ...others: Attempt[]) => {
  const { no, subjects } = standing(on, first, ...others);
  return no ?? subjects;
};

describe('outcomeOf', () => {
  it.each<[string | null, string | null, string]>([
    ['60', '60', 'passed'],
    ['59.99', '60', 'failed'],
    ['60', '59.99', 'failed'],
    ['100', '59', 'failed'],
    ['0', '0', 'failed'],
    ['100', null, 'failed'],
    [null, null, 'absent'],
  ])('theory %s, skill %s: %s', (theory, skill, outcome) => expect(outcomeOf(judge(theory, skill))).toBe(outcome));

  it('is incomplete while a mark is missing', () => {
    const verdicts = judgeSubjects({ subjects: ['theory', 'skill'], marks: [mark('theory', '90')] });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['passed', 'unrecorded']);
    expect(outcomeOf(verdicts)).toBe('incomplete');
    expect(outcomeOf([])).toBe('incomplete');
  });

  it('counts a kept pass', () => {
    expect(outcomeOf(judge('60', '60', ['theory']))).toBe('passed');
    expect(outcomeOf(judge('60', '59', ['theory']))).toBe('failed');
    expect(outcomeOf(judge('60', null, ['theory']))).toBe('absent');
  });
});

describe('passes kept', () => {
  it('count a year from the first publication', () => {
    const pass = { subject: 'theory', from: '2026-05-15', until: '2027-05-15', examEnd: '2026-05-10', source };
    expect(standing('2026-06-01', root(['60', '59'])).passes).toEqual([pass]);
    expect(standing('2026-06-01', root(['59', '59'])).passes).toEqual([]);
  });

  it('follow the level and the day the notice counts from', () => {
    const shanghai: RetakeRule = {
      ...rule,
      kept: [
        { levels: [3], years: 2, chances: null, source },
        { levels: [2, 1], years: 3, chances: null, source },
      ],
      keptFrom: { value: 'exam-end', source },
    };
    const until = (level: number) => standing('2026-06-01', root(['60', '59'], { rule: shanghai, level })).until;
    expect([until(3), until(1), until(5)]).toEqual(['2028-05-10', '2029-05-10', null]);
  });

  it('of a retake count from the first publication, or from its own', () => {
    const failing = retake('59', {
      result: {
        examEnd: localDate('2026-09-10'),
        publishedOn: localDate('2026-09-15'),
        verdicts: judge(null, '60'),
      },
    });
    const untilBy = (keptFrom: RetakeRule['keptFrom']['value']) => {
      const given = { ...rule, keptFrom: { value: keptFrom, source } };
      return standing('2026-10-01', root(['59', '60'], { rule: given }), failing).passes.map(({ until }) => until);
    };
    expect(untilBy('first-published')).toEqual(['2027-05-15']);
    expect(untilBy('published')).toEqual(['2027-09-15']);
    expect(untilBy('exam-end')).toEqual(['2027-09-10']);
  });
});

describe('a retake', () => {
  it.each<[string, Sitting, string, SubjectCode[] | string]>([
    ['of the failed subject', ['60', '59'], '2026-06-01', ['skill']],
    ['of the missed subject', [null, '60'], '2026-06-01', ['theory']],
    ['on the last day', ['60', '59'], '2027-05-15', ['skill']],
    ['the day after', ['60', '59'], '2027-05-16', 'retake-over'],
    ['of nothing', ['60', '60'], '2026-06-01', 'retake-not-needed'],
    ['without a pass to build on', ['59', '59'], '2026-06-01', 'retake-nothing-kept'],
  ])('%s', (_, marks, on, expected) => expect(answer(on, root(marks))).toEqual(expected));

  it('has one chance, which absence uses up by the default setting', () => {
    const lenient: RetakeRule = { ...rule, absenceUsesChance: { value: false, source } };
    const unlimited: RetakeRule = { ...rule, kept: [{ levels: [], years: 1, chances: null, source }] };
    const on = '2026-10-01';
    const failed = root(['60', '59']);
    expect(answer(on, failed, retake('59'))).toBe('retake-chances-used');
    expect(answer(on, failed, retake(null))).toBe('retake-chances-used');
    expect(answer(on, root(['60', '59'], { rule: lenient }), retake(null))).toEqual(['skill']);
    expect(answer(on, root(['60', '59'], { rule: lenient }), retake('59'))).toBe('retake-chances-used');
    expect(answer(on, root(['60', '59'], { rule: unlimited }), retake('59'))).toEqual(['skill']);
    expect(answer(on, root(['60', '59'], { rule: null }))).toBe('retake-unstated');
    expect(answer(on, failed, retake('60'))).toBe('retake-not-needed');
  });

  it('that is under way is the only one', () => {
    expect(standing('2026-08-02', root(['60', '59']), retake(undefined))).toMatchObject({
      no: 'retake-under-way',
      by: { id: 'again' },
    });
  });

  it('is given up by a new application, handed in while something is kept', () => {
    const strict: RetakeRule = { ...rule, newApplicationForfeits: { value: true, source } };
    const anew = (appliedOn: string | null, given = strict) =>
      root(['59', '59'], { id: 'new', rule: given, result: null, appliedOn: appliedOn ? localDate(appliedOn) : null });
    const on = '2027-05-15';
    const failed = root(['60', '59']);
    expect(standing(on, failed, anew('2026-05-15'))).toMatchObject({
      no: 'retake-forfeited',
      by: { id: 'new', source },
    });
    expect(answer(on, failed, anew('2026-05-14'))).toEqual(['skill']);
    expect(answer(on, failed, anew('2027-05-15'))).toBe('retake-forfeited');
    expect(answer(on, failed, anew('2027-05-16'))).toEqual(['skill']);
    expect(answer(on, failed, anew(null))).toEqual(['skill']);
    expect(answer(on, failed, anew('2026-06-01', rule))).toEqual(['skill']);
  });

  it('from before keeps the day that was printed then, and the chances used since', () => {
    const earlier = (chancesUsed: number) => ({ earlier: { until: localDate('2026-12-31'), chancesUsed } });
    expect(answer('2026-12-31', root(['60', '59'], earlier(0)))).toEqual(['skill']);
    expect(answer('2027-01-01', root(['60', '59'], earlier(0)))).toBe('retake-over');
    expect(answer('2026-12-31', root(['60', '59'], earlier(1)))).toBe('retake-chances-used');
  });
});
