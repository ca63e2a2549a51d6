import { results as contract } from '@jikaotong/shared/contract';
import { type Score, isScore } from '@jikaotong/shared/kernel';
import { SubjectCodeSchema } from '@jikaotong/shared/notice';
import * as z from 'zod/mini';
import { bodiesOf, refuse } from '../../platform/http';
import { serveSheet } from '../../platform/sheet-imports';
import { absentAtDoor } from '../invigilation';
import { loadNoticeVersion } from '../notices';
import { findSessionIn } from '../sessions';
import { importable } from './importable';
import { examineesIn, sheetSubjects } from './examinees';
import { recordScores } from './record-scores';
import { judgeImport } from './result.policy';
import { currentIn } from './result.repository';
import { readColumns, readMarks } from './score-sheet';
import { judgeSheet } from './score-sheet.policy';

const Mark = z.object({
  participantId: z.string(),
  subject: SubjectCodeSchema,
  score: z.nullable(z.custom<Score>((value) => typeof value === 'number' && isScore(value))),
  version: z.number(),
});

/** Score sheets: compared mark by mark, and applied as further versions. */
export const scoreImport = serveSheet({
  name: 'scores',
  endpoints: contract.scoreSheet,
  open: async ({ h, actor }, id) => {
    const session = await findSessionIn(h, bodiesOf(actor, contract.downloadScoreTemplate.who), id);
    if (!session) return refuse('not-found');
    const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
    return { session, subjects: sheetSubjects(notice, session.offeringCodes) };
  },
  judge: ({ session }, day) => judgeImport(importable(session), day),
  columns: ({ subjects }) => readColumns(subjects),
  compare: async ({ h }, { session, subjects }, rows) => {
    const read = readMarks(rows, subjects);
    const given = {
      examinees: await examineesIn(h, session.id),
      current: await currentIn(h, session.id),
      absent: await absentAtDoor(h, session.id),
    };
    const judged = judgeSheet(read.rows, given);
    return { ...judged, problems: [...read.problems, ...judged.problems] };
  },
  payload: Mark,
  apply: recordScores,
});
