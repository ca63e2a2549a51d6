import { normaliseName } from '@jikaotong/shared/rules/identity';
import { subjectWord } from '@jikaotong/shared/words';
import type { SheetProblem } from '../../platform/sheets';
import type { Examinee } from './examinees';
import type { StoredResult } from './result.record';
import type { ScoreRow } from './score-sheet';

/** A mark to record, as the next version; null score: absent. */
export type NewMark = Pick<StoredResult, 'applicationId' | 'subject' | 'score' | 'version'>;

/** The marks of a sheet that are new or differ, and everything wrong with its rows. */
export function judgeSheet(
  rows: readonly ScoreRow[],
  given: {
    examinees: readonly Pick<Examinee, 'applicationId' | 'ticketNumber' | 'name' | 'subjects'>[];
    current: readonly StoredResult[];
  },
): { marks: readonly NewMark[]; unchanged: number; problems: readonly SheetProblem<string>[] } {
  const byNumber = new Map(given.examinees.map((examinee) => [examinee.ticketNumber, examinee]));
  const known = new Map(given.current.map((result) => [`${result.applicationId} ${result.subject}`, result]));
  const marks: NewMark[] = [];
  const problems: SheetProblem<string>[] = [];
  let unchanged = 0;
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
      const { applicationId } = examinee;
      const before = known.get(`${applicationId} ${taken}`);
      const score = cell === 'absent' ? null : cell;
      if (before && before.score === score) unchanged += 1;
      else marks.push({ applicationId, subject: taken, score, version: (before?.version ?? 0) + 1 });
    }
  }
  return { marks, unchanged, problems };
}

const TICKET = '准考证号';
const NAME = '姓名';
