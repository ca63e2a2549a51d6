import type { Context } from '../../platform/http';
import { type Contest, stageEventOf } from '../contests';
import { rankingOf } from '../stages';
import { awardsOfContest } from './award.repository';
import { heldStages } from './computed';

/**
 * Whoever was given an award by another rank than is published now of the last stage that was held, as `3号（第1名，现第24名）`;
 * `of`: nobody where that is another stage.
 */
export async function awardsApart(h: Context['h'], contest: Contest, of: string | null = null): Promise<string[]> {
  const noticeId = contest.notice.id;
  const last = (await heldStages(h, contest)).held.at(-1);
  const stageId = last && (await stageEventOf(h, noticeId, last.code));
  if (stageId === undefined || (of !== null && of !== stageId)) return [];
  const rows = (await rankingOf(h, stageId))?.rows ?? [];
  const given = (await awardsOfContest(h, noticeId)).filter(
    ({ recipient, state }) => recipient === 'entrant' && state === 'given',
  );
  return rows.flatMap(({ candidateId, number, rank }) => {
    const before = given.find((award) => award.candidateId === candidateId && award.rank !== null)?.rank ?? null;
    if (before === null || before === rank) return [];
    return [`${number}号（第${before}名，现${rank === null ? '无名次' : `第${rank}名`}）`];
  });
}
