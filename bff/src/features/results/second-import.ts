import { results as contract } from '@jikaotong/shared/contract';
import { SubjectCodeSchema } from '@jikaotong/shared/notice';
import * as z from 'zod/mini';
import type { Context } from '../../platform/http';
import { type Chunk, serveSheet } from '../../platform/sheet-imports';
import { findSession, lockSession } from '../sessions';
import { examineesIn } from './examinees';
import { importable } from './importable';
import { publishLate } from './publish-results';
import { judgeImport } from './result.policy';
import { confirmMark, currentIn, currentOf } from './result.repository';
import { compareScores, openScores } from './score-import';
import { alsoHeaded, leftHeaders, readColumns, readMarks } from './score-sheet';
import { type AgreedMark, judgeSecondSheet } from './second-sheet.policy';

const Agreed = z.object({ markId: z.string(), participantId: z.string(), subject: SubjectCodeSchema });

/** The sheets of second persons: held against the first one's cell by cell; nothing of them is recorded but who confirms. */
export const secondImport = serveSheet({
  name: 'second-scores',
  endpoints: contract.secondScoreSheet,
  open: async (asked, id) => ({ ...(await openScores(asked, id)), accountId: asked.actor.accountId }),
  judge: ({ session }, day) => judgeImport(importable(session), day),
  columns: ({ subjects, mapped }) => alsoHeaded(readColumns(subjects), mapped),
  leave: ({ subjects, mapped }) => leftHeaders(subjects, mapped),
  compare: async (ctx, opened, rows) => {
    const { session, subjects, accountId } = opened;
    const compared = await compareScores(ctx, opened, rows);
    return judgeSecondSheet(readMarks(rows, subjects).rows, {
      compared,
      examinees: await examineesIn(ctx.h, session.id),
      current: await currentIn(ctx.h, session.id),
      accountId,
    });
  },
  payload: Agreed,
  apply: confirmAgreed,
});

/** Confirms the marks that are still those that were compared, in the name of whoever sent the sheet. */
async function confirmAgreed(
  ctx: Context,
  { subjectId: sessionId, accountId, changes }: Chunk<AgreedMark>,
): Promise<ReadonlyMap<string, string>> {
  await lockSession(ctx.h, sessionId);
  const session = await findSession(ctx.h, sessionId);
  const no = session ? judgeImport(importable(session), ctx.now.day) : { refused: 'not-found' as const };
  if (no) return new Map(changes.map(({ key }) => [key, no.refused]));
  const ids = [...new Set(changes.map(({ payload }) => payload.participantId))];
  const current = new Set((await currentOf(ctx.h, ids)).map(({ id }) => id));
  const refused = new Map<string, string>();
  for (const { key, payload } of changes) {
    const isDone =
      current.has(payload.markId) && (await confirmMark(ctx.h, payload.markId, { accountId, nowMs: ctx.now.ms }));
    if (!isDone) refused.set(key, 'changed-meanwhile');
  }
  await publishLate(ctx, sessionId, ids);
  ctx.audit('marks-confirmed', { sessionId }, { marks: changes.length - refused.size, how: 'second-sheet' });
  return refused;
}
