import { type LocalDate, addDays, printedClause } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { notAfter, notBefore, spanOf, withinWindow } from '@jikaotong/shared/rules/progress';
import { type SubjectVerdict, judgeSubjects } from '@jikaotong/shared/rules/results';
import type { Refused } from '../../platform/http';
import type { Session } from '../sessions';
import type { StoredResult } from './result.record';

type SessionDays = Pick<Session, 'examEnd' | 'resultsPublishedOn' | 'windows'>;
type Marked = Pick<StoredResult, 'participantId' | 'subject' | 'score'> & Partial<Pick<StoredResult, 'special'>>;

/** Marks are recorded from the last exam day on, until they are published. */
export const judgeImport = ({ examEnd, resultsPublishedOn }: SessionDays, day: LocalDate): Refused | null =>
  resultsPublishedOn === null ? refusedOf(notBefore(examEnd, day)) : { refused: 'already-published' };

/** Results are published once, after the last paper of all, when every subject of every candidate has a mark or an absence. */
export function judgePublication(
  { examEnd, paperDays, resultsPublishedOn }: SessionDays & Pick<Session, 'paperDays'>,
  given: {
    day: LocalDate;
    unmarked: number;
    candidates: number;
    /** Subjects whose time is not announced yet. */
    awaited: readonly SubjectCode[];
  },
): Refused | null {
  if (resultsPublishedOn !== null) return { refused: 'already-published' };
  const { awaited } = given;
  const lastDay = paperDays.reduce((last, { day }) => (day > last ? day : last), examEnd);
  const early = refusedOf(notBefore(addDays(lastDay, 1), given.day));
  if (early) return early;
  if (awaited.length > 0) return { refused: 'results-incomplete', data: { missing: given.unmarked, awaited } };
  if (given.unmarked === 0 && given.candidates > 0) return null;
  return { refused: 'results-incomplete', data: { missing: given.unmarked } };
}

/** The public list is open while publicity runs and no day longer (DOMAIN §10); where the notice has none, there is none. */
export function judgePublicity({ resultsPublishedOn, windows }: SessionDays, day: LocalDate): Refused | null {
  if (!windows.some(({ kind }) => kind === 'publicity'))
    return { refused: 'wrong-state', data: { state: 'no-publicity', ...resultsClause({ windows }) } };
  if (resultsPublishedOn === null) return { refused: 'not-published' };
  return refusedOf(notAfter(spanOf(windows, 'publicity').closes, day));
}

/** A score review is asked for inside its window only (B26 三（五）1), about a subject that was taken. */
export function judgeAsking(
  session: Pick<SessionDays, 'windows'>,
  given: { published: boolean; taken: boolean; day: LocalDate },
): Refused | null {
  if (!given.published) return { refused: 'not-published' };
  if (!session.windows.some(({ kind }) => kind === 'review'))
    return { refused: 'wrong-state', data: { state: 'no-review', ...resultsClause(session) } };
  const outside = refusedOf(withinWindow(session.windows, 'review', given.day));
  if (outside) return outside;
  return given.taken ? null : { refused: 'wrong-state', data: { state: 'subject-not-taken' } };
}

/** Where the notice prints how results are told: what is not there is not offered. */
const resultsClause = ({ windows }: Pick<SessionDays, 'windows'>): { clause?: string } => {
  const source = windows.find(({ kind }) => kind === 'results')?.source;
  const clause = source ? printedClause(source) : null;
  return clause === null ? {} : { clause };
};

const refusedOf = (refusal: { code: Refused['refused']; data: Refused['data'] } | null): Refused | null =>
  refusal && { refused: refusal.code, data: refusal.data ?? {} };

/** Every subject a participant sat, judged, with those kept from before. */
export const verdictsOf = (
  {
    participantId,
    subjects,
    kept,
    cancelled,
  }: {
    readonly participantId: string;
    readonly subjects: readonly SubjectCode[];
    readonly kept: readonly SubjectCode[];
    readonly cancelled: readonly SubjectCode[];
  },
  results: readonly Marked[],
): readonly SubjectVerdict[] =>
  judgeSubjects({
    subjects: [...kept, ...subjects],
    kept,
    cancelled,
    marks: results.filter((result) => result.participantId === participantId),
  });
