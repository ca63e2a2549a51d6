import type { Context } from '../../platform/http';
import { type Contest, stageEventOf } from '../contests';
import { rankingOf } from '../stages';
import { awardsOfContest } from './award.repository';
import { heldStages } from './computed';

/** An award that goes by another rank of its entrant than is published now; `rank`: the one now. */
type Apart = {
  readonly id: string;
  readonly number: number;
  readonly before: number;
  readonly rank: number | null;
};

/** Whose they are, once each, as `3号（第1名，现第24名）`. */
export const awardsApart = async (h: Context['h'], contest: Contest, of: string | null = null): Promise<string[]> => [
  ...new Set(
    (await apartIn(h, contest, of)).map(
      ({ number, before, rank }) => `${number}号（第${before}名，现${rank === null ? '无名次' : `第${rank}名`}）`,
    ),
  ),
];

/**
 * What was given by another rank than is published now of the last stage that was held, and of which staff have not said for this rank
 * that it stays; `of`: nothing where that is another stage.
 */
export async function apartIn(h: Context['h'], contest: Contest, of: string | null = null): Promise<readonly Apart[]> {
  const noticeId = contest.notice.id;
  const last = (await heldStages(h, contest)).held.at(-1);
  const stageId = last && (await stageEventOf(h, noticeId, last.code));
  if (stageId === undefined || (of !== null && of !== stageId)) return [];
  const rows = (await rankingOf(h, stageId))?.rows ?? [];
  const given = (await awardsOfContest(h, noticeId)).filter(
    ({ recipient, state }) => recipient === 'entrant' && state === 'given',
  );
  return rows.flatMap(({ candidateId, number, rank }) =>
    given.flatMap((award) => {
      const before = award.candidateId === candidateId ? award.rank : null;
      if (before === null || before === rank || award.keptRank === (rank ?? 0)) return [];
      return [{ id: award.id, number, before, rank }];
    }),
  );
}
