import type { SubjectCode } from '@jikaotong/shared/notice';
import { subjectWord } from '@jikaotong/shared/words';
import type { Compared, SheetChange } from '../../platform/sheet-imports';
import type { SheetProblem } from '../../platform/sheets';
import type { Examinee } from './examinees';
import type { StoredResult } from './result.record';
import type { ScoreRow } from './score-sheet';
import { type NewMark, isSameMark, markWord, readAs } from './score-sheet.policy';

/** A mark that a second person found the same. */
export type AgreedMark = { readonly markId: string; readonly participantId: string; readonly subject: SubjectCode };

/**
 * What a second person's sheet says of the first one's marks: `compared` is what it would change were it the only one. Every
 * cell that differs, and one's own marks, are problems; what is the same and unconfirmed is to be confirmed.
 */
export function judgeSecondSheet(
  rows: readonly ScoreRow[],
  given: {
    readonly compared: Compared<NewMark>;
    readonly examinees: readonly Pick<Examinee, 'participantId' | 'ticketNumber' | 'name'>[];
    readonly current: readonly StoredResult[];
    readonly accountId: string;
  },
): Compared<AgreedMark> {
  const { compared, accountId } = given;
  const people = new Map(given.examinees.map((one) => [one.ticketNumber, one]));
  const known = new Map(given.current.map((mark) => [`${mark.participantId}:${mark.subject}`, mark]));
  const changes: SheetChange<AgreedMark>[] = [];
  const problems: Compared<AgreedMark>['problems'][number][] = [
    ...compared.problems,
    ...compared.changes.flatMap(differenceOf),
  ];
  let same = 0;
  for (const { row, ticketNumber, marks } of rows)
    for (const [subject, cell] of marks) {
      const person = people.get(ticketNumber);
      const mark = person && known.get(`${person.participantId}:${subject}`);
      if (!person || !mark || cell === null || !isSameMark(mark, readAs(cell))) continue;
      const column = subjectWord(mark.subject);
      if (mark.confirmedBy !== null) same += 1;
      else if (mark.recordedBy === accountId) problems.push({ row, column, code: 'own-mark', value: markWord(mark) });
      else
        changes.push({
          kind: 'changed',
          key: `${mark.participantId}:${mark.subject}`,
          row,
          label: `${person.name}（${ticketNumber}）`,
          changes: [{ column, from: markWord(mark), to: markWord(mark) }],
          payload: { markId: mark.id, participantId: mark.participantId, subject: mark.subject },
        });
    }
  return { changes, same, problems };
}

/** A mark of which the first one says something else, or nothing; one that both leave empty is none. */
function differenceOf({ kind, row, changes }: SheetChange<NewMark>): SheetProblem<string>[] {
  const [change] = changes;
  if (kind === 'missing' || row === null || !change) return [];
  const value = kind === 'added' ? change.to : `${change.to}（先登的是 ${change.from}）`;
  return [{ row, column: change.column, code: kind === 'added' ? 'first-missing' : 'differs-from-first', value }];
}
