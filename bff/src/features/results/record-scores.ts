import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type SheetProblem, withCells } from '../../platform/sheets';
import { report } from '../participants';
import type { Session } from '../sessions';
import { noteAttendance } from '../sittings';
import { completeAmong, examineesIn } from './examinees';
import { currentIn, insertResults } from './result.repository';
import type { ScoreRow } from './score-sheet';
import { type NewMark, judgeSheet } from './score-sheet.policy';

/**
 * Records the marks of a sheet for a locked session, all rows or none. Refuses `sheet-refused` with `problems`; a mark
 * that stands already is left alone.
 */
export async function recordScores(
  c: Context,
  session: Session,
  sheet: {
    rows: readonly ScoreRow[];
    problems: readonly SheetProblem<string>[];
    letters: Readonly<Record<string, string>>;
    byAccountId: string;
  },
): Promise<{ recorded: number; unchanged: number; absent: number }> {
  const examinees = await examineesIn(c.h, session.id);
  const current = await currentIn(c.h, session.id);
  const judged = judgeSheet(sheet.rows, { examinees, current });
  const problems = withCells([...sheet.problems, ...judged.problems], sheet.letters);
  if (problems.length > 0) refuse('sheet-refused', { problems });
  const { marks, unchanged } = judged;
  const recorded = marks.map((mark) => ({
    id: newId(),
    sessionId: session.id,
    ...mark,
    reviewId: null,
    recordedBy: sheet.byAccountId,
    recordedAt: c.now.ms,
  }));
  if (recorded.length > 0) {
    await insertResults(c.h, recorded);
    await noteWhoCame(c, marks);
    const ids = completeAmong(examinees, [...current, ...recorded]).map(({ applicationId }) => applicationId);
    await report(c.h, { candidateIds: ids }, { resultsComplete: true });
  }
  const absent = marks.filter(({ score }) => score === null).length;
  c.audit('scores-imported', { sessionId: session.id }, { recorded: recorded.length, unchanged, absent });
  return { recorded: recorded.length, unchanged, absent };
}

/** A mark says that she was there, an absence that she was not. */
export async function noteWhoCame(c: Context, marks: readonly Omit<NewMark, 'version'>[]): Promise<void> {
  for (const subject of new Set(marks.map((mark) => mark.subject)))
    for (const state of ['present', 'absent'] as const) {
      const of = marks.filter((mark) => mark.subject === subject && (mark.score === null) === (state === 'absent'));
      await noteAttendance(c.h, subject, { applicationIds: of.map(({ applicationId }) => applicationId), state });
    }
}
