import { type LocalDate, addYears, dayOfMonth, addDays } from '../../kernel';
import type { SubjectCode } from '../../notice';

/** One body's rule in plain numbers. */
export type PlainRule = {
  readonly years: number;
  readonly chances: number | null;
  readonly from: 'published' | 'first-published' | 'exam-end';
  readonly absenceCounts: boolean;
  readonly forfeits: boolean;
};
export type Happening =
  | { readonly on: LocalDate; readonly what: 'applied'; readonly id: string; readonly retakeOf: string | null }
  | {
      readonly on: LocalDate;
      readonly what: 'published';
      readonly id: string;
      readonly examEnd: LocalDate;
      readonly marks: ReadonlyMap<SubjectCode, 'passed' | 'failed' | 'absent' | 'cancelled'>;
    };
type Root = {
  readonly applied: string[];
  firstDay: LocalDate | null;
  readonly passes: Map<SubjectCode, LocalDate>;
  used: number;
  givenUp: boolean;
  done: boolean;
};

/**
 * The same question by another road, day after day: what happens changes a small state, and the state is asked at the end.
 * Says which subjects may be taken again, or null.
 */
export function secondRetake(
  happenings: readonly Happening[],
  given: { readonly rule: PlainRule; readonly rootId: string; readonly subjects: readonly SubjectCode[] },
  day: LocalDate,
): readonly SubjectCode[] | null {
  const { rule, rootId, subjects } = given;
  const root: Root = { applied: [], firstDay: null, passes: new Map(), used: 0, givenUp: false, done: false };
  const waiting = new Set<string>();
  const mine = new Set([rootId]);
  for (const one of happenings) {
    if (one.what === 'applied') {
      if (one.retakeOf === rootId) {
        mine.add(one.id);
        waiting.add(one.id);
      } else if (one.retakeOf === null && one.id !== rootId && rule.forfeits && keeps(root, one.on)) {
        root.givenUp = true;
      }
      continue;
    }
    if (!mine.has(one.id)) continue;
    waiting.delete(one.id);
    if (one.id === rootId) root.firstDay = one.on;
    else if (rule.absenceCounts || [...one.marks.values()].some((mark) => mark !== 'absent')) root.used += 1;
    const start =
      rule.from === 'published' ? one.on : rule.from === 'exam-end' ? one.examEnd : (root.firstDay ?? one.on);
    for (const [subject, mark] of one.marks)
      if (mark === 'passed') root.passes.set(subject, lastDay(start, rule.years));
    if ([...one.marks.values()].every((mark) => mark === 'passed')) root.done = true;
  }
  if (root.firstDay === null || root.done || root.givenUp || waiting.size > 0 || !keeps(root, day)) return null;
  if (rule.chances !== null && root.used >= rule.chances) return null;
  return subjects.filter((subject) => (root.passes.get(subject) ?? '') < day);
}

const keeps = (root: Root, day: LocalDate): boolean => [...root.passes.values()].some((until) => day <= until);

/** The same day so many years on; 29 February ends with the month. */
function lastDay(from: LocalDate, years: number): LocalDate {
  const day = addYears(from, years);
  return dayOfMonth(day) === dayOfMonth(from) ? day : addDays(day, -1);
}
