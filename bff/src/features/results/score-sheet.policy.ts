import type { SubjectCode } from '@jikaotong/shared/notice';
import { pointsOf } from '@jikaotong/shared/kernel';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import { specialMarkWord, subjectVerdictWord, subjectWord } from '@jikaotong/shared/words';
import type { SheetChange, Compared } from '../../platform/sheet-imports';
import type { SheetProblem } from '../../platform/sheets';
import type { Examinee } from './examinees';
import type { StoredResult } from './result.record';
import type { ScoreRow, SheetMark } from './score-sheet';

/** A mark to record, as the next version; without points and word: absent. */
export type NewMark = Pick<StoredResult, 'participantId' | 'subject' | 'score' | 'special' | 'version'>;

type Given = {
  readonly examinees: readonly Pick<Examinee, 'participantId' | 'ticketNumber' | 'name' | 'subjects' | 'publishedOn'>[];
  readonly current: readonly StoredResult[];
  /** Who did not come to which subject, as the doors know: `participant:subject`. */
  readonly absent: ReadonlySet<string>;
  /** Who keeps a pass of which subject from before: only they are exempt from it. */
  readonly kept: ReadonlySet<string>;
};

/** The marks of a sheet that are new or differ, who still has none, and everything wrong with its rows. */
export function judgeSheet(rows: readonly ScoreRow[], { examinees, current, absent, kept }: Given): Compared<NewMark> {
  const byNumber = new Map(examinees.map((examinee) => [examinee.ticketNumber, examinee]));
  const known = new Map(current.map((result) => [`${result.participantId}:${result.subject}`, result]));
  const changes: SheetChange<NewMark>[] = [];
  const problems: SheetProblem<string>[] = [];
  const filled = new Set<string>();
  let same = 0;
  for (const { row, ticketNumber, name, marks: cells } of rows) {
    const examinee = byNumber.get(ticketNumber);
    if (!examinee) {
      problems.push({ row, column: TICKET, code: 'ticket-unknown', value: ticketNumber });
      continue;
    }
    if (name !== '' && normaliseName(name) !== normaliseName(examinee.name))
      problems.push({ row, column: NAME, code: 'name-mismatch', value: name });
    for (const [subject, cell] of cells) {
      if (cell === null) continue;
      const taken = examinee.subjects.find((code) => code === subject);
      if (!taken) {
        problems.push({ row, column: subjectWord.any(subject), code: 'subject-not-taken', value: null });
        continue;
      }
      const key = `${examinee.participantId}:${taken}`;
      filled.add(key);
      const before = known.get(key);
      const mark = readAs(cell);
      // a mark would say in silence that somebody came who was noted absent: the attendance is put right first
      if ((mark.score !== null || mark.special === 'cheating') && absent.has(key))
        problems.push({ row, column: subjectWord(taken), code: 'absent-at-door', value: markWord(mark) });
      if (mark.special === 'exempt' && !kept.has(key))
        problems.push({ row, column: subjectWord(taken), code: 'no-kept-pass', value: null });
      if (before && isSameMark(before, mark)) same += 1;
      else if (examinee.publishedOn !== null)
        problems.push({ row, column: subjectWord(taken), code: 'already-published', value: markWord(mark) });
      else changes.push(changeOf(examinee, { row, subject: taken, mark, before }));
    }
  }
  for (const examinee of examinees)
    for (const subject of examinee.subjects) {
      const key = `${examinee.participantId}:${subject}`;
      if (!filled.has(key) && !known.has(key) && examinee.publishedOn === null)
        changes.push(missingOf(examinee, subject));
    }
  return { changes, same, problems };
}

const TICKET = '准考证号';
const NAME = '姓名';

type Person = Pick<Examinee, 'participantId' | 'ticketNumber' | 'name'>;

const labelOf = ({ name, ticketNumber }: Person): string => `${name}（${ticketNumber}）`;

/** What stands in the place of a mark. */
type Written = Pick<StoredResult, 'score' | 'special'>;

export const readAs = (cell: Exclude<SheetMark, null>): Written => {
  if (typeof cell === 'number') return { score: cell, special: null };
  return { score: null, special: cell === 'absent' ? null : cell };
};

export const isSameMark = (a: Written, b: Written): boolean => a.score === b.score && a.special === b.special;

/** As it is typed: `86.5`, 缺考. */
export const writtenMark = (mark: Written): string =>
  mark.score !== null && mark.special === null ? pointsOf(mark.score) : markWord(mark);

/** `86.5 分`, 缺考. */
export const markWord = ({ score, special }: Written): string => {
  if (special !== null) return specialMarkWord(special);
  return score === null ? subjectVerdictWord('absent') : `${pointsOf(score)} 分`;
};

function changeOf(
  person: Person,
  {
    row,
    subject,
    mark,
    before,
  }: { row: number; subject: SubjectCode; mark: Written; before: StoredResult | undefined },
): SheetChange<NewMark> {
  const from = before ? markWord(before) : null;
  return {
    kind: before ? 'changed' : 'added',
    key: `${person.participantId}:${subject}`,
    row,
    label: labelOf(person),
    changes: [{ column: subjectWord(subject), from, to: markWord(mark) }],
    payload: { participantId: person.participantId, subject, ...mark, version: (before?.version ?? 0) + 1 },
  };
}

/** Counted and named, so that nobody is forgotten; there is nothing to apply. */
const missingOf = (person: Person, subject: SubjectCode): SheetChange<NewMark> => ({
  kind: 'missing',
  key: `${person.participantId}:${subject}`,
  row: null,
  label: labelOf(person),
  changes: [{ column: subjectWord(subject), from: null, to: null }],
  payload: { participantId: person.participantId, subject, score: null, special: null, version: 0 },
});
