import type { Reach } from '@jikaotong/shared/contract';
import { Cell, Group } from '../../ui';

/** Whom a change reaches. */
export function ReachGroup({ reach, cancels = false }: { reach: Reach; cancels?: boolean }) {
  const { drafts, submitted, returned, approved, paid, ticketed } = reach;
  const rows: readonly (readonly [string, number, string])[] = [
    ['已缴费', paid, cancels ? '改到其他批次或全额退费' : '可以选择，可能退费'],
    ['其中已发准考证', ticketed, cancels ? '准考证作废' : '准考证作废，按新日期重发'],
    ['审核通过、还没缴费', approved - paid, cancels ? '缴费单取消，可以改到其他批次' : '缴费截止随之变动'],
    ['待审核、退回修改', submitted + returned, '可以选择'],
    ['草稿', drafts, '只收到通知'],
  ];
  return (
    <Group title={`影响 ${toldBy(reach)} 人，都会收到消息`}>
      {rows
        .filter(([, count]) => count > 0)
        .map(([title, count, note]) => (
          <Cell key={title} title={title} note={note} value={`${count} 人`} />
        ))}
      {toldBy(reach) === 0 ? <Cell title="还没有人报名" /> : null}
    </Group>
  );
}

/** How many people would be told. */
export const toldBy = ({ drafts, submitted, returned, approved }: Reach): number =>
  drafts + submitted + returned + approved;
