import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocalDate, PASS_SCORE, addDays, localDate } from '../../kernel';
import type { RetakeRule, SubjectCode } from '../../notice';
import { type Attempt, passStandingOf } from './index';
import { type Happening, type PlainRule, secondRetake } from './second-passes.testing';

/** `PROVE_COUNT` runs the same with many more histories. */
const numRuns = Number(process.env['PROVE_COUNT'] ?? 300);
const seed = Number(process.env['PROVE_SEED'] ?? 20_261_129);

const source = { clause: '三（六）', quote: '单科合格成绩保留一年' };
const ruleOf = (plain: PlainRule): RetakeRule => ({
  kept: [{ levels: [], years: plain.years, chances: plain.chances, source }],
  keptFrom: { value: plain.from, source },
  absenceUsesChance: { value: plain.absenceCounts, source },
  newApplicationForfeits: { value: plain.forfeits, source },
  through: { value: 'application-flow', source },
});
/** B26, S25 at its second level and E24 as their notices have them, and what no notice has yet. */
const BODIES: readonly PlainRule[] = [
  { years: 1, chances: 1, from: 'first-published', absenceCounts: true, forfeits: false },
  { years: 3, chances: null, from: 'first-published', absenceCounts: true, forfeits: true },
  { years: 1, chances: 1, from: 'first-published', absenceCounts: true, forfeits: true },
];
const others = fc.record({
  years: fc.integer({ min: 1, max: 3 }),
  chances: fc.constantFrom(null, 1, 2),
  from: fc.constantFrom('published' as const, 'first-published' as const, 'exam-end' as const),
  absenceCounts: fc.boolean(),
  forfeits: fc.boolean(),
});
const rules = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BODIES) }, { weight: 2, arbitrary: others });
const mark = fc.constantFrom('passed', 'passed', 'failed', 'absent', 'cancelled');
const SUBJECTS: readonly SubjectCode[] = ['theory', 'skill', 'review'];

/** What somebody does next, and how it goes. */
const step = fc.record({
  afterDays: fc.integer({ min: 1, max: 260 }),
  /** A retake where it may be, else all anew. */
  again: fc.constantFrom('retake', 'retake', 'retake', 'new'),
  fate: fc.constantFrom('examined', 'examined', 'examined', 'withdrawn', 'waiting'),
  marks: fc.tuple(mark, mark, mark),
  waits: fc.integer({ min: 20, max: 90 }),
});
const history = fc.record({
  rule: rules,
  three: fc.boolean(),
  begins: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(localDate('2024-02-20'), days)),
  first: fc.tuple(mark, mark, mark),
  steps: fc.array(step, { maxLength: 6 }),
  asked: fc.integer({ min: 0, max: 500 }),
});
type Story = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** The same story as applications that the rule reads, and as what happened, day by day. */
function tell({ rule: plain, three, begins, first, steps, asked }: Story) {
  const rule = ruleOf(plain);
  const subjects = three ? SUBJECTS : SUBJECTS.slice(0, 2);
  const attempts: Attempt[] = [];
  const happenings: Happening[] = [];
  const taken = (of: readonly SubjectCode[], marks: Story['first']) =>
    new Map(of.map((subject) => [subject, marks[SUBJECTS.indexOf(subject)] ?? 'failed'] as const));
  const apply = (id: string, retakeOf: string | null, on: LocalDate) => {
    attempts.push({ id, retakeOf, appliedOn: on, rule, level: 3, result: null });
    happenings.push({ on, what: 'applied', id, retakeOf });
  };
  const publish = (id: string, of: readonly SubjectCode[], given: { marks: Story['first']; on: LocalDate }) => {
    const marks = taken(of, given.marks);
    const examEnd = addDays(given.on, -7);
    const at = attempts.findIndex((one) => one.id === id);
    const before = attempts[at];
    if (!before) throw new Error(`nobody applied as ${id}`);
    const verdicts = subjects.map((subject) => {
      const verdict = marks.get(subject);
      return { subject, verdict: verdict ?? ('kept' as const), score: verdict === 'passed' ? PASS_SCORE : null };
    });
    attempts[at] = { ...before, result: { examEnd, publishedOn: given.on, verdicts } };
    happenings.push({ on: given.on, what: 'published', id, examEnd, marks });
  };
  apply('root', null, begins);
  let day = addDays(begins, 30);
  publish('root', subjects, { marks: first, on: day });
  for (const [at, { afterDays, again, fate, marks, waits }] of steps.entries()) {
    day = addDays(day, afterDays);
    const now = secondRetake(happenings, { rule: plain, rootId: 'root', subjects }, day);
    const isRetake = again === 'retake' && now !== null;
    // withdrawn before it was examined: as if it had never been
    if (fate === 'withdrawn') continue;
    apply(`a${at}`, isRetake ? 'root' : null, day);
    if (fate === 'waiting') continue;
    day = addDays(day, waits);
    publish(`a${at}`, isRetake ? now : subjects, { marks, on: day });
  }
  return { plain, subjects, attempts, happenings, day: addDays(day, asked) };
}

describe('histories of sittings, absences, retakes and new applications', () => {
  const first = ({ attempts, day }: ReturnType<typeof tell>) => {
    const [root] = attempts;
    if (!root) throw new Error('a story without a beginning');
    const standing = passStandingOf(attempts, root, day);
    return standing.no === null ? standing.subjects : null;
  };
  const second = ({ happenings, plain, subjects, day }: ReturnType<typeof tell>, rule: PlainRule = plain) =>
    secondRetake(happenings, { rule, rootId: 'root', subjects }, day);

  it('allow the same subjects by the rule and by a second plain calculation', () => {
    fc.assert(
      fc.property(history, (story) => {
        const told = tell(story);
        expect(first(told)).toEqual(second(told));
      }),
      { numRuns, seed },
    );
  });

  it('are told apart from a calculation that lets a pass live a day longer, or an absence cost nothing', () => {
    const stories = fc.sample(history, { numRuns: 400, seed }).map(tell);
    const differ = (change: (plain: PlainRule) => PlainRule) =>
      stories.filter((told) => JSON.stringify(first(told)) !== JSON.stringify(second(told, change(told.plain))));
    expect(differ((plain) => ({ ...plain, years: plain.years + 1 })).length).toBeGreaterThan(0);
    expect(differ((plain) => ({ ...plain, absenceCounts: !plain.absenceCounts })).length).toBeGreaterThan(0);
    expect(differ((plain) => ({ ...plain, forfeits: !plain.forfeits })).length).toBeGreaterThan(0);
    expect(differ((plain) => plain).length).toBe(0);
    expect(stories.filter((told) => first(told) !== null).length).toBeGreaterThan(20);
  });
});
