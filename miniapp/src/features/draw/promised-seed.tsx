import type { StaffStageDraw } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { Cell, Group, NoticeBar } from '../../ui';

/** What was promised, and the seed once it is told. */
export function PromisedSeed({ draw: { commitment, committedOn, seed, drawnOn } }: { draw: StaffStageDraw }) {
  return (
    <Group title="怎么证明公平" foot="任何人都能用公开文件自己重算一遍：名单只有代号，没有姓名和单位。">
      <Cell title="种子的哈希" note={commitment} value={fullDayWords(committedOn)} />
      {seed !== null && drawnOn !== null ? <Cell title="种子" note={seed} value={fullDayWords(drawnOn)} /> : null}
    </Group>
  );
}

/** Why it cannot be drawn yet. */
export function Undecided({ count }: { count: number }) {
  return count === 0 ? null : (
    <NoticeBar tone="warn" title={`还有${count}人没有核对`}>
      先在报名名单里核对完，再抽签。
    </NoticeBar>
  );
}
