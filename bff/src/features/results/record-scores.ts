import { newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Chunk } from '../../platform/sheet-imports';
import { type Participant, findParticipants, report } from '../participants';
import { type Session, findSession, lockSession } from '../sessions';
import { noteAttendance, ticketsOf } from '../sittings';
import { completeAmong, examineesOf } from './examinees';
import { countHeld } from './hold.repository';
import { followMarks } from './holds';
import { importable } from './importable';
import { publishLate } from './publish-results';
import { judgeImport } from './result.policy';
import type { StoredResult } from './result.record';
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
  const anybody =
    session && (await countHeld(ctx.h, sessionId)) > 0
      ? { ...session, resultsPublishedOn: null }
      : session && importable(session);
  const no = anybody ? judgeImport(anybody, ctx.now.day) : { refused: 'not-found' as const };
  if (no) return new Map(changes.map(({ key }) => [key, no.refused]));
  const ids = [...new Set(changes.map(({ payload }) => payload.participantId))];
  const current = await currentOf(ctx.h, ids);
  const versions = new Map(current.map((result) => [`${result.participantId}:${result.subject}`, result.version]));
  const out = new Set((await findParticipants(ctx.h, ids)).filter(isPublished).map(({ id }) => id));
  const isNext = ({ key, payload }: (typeof changes)[number]) =>
    !out.has(payload.participantId) && payload.version === (versions.get(key) ?? 0) + 1;
  const marks = changes.filter(isNext).map(({ payload }) => payload);
  if (session && marks.length > 0) await writeMarks(ctx, session, { marks, current, accountId });
  return new Map(changes.filter((change) => !isNext(change)).map(({ key }) => [key, 'changed-meanwhile']));
}

const isPublished = ({ resultsPublishedOn }: Participant): boolean => resultsPublishedOn !== null;

/** Writes marks down as further versions, with all that follows from them. The session is locked. */
export async function writeMarks(
  ctx: Context,
  { id: sessionId, bodyId }: Pick<Session, 'id' | 'bodyId'>,
  given: { readonly marks: readonly NewMark[]; readonly current: readonly StoredResult[]; readonly accountId: string },
): Promise<void> {
  const { marks, current, accountId } = given;
  const by = { reviewId: null, recordedBy: accountId, recordedAt: ctx.now.ms, confirmedBy: null, confirmedAt: null };
  const recorded = marks.map((mark) => ({ id: newId(), sessionId, ...mark, ...by }));
  await insertResults(ctx.h, recorded);
  await noteWhoCame(ctx, marks);
  const ids = [...new Set(marks.map(({ participantId }) => participantId))];
  await followMarks(ctx, { sessionId, bodyId }, { marks, accountId, before: current });
  const examinees = await examineesOf(ctx.h, await ticketsOf(ctx.h, ids));
  const complete = completeAmong(examinees, [...current, ...recorded]).map(({ participantId }) => participantId);
  await report(ctx.h, complete, { resultsComplete: true });
  await publishLate(ctx, sessionId, complete);
}

/** A mark says that somebody came, an absence that nobody did; whoever is exempt or struck off says neither. */
export async function noteWhoCame(ctx: Context, marks: readonly Omit<NewMark, 'version'>[]): Promise<void> {
  for (const subject of new Set(marks.map((mark) => mark.subject)))
    for (const state of ['present', 'absent'] as const) {
      const of = marks.filter((mark) => mark.subject === subject && saysOf(mark) === state);
      await noteAttendance(ctx.h, subject, { participantIds: of.map(({ participantId }) => participantId), state });
    }
}

function saysOf({ score, special }: Pick<NewMark, 'score' | 'special'>): 'present' | 'absent' | null {
  if (special === 'exempt' || special === 'cancelled') return null;
  return score === null && special === null ? 'absent' : 'present';
}
