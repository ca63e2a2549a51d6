import { describe, expect, it } from 'vitest';
import { localDate, parseScore } from '../../kernel';
import type { RetakeRule, SubjectCode } from '../../notice';
import { type Mark, type PastRetake, judgeSubjects, keptPasses, outcomeOf, retakeOf } from './index';

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
const days = {
  examEnd: localDate('2026-05-10'),
  publishedOn: localDate('2026-05-15'),
  firstPublishedOn: localDate('2026-05-15'),
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

describe('keptPasses', () => {
  const kept = (theory: string | null, skill: string | null, given = rule, level = 5) =>
    keptPasses({ rule: given, level, verdicts: judge(theory, skill), days });

  it('keeps each passed subject a year from the first publication', () => {
    expect(kept('60', '59')).toEqual([{ subject: 'theory', until: '2027-05-15', source }]);
    expect(kept('59', '59')).toEqual([]);
  });

  it('follows the level and the day the notice counts from', () => {
    const shanghai: RetakeRule = {
      ...rule,
      kept: [
        { levels: [3], years: 2, chances: null, source },
        { levels: [2, 1], years: 3, chances: null, source },
      ],
      keptFrom: { value: 'exam-end', source },
    };
    expect(kept('60', '59', shanghai, 3)).toMatchObject([{ until: '2028-05-10' }]);
    expect(kept('60', '59', shanghai, 1)).toMatchObject([{ until: '2029-05-10' }]);
    expect(kept('60', '59', shanghai, 5)).toEqual([]);
  });
});

describe('retakeOf', () => {
  const retake = (
    [theory, skill]: [string | null, string | null],
    on: string,
    more: { pastRetakes?: PastRetake[]; rule?: RetakeRule | null } = {},
  ) => {
    const answer = retakeOf({
      rule: more.rule === undefined ? rule : more.rule,
      level: 5,
      verdicts: judge(theory, skill),
      days,
      pastRetakes: more.pastRetakes ?? [],
      day: localDate(on),
    });
    return answer.possible ? answer.subjects : answer.code;
  };

  it.each<[string, [string | null, string | null], string, SubjectCode[] | string]>([
    ['the failed subject', ['60', '59'], '2026-06-01', ['skill']],
    ['the missed subject', [null, '60'], '2026-06-01', ['theory']],
    ['on the last day', ['60', '59'], '2027-05-15', ['skill']],
    ['the day after', ['60', '59'], '2027-05-16', 'retake-over'],
    ['nothing to take again', ['60', '60'], '2026-06-01', 'retake-not-needed'],
    ['no pass to build on', ['59', '59'], '2026-06-01', 'retake-nothing-kept'],
  ])('%s', (_, marks, on, expected) => expect(retake(marks, on)).toEqual(expected));

  it('gives one chance, which absence uses up by the default setting', () => {
    const lenient: RetakeRule = { ...rule, absenceUsesChance: { value: false, source } };
    const unlimited: RetakeRule = { ...rule, kept: [{ levels: [], years: 1, chances: null, source }] };
    const on = '2026-06-01';
    expect(retake(['60', '59'], on, { pastRetakes: [{ absent: false }] })).toBe('retake-chances-used');
    expect(retake(['60', '59'], on, { pastRetakes: [{ absent: true }] })).toBe('retake-chances-used');
    expect(retake(['60', '59'], on, { pastRetakes: [{ absent: true }], rule: lenient })).toEqual(['skill']);
    expect(retake(['60', '59'], on, { pastRetakes: [{ absent: false }], rule: unlimited })).toEqual(['skill']);
    expect(retake(['60', '59'], on, { rule: null })).toBe('retake-unstated');
  });
});
