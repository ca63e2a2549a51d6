import { invigilation, results } from '@jikaotong/shared/contract';
import { roomHourWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { Cell, Group, NoticeBar } from '../../ui';
import { useStaff } from '../staff';

/** Rooms of which only the marks say who came: named where marks are brought in, for an officer to settle. */
export function UnsettledPart({ sessionId, bodyId }: { sessionId: string; bodyId: string }) {
  const { may } = useStaff();
  const preview = useAnswer(results.previewResults, { params: { id: sessionId } });
  if (preview.state !== 'ready') return null;
  const { isDoorUsed, rooms } = preview.data.attendance;
  if (rooms.length === 0) return null;
  if (!isDoorUsed) return <NoticeBar tone="info">这个批次没有安排手机签到，到没到场只按成绩推定。</NoticeBar>;
  const mayOpen = may(invigilation.getDoorCounts, bodyId);
  return (
    <Group
      title={`${rooms.length} 个考场没有签到记录`}
      foot="到没到场只能按成绩推定。考务员按纸质签到表登记，或写明依据认定以后，成绩才能发布。"
    >
      {rooms.map((room) => (
        <Cell
          key={`${room.slot} ${room.siteName} ${room.roomName}`}
          id={`unsettled-${room.roomName}`}
          title={roomHourWords(room)}
          note={<View>{`按成绩推定：到 ${room.present} 人，缺考 ${room.absent} 人`}</View>}
          {...(mayOpen && {
            onTap: () => open('/packages/duty/counts/index', { session: sessionId, slot: room.slot }),
          })}
        />
      ))}
    </Group>
  );
}
