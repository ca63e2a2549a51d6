import { attendance } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { attendanceWayWord, dayWords, subjectWord } from '@jikaotong/shared/words';
import { useAnswer } from '../../platform';
import { Cell, Group, Tag } from '../../ui';
import { useToday } from '../demonstration';

/** Who came when, as the doors noted it; nothing before exam day. */
export function AttendancePart({ id }: { id: string }) {
  const today = useToday();
  const answer = useAnswer(attendance.getAttendanceOf, { params: { id } });
  const items = answer.state === 'ready' ? answer.data.items : [];
  if (items.length === 0) return null;
  return (
    <Group title="到场">
      {items.map(({ subject, day, state, at, way, objected }) => (
        <Cell
          key={subject}
          id={`attendance-${subject}`}
          title={subjectWord(subject)}
          note={`${dayWords(day, today)}　${attendanceWayWord(way)}${objected ? '　考生提出异议，等考务员处理' : ''}`}
          value={
            state === 'present' ? (
              <Tag text={way === 'paper' ? '已签到' : `已签到 ${timeAt(at)}`} tone="go" />
            ) : (
              <Tag text="缺考" tone="warn" />
            )
          }
        />
      ))}
    </Group>
  );
}
