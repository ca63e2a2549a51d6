import { seatList } from '@jikaotong/shared/lists';
import { useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';

/** How many sit at each hour and in each room. */
export function SeatBalance({ sessionId }: { sessionId: string }) {
  const counts = useAnswer(seatList.counts, { params: { id: sessionId }, query: {} });
  if (counts.state !== 'ready' || counts.data.total === 0) return null;
  const { by, names } = counts.data;
  const rows = (of: string) =>
    (names[of] ?? [])
      .map(({ code, name }) => ({ code, name, count: by[of]?.[code] ?? 0 }))
      .filter(({ count }) => count > 0);
  return (
    <Group
      title="各场人数"
      foot={rows('room')
        .map(({ name, count }) => `${name} ${count} 人次`)
        .join('；')}
    >
      {rows('hour').map(({ code, name, count }) => (
        <Cell key={code} title={name} value={`${count} 人`} />
      ))}
    </Group>
  );
}
