import { attendance } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { attendanceWayWord, dayWords, subjectWord } from '@jikaotong/shared/words';
import { useAnswer } from '../../platform';
import { Cell, Group, Tag } from '../../ui';
import { useToday } from '../demonstration';

/** Who came when, as the doors noted it, and what only the marks tell; nothing before exam day. */
export function AttendancePart({ id }: { id: string }) {
  const today = useToday();
  const answer = useAnswer(attendance.getAttendanceOf, { params: { id } });
  const { items, presumed } = answer.state === 'ready' ? answer.data : { items: [], presumed: [] };
  if (items.length + presumed.length === 0) return null;
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
      {presumed.map(({ subject, day, state }) => (
        <Cell
          key={subject}
          id={`attendance-${subject}`}
          title={subjectWord(subject)}
          note={`${dayWords(day, today)}　没有现场记录，按成绩推定`}
          value={<Tag text={state === 'present' ? '推定到考' : '推定缺考'} tone="warn" />}
        />
      ))}
    </Group>
  );
}
