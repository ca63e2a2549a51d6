import type { ChangeView } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { type Change, changesOf } from '@jikaotong/shared/rules/changes';

/** The values of one change that travel; a rewritten list would send hundreds. */
const MOST_LEAVES = 40;

export const presentChange = (change: Change): ChangeView => ({
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
export const presentChanges = (before: Notice, after: Notice): ChangeView[] =>
  changesOf(before, after).map(presentChange);
