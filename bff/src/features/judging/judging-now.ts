import { type Result, type Score, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { type JudgeBar, judgeBar } from '@jikaotong/shared/rules/judging';
import { combineMarks, outlyingMarks } from '@jikaotong/shared/rules/ranking';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { backersOf } from '../contests';
import { type DrawnPlace, drawnPlaces } from '../draws';
import { type NamedEntrant, namedEntrantsIn, standingOf } from '../stages';
import { type Judge, exceptionsOf, judgesOf } from './judge.repository';
import { type JudgeMark, type JudgingFailure, failuresOf, marksOf } from './judge-mark.repository';
import type { Judging, MarkingSheet } from './judging.repository';

/** A judge at a number. */
export type AtPlace = {
  readonly judge: Judge;
  /** Why not this one, where no exception was made. */
  readonly bar: JudgeBar | null;
  readonly excepted: boolean;
  /** Of the run that counts. */
  readonly mark: JudgeMark | null;
};

/** A drawn number as it stands. */
export type JudgedPlace = {
  readonly place: DrawnPlace;
  readonly run: number;
  /** Whether anybody waits for marks: an entrant who did not come gets none. */
  readonly isPresent: boolean;
  readonly judges: readonly AtPlace[];
};

export type JudgingNow = {
  readonly places: readonly JudgedPlace[];
  readonly judges: readonly Judge[];
  readonly failures: readonly JudgingFailure[];
  /** Whoever is noted absent and has a mark of a judge all the same, by the number of the roster. */
  readonly absentMarked: readonly NamedEntrant[];
};

/** How a part of a stage is judged at this moment, by position. */
export async function judgingNow(h: Handle, crypto: Crypto, judging: Judging): Promise<JudgingNow> {
  const places = [...(await drawnPlaces(h, judging.stageId)).values()].toSorted((a, b) => a.position - b.position);
  const judges = await judgesOf(h, judging.id);
  const failures = await failuresOf(h, judging.id);
  const runs = runsOf(failures);
  const marks = new Map((await marksOf(h, judging.id)).map((mark) => [keyOf(mark), mark]));
  const excepted = new Set(
    (
      await exceptionsOf(
        h,
        judges.map(({ id }) => id),
      )
    ).map(({ judgeId, placeId }) => `${judgeId}:${placeId}`),
  );
  const backers = await backersOf(
    h,
    crypto,
    places.map(({ candidateId }) => candidateId),
  );
  const entrants = await namedEntrantsIn(h, judging.stageId);
  const gone = new Set(entrants.flatMap((one) => (standingOf(one) === 'present' ? [] : [one.candidateId])));
  const judged = places.map((place): JudgedPlace => {
    const run = runs.get(place.id) ?? 1;
    return {
      place,
      run,
      isPresent: !gone.has(place.candidateId),
      judges: judges
        .filter((judge) => covers(judge, place))
        .map((judge): AtPlace => {
          const isExcepted = excepted.has(`${judge.id}:${place.id}`);
          const bar = judgeBar(judge, backers.get(place.candidateId) ?? NOBODY);
          const mark = marks.get(keyOf({ judgeId: judge.id, placeId: place.id, run })) ?? null;
          return { judge, bar: isExcepted ? null : bar, excepted: isExcepted, mark };
        }),
    };
  });
  const marked = new Set(judged.flatMap((at) => (countingOf(at).length > 0 ? [at.place.candidateId] : [])));
  return {
    judges,
    failures,
    places: judged,
    absentMarked: entrants.filter((one) => standingOf(one) === 'absent' && marked.has(one.candidateId)),
  };
}
const NOBODY = { unit: null, coach: null };

const keyOf = ({ judgeId, placeId, run }: Pick<JudgeMark, 'judgeId' | 'placeId' | 'run'>): string =>
  `${judgeId}:${placeId}:${run}`;

/** In which run each number is that started anew; any other is in its first. */
export function runsOf(failures: readonly JudgingFailure[]): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  for (const { placeId, again } of failures) if (again) runs.set(placeId, (runs.get(placeId) ?? 1) + 1);
  return runs;
}

/** Whether a number is of a judge's heats and stations. */
export const covers = (
  { heats, stations }: Pick<Judge, 'heats' | 'stations'>,
  { heat, station }: Pick<DrawnPlace, 'heat' | 'station'>,
): boolean => (heats?.includes(heat) ?? true) && (stations?.includes(station) ?? true);

/** Whose mark is to come: open judges who may mark it. */
export const expectedOf = ({ judges, isPresent }: JudgedPlace): readonly AtPlace[] =>
  isPresent ? judges.filter(({ judge, bar }) => judge.state === 'open' && bar === null) : [];

/** The marks that count, also of a judge who has left since, unless staff said that they do not. */
export const countingOf = ({ judges }: JudgedPlace): readonly JudgeMark[] =>
  judges.flatMap(({ judge, mark }) => (mark && judge.voidedAt === null ? [mark] : []));

/** Which heats begin later than at this instant; in a stage that runs ahead they are judged all the same. */
export const notBegunIn = ({ places }: Pick<JudgingNow, 'places'>, nowMs: number): readonly number[] => [
  ...new Set(
    places
      .filter(({ place }) => instantAt(place.day, timeOfDay(place.startsAt)) > nowMs)
      .map(({ place }) => place.heat),
  ),
];

/** How many marks lie far from the middle one. */
export const outliersIn = (
  { places }: Pick<JudgingNow, 'places'>,
  sheet: Pick<MarkingSheet, 'spread'> | null,
): number => (sheet === null ? 0 : places.reduce((sum, at) => sum + outliersOf(at, sheet).size, 0));

/** How many marks that were keyed in nobody else has checked; of numbers whose entrant is here. */
export const uncheckedIn = ({ places }: Pick<JudgingNow, 'places'>): number =>
  places
    .filter(({ isPresent }) => isPresent)
    .flatMap(countingOf)
    .filter(({ openBy }) => openBy !== null).length;

/** Everybody has marked it who should, and somebody has; a number without an entrant waits for nothing. */
export const isComplete = (at: JudgedPlace): boolean =>
  !at.isPresent || (countingOf(at).length > 0 && expectedOf(at).every(({ mark }) => mark !== null));

/** The one mark that several make by the rule of the sheet. */
export const combinedOf = (
  at: JudgedPlace,
  { rule }: Pick<MarkingSheet, 'rule'>,
): Result<Score, 'too-few-marks' | 'sum-too-high'> =>
  combineMarks(
    { judges: rule },
    countingOf(at).map(({ total }) => total),
  );

/** The marks that lie further from the middle one than the sheet allows, by their id. */
export function outliersOf(at: JudgedPlace, { spread }: Pick<MarkingSheet, 'spread'>): ReadonlySet<string> {
  if (spread === null) return new Set();
  const marks = countingOf(at);
  const far = outlyingMarks(
    marks.map(({ total }) => total),
    spread,
  );
  return new Set(marks.flatMap(({ id }, place) => (far.includes(place) ? [id] : [])));
}
