import type { RoomRecordView } from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords, roomStepWord } from '@jikaotong/shared/words';
import { Cell, Group } from '../../ui';

/** What was done to the record of a room, by whom, when and why. */
export function RoomSteps({ steps }: Pick<RoomRecordView, 'steps'>) {
  if (steps.length === 0) return null;
  return (
    <Group title="办理记录">
      {steps.map(({ kind, at, by, reason }) => (
        <Cell
          key={`${kind} ${at}`}
          title={roomStepWord(kind)}
          note={reason === null ? null : `依据：${reason}`}
          value={`${by} ${fullDayWords(dayAt(at))} ${timeAt(at)}`}
        />
      ))}
    </Group>
  );
}
