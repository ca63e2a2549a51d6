import type { NoticeChangeView } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { type NoticeChange, noticeChangesOf } from '@jikaotong/shared/rules/changes';

/** The values of one change that travel; a rewritten list would send hundreds. */
const MOST_LEAVES = 40;

export const presentNoticeChange = (change: NoticeChange): NoticeChangeView => ({
  group: change.group,
  unit: change.unit,
  what: change.what,
  offerings: change.offerings === null ? null : [...change.offerings],
  path: change.path.join('.'),
  data: { ...change.data },
  before: change.before && { ...change.before },
  after: change.after && { ...change.after },
  wordsOnly: change.wordsOnly,
  leaves: change.leaves
    .slice(0, MOST_LEAVES)
    .map(({ path, before, after }) => ({ path: path.join('.'), before, after })),
});

/** What differs between two versions, as everybody may read it. */
export const presentNoticeChanges = (before: Notice, after: Notice): NoticeChangeView[] =>
  noticeChangesOf(before, after).map(presentNoticeChange);
