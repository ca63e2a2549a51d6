import { LEVELS } from './condition';
import { leavesOf } from './leaves';
import type { Notice } from './notice';
import { conditionsOf } from './trees';

/** The levels that candidates of this notice may hold: 五级 to 一级, and whichever else it names; the lowest first. */
export function levelsNamed(notice: Pick<Notice, 'conditions' | 'offerings'>): readonly number[] {
  const named = [
    ...notice.offerings.map(({ level }) => level),
    ...conditionsOf(notice).flatMap(({ condition }) => leavesOf(condition).map(({ leaf }) => levelOf(leaf))),
  ];
  return LEVELS.filter((level) => (level >= 1 && level <= 5) || named.includes(level));
}

function levelOf(leaf: ReturnType<typeof leavesOf>[number]['leaf']): number | null {
  if (leaf.kind === 'certificate') return leaf.level;
  return leaf.kind === 'experience' && leaf.since?.kind === 'certificate' ? leaf.since.level : null;
}
