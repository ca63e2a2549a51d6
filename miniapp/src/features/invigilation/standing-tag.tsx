import { timeAt } from '@jikaotong/shared/kernel';
import type { Standing } from '@jikaotong/shared/rules/door';
import { attendanceWayWord } from '@jikaotong/shared/words';
import { Tag } from '../../ui';

/** Whether somebody has come, and when. */
export function StandingTag({ standing }: { standing: Standing | undefined }) {
  if (!standing) return <Tag text="未到" />;
  return standing.state === 'present' ? (
    <Tag text={presentText(standing)} tone="go" />
  ) : (
    <Tag text="缺考" tone="warn" />
  );
}

/** When, where somebody saw them come; of a paper that was keyed later nobody knows. */
const presentText = ({ atMs, way }: Standing): string =>
  way === undefined || way === 'scan'
    ? `已入场 ${timeAt(atMs)}`
    : way === 'name'
      ? `已入场 ${timeAt(atMs)}（手工）`
      : `到场（${attendanceWayWord(way)}）`;
