import { seatNeeds } from '@jikaotong/shared/contract';
import { subjectWord } from '@jikaotong/shared/words';
import { useAnswer } from '../../platform';
import { Cell, Group, NoticeBar, Tag } from '../../ui';

type Props = { sessionId: string; onMove: (sittingId: string) => void; unmetOnly: boolean };

/** Who asked for an accessible seat, and whether they sit on one; for those who plan the rooms. */
export function SeatNeeds({ sessionId, onMove, unmetOnly }: Props) {
  const answer = useAnswer(seatNeeds.listSeatNeeds, { params: { id: sessionId } });
  const items = answer.state === 'ready' ? answer.data.items : [];
  const unmet = items.filter(({ seats }) => seats.some(({ accessible }) => !accessible)).length;
  if (items.length === 0 || (unmetOnly && unmet === 0)) return null;
  if (unmetOnly) return <NoticeBar tone="warn">{`${unmet} 名考生还没坐上无障碍座位，展开后可以换座。`}</NoticeBar>;
  return (
    <Group title={`需要无障碍座位的考生 ${items.length} 人`} foot="只有考务员和管理员看得到，请不要外传。">
      {items.map(({ applicationId, name, note, seats }) =>
        seats.length === 0 ? (
          <Cell key={applicationId} title={name} note={note ?? undefined} value="还没排座" />
        ) : (
          seats.map(({ sittingId, subject, startsAt, roomName, seat, accessible }) => (
            <Cell
              key={sittingId}
              id={`need-${sittingId}`}
              title={`${name}　${subjectWord(subject)}`}
              note={[`${startsAt}　${roomName} ${seat} 号`, note].filter(Boolean).join('　')}
              value={
                accessible ? <Tag text="无障碍座位" tone="go" /> : <Tag text="不是无障碍座位，点开换座" tone="warn" />
              }
              onTap={() => onMove(sittingId)}
            />
          ))
        ),
      )}
    </Group>
  );
}
