import { newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Chunk } from '../../platform/sheet-imports';
import { type Participant, findParticipants, report } from '../participants';
import { findSession, lockSession } from '../sessions';
import { noteAttendance, ticketsOf } from '../sittings';
import { completeAmong, examineesOf } from './examinees';
import { importable } from './importable';
import { judgeImport } from './result.policy';
import { currentOf, insertResults } from './result.repository';
import type { NewMark } from './score-sheet.policy';

/**
 * Records marks of a confirmed sheet, each as the version that follows the one it was compared with; a mark that
 * somebody recorded meanwhile stands, and after publication none is recorded.
 */
export async function recordScores(
  ctx: Context,
  { subjectId: sessionId, accountId, changes }: Chunk<NewMark>,
): Promise<ReadonlyMap<string, string>> {
  await lockSession(ctx.h, sessionId);
  const session = await findSession(ctx.h, sessionId);
  const no = session ? judgeImport(importable(session), ctx.now.day) : { refused: 'not-found' as const };
  if (no) return new Map(changes.map(({ key }) => [key, no.refused]));
  const ids = [...new Set(changes.map(({ payload }) => payload.participantId))];
  const current = await currentOf(ctx.h, ids);
  const versions = new Map(current.map((result) => [`${result.participantId}:${result.subject}`, result.version]));
  const out = new Set((await findParticipants(ctx.h, ids)).filter(isPublished).map(({ id }) => id));
  const isNext = ({ key, payload }: (typeof changes)[number]) =>
    !out.has(payload.participantId) && payload.version === (versions.get(key) ?? 0) + 1;
  const marks = changes.filter(isNext).map(({ payload }) => payload);
  const recorded = marks.map((mark) => ({
    id: newId(),
    sessionId,
    ...mark,
    reviewId: null,
    recordedBy: accountId,
    recordedAt: ctx.now.ms,
  }));
  if (recorded.length > 0) {
    await insertResults(ctx.h, recorded);
    await noteWhoCame(ctx, marks);
    const examinees = await examineesOf(ctx.h, await ticketsOf(ctx.h, ids));
    const complete = completeAmong(examinees, [...current, ...recorded]).map(({ participantId }) => participantId);
    await report(ctx.h, complete, { resultsComplete: true });
  }
  return new Map(changes.filter((change) => !isNext(change)).map(({ key }) => [key, 'changed-meanwhile']));
}

const isPublished = ({ resultsPublishedOn }: Participant): boolean => resultsPublishedOn !== null;

/** A mark says that somebody came, an absence that nobody did. */
export async function noteWhoCame(ctx: Context, marks: readonly Omit<NewMark, 'version'>[]): Promise<void> {
  for (const subject of new Set(marks.map((mark) => mark.subject)))
    for (const state of ['present', 'absent'] as const) {
      const of = marks.filter((mark) => mark.subject === subject && (mark.score === null) === (state === 'absent'));
      await noteAttendance(ctx.h, subject, { participantIds: of.map(({ participantId }) => participantId), state });
    }
}
