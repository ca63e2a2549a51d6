import type { SubjectCode } from '@jikaotong/shared/notice';
import { type Score, pointsOf } from '@jikaotong/shared/kernel';
import { normaliseName } from '@jikaotong/shared/rules/identity';
import { subjectVerdictWord, subjectWord } from '@jikaotong/shared/words';
import type { SheetChange, Compared } from '../../platform/sheet-imports';
import type { SheetProblem } from '../../platform/sheets';
import type { Examinee } from './examinees';
import type { StoredResult } from './result.record';
import type { ScoreRow } from './score-sheet';

/** A mark to record, as the next version; null score: absent. */
export type NewMark = Pick<StoredResult, 'participantId' | 'subject' | 'score' | 'version'>;

type Given = {
  readonly examinees: readonly Pick<Examinee, 'participantId' | 'ticketNumber' | 'name' | 'subjects' | 'publishedOn'>[];
  readonly current: readonly StoredResult[];
  /** Who did not come to which subject, as the doors know: `participant:subject`. */
  readonly absent: ReadonlySet<string>;
};

/** The marks of a sheet that are new or differ, who still has none, and everything wrong with its rows. */
export function judgeSheet(rows: readonly ScoreRow[], { examinees, current, absent }: Given): Compared<NewMark> {
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
      const score = cell === 'absent' ? null : cell;
      // a mark would say in silence that somebody came who was noted absent: the attendance is put right first
      if (score !== null && absent.has(key))
        problems.push({ row, column: subjectWord(taken), code: 'absent-at-door', value: markWord(score) });
      if (before && before.score === score) same += 1;
      else if (examinee.publishedOn !== null)
        problems.push({ row, column: subjectWord(taken), code: 'already-published', value: markWord(score) });
      else changes.push(changeOf(examinee, { row, subject: taken, score, before }));
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

const markWord = (score: Score | null): string =>
  score === null ? subjectVerdictWord('absent') : `${pointsOf(score)} 分`;

function changeOf(
  person: Person,
  {
    row,
    subject,
    score,
    before,
  }: { row: number; subject: SubjectCode; score: Score | null; before: StoredResult | undefined },
): SheetChange<NewMark> {
  const from = before ? markWord(before.score) : null;
  return {
    kind: before ? 'changed' : 'added',
    key: `${person.participantId}:${subject}`,
    row,
    label: labelOf(person),
    changes: [{ column: subjectWord(subject), from, to: markWord(score) }],
    payload: { participantId: person.participantId, subject, score, version: (before?.version ?? 0) + 1 },
  };
}

/** Counted and named, so that nobody is forgotten; there is nothing to apply. */
const missingOf = (person: Person, subject: SubjectCode): SheetChange<NewMark> => ({
  kind: 'missing',
  key: `${person.participantId}:${subject}`,
  row: null,
  label: labelOf(person),
  changes: [{ column: subjectWord(subject), from: null, to: null }],
  payload: { participantId: person.participantId, subject, score: null, version: 0 },
});
