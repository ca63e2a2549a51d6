import { timeAt } from '@jikaotong/shared/kernel';
import type { Standing } from '@jikaotong/shared/rules/door';
import { Tag } from '../../ui';

/** Whether somebody has come, and when. */
export function StandingTag({ standing }: { standing: Standing | undefined }) {
  if (!standing) return <Tag text="未到" />;
  return standing.state === 'present' ? (
    <Tag text={`已入场 ${timeAt(standing.atMs)}`} tone="go" />
  ) : (
    <Tag text="缺考" tone="warn" />
  );
}
