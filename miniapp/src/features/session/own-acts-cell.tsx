import { ACTING_LISTS } from '@jikaotong/shared/lists';
import { open } from '../../platform';
import { Cell, Group } from '../../ui';
import { runningWords, useLatestAct } from '../list';
import { useStaff } from '../staff';

/** The way to what one did to many at once, and how far what runs has come; for whoever may read a list in which many are acted on. */
export function OwnActsCell() {
  const { may } = useStaff();
  const mayAct = Object.values(ACTING_LISTS).some(({ rows }) => may(rows));
  const latest = useLatestAct({}, mayAct);
  if (!mayAct) return null;
  return (
    <Group>
      <Cell
        id="go-acts"
        title="我的批量操作"
        note={latest?.state === 'running' ? `正在${runningWords(latest)}` : '办到哪里、哪些没办成、撤回'}
        onTap={() => open('/packages/review/acts/index')}
      />
    </Group>
  );
}
