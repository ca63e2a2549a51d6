import { results as contract } from '@jikaotong/shared/contract';
import { type Score, isScore } from '@jikaotong/shared/kernel';
import { SubjectCodeSchema } from '@jikaotong/shared/notice';
import { SPECIAL_MARKS } from '@jikaotong/shared/rules/results';
import * as z from 'zod/mini';
import type { Handle } from '../../platform/db';
import { type Actor, type Context, bodiesOf, refuse } from '../../platform/http';
import { serveSheet } from '../../platform/sheet-imports';
import { absentAtDoor } from '../invigilation';
import { loadNoticeVersion } from '../notices';
import { findSessionIn } from '../sessions';
import { exemptAmong } from './exempt';
import { countHeld } from './hold.repository';
import { importable } from './importable';
import { type Examinee, examineesIn, sheetSubjects } from './examinees';
import { recordScores } from './record-scores';
import { judgeImport } from './result.policy';
import { currentIn } from './result.repository';
import { scoreColumnsOf } from './score-column.repository';
import { type ScoreRow, alsoHeaded, leftHeaders, readColumns, readMarks } from './score-sheet';
import { judgeSheet } from './score-sheet.policy';

const Mark = z.object({
  participantId: z.string(),
  subject: SubjectCodeSchema,
  score: z.nullable(z.custom<Score>((value) => typeof value === 'number' && isScore(value))),
  special: z.nullable(z.enum(SPECIAL_MARKS)),
  version: z.number(),
});

/** What a sheet of marks belongs to, in the actor's scope. */
export async function openScores({ h, actor }: { readonly h: Handle; readonly actor: Actor }, id: string) {
  const session = await findSessionIn(h, bodiesOf(actor, contract.downloadScoreTemplate.who), id);
  if (!session) return refuse('not-found');
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const held = await countHeld(h, session.id);
  const mapped = await scoreColumnsOf(h, session.bodyId);
  return { session, held, mapped, subjects: sheetSubjects(notice, session.offeringCodes) };
}
type Opened = Awaited<ReturnType<typeof openScores>>;

/** Holds the marks of a sheet against those that count. */
export async function compareScores(
  { h }: Pick<Context, 'h'>,
  { session, subjects }: Pick<Opened, 'session' | 'subjects'>,
  rows: Parameters<typeof readMarks>[0],
) {
  const read = readMarks(rows, subjects);
  const examinees = await examineesIn(h, session.id);
  const given = {
    examinees,
    current: await currentIn(h, session.id),
    absent: await absentAtDoor(h, session.id),
    kept: await exemptAmong(h, session, exempted(read.rows, examinees)),
  };
  const judged = judgeSheet(read.rows, given);
  return { ...judged, problems: [...read.problems, ...judged.problems] };
}

/** Score sheets: compared mark by mark, and applied as further versions. */
export const scoreImport = serveSheet({
  name: 'scores',
  endpoints: contract.scoreSheet,
  open: openScores,
  // whose result is held is still to be marked
  judge: ({ session, held }, day) =>
    judgeImport(held > 0 ? { ...session, resultsPublishedOn: null } : importable(session), day),
  columns: ({ subjects, mapped }) => alsoHeaded(readColumns(subjects), mapped),
  leave: ({ subjects, mapped }) => leftHeaders(subjects, mapped),
  compare: compareScores,
  payload: Mark,
  apply: recordScores,
});

/** Those of whom a sheet says that they are exempt from something. */
function exempted(rows: readonly ScoreRow[], examinees: readonly Examinee[]): Examinee[] {
  const said = new Set(
    rows.filter(({ marks }) => [...marks.values()].includes('exempt')).map(({ ticketNumber }) => ticketNumber),
  );
  return examinees.filter(({ ticketNumber }) => said.has(ticketNumber));
}
