import { type Result, ok } from '@jikaotong/shared/kernel';
import type { ContestRule } from '@jikaotong/shared/notice';
import { readNoticeDraft } from '@jikaotong/shared/notice-file';
import { type Problem, refused } from './answer';
import { noticePath } from './find-notice';

/** The competition that a notice announces. */
export async function findContest(subject: string): Promise<Result<ContestRule, readonly Problem[]>> {
  const found = await readNoticeDraft(noticePath(subject));
  if (!found.ok) return found;
  const { contest } = found.value;
  return contest ? ok(contest) : refused('contest', 'not-a-competition', `${subject} announces no competition`);
}

/** The codes of the groups that a competition ranks each by itself; null where its notice names none. */
export const groupsOf = ({ rankingGroups }: ContestRule): readonly string[] | null =>
  rankingGroups?.map(({ code }) => code) ?? null;
