import { sessions } from '@jikaotong/shared/contract';
import { call, useEveryPage } from '../../platform';
import { Group, PickField } from '../../ui';

const ALL = 'all';

type Props = { value: string | null; onChange: (sessionId: string | null) => void };

/** Narrows a list to one session; nothing to choose while there is only one. */
export function SessionFilter({ value, onChange }: Props) {
  const answer = useEveryPage(['sessions-to-choose'], (cursor) =>
    call(sessions.listStaffSessions, { query: { cursor, limit: 100 } }),
  );
  const items = answer.state === 'ready' ? answer.data.items : [];
  if (items.length < 2) return null;
  return (
    <Group>
      <PickField
        id="filter-session"
        label="批次"
        options={[{ key: ALL, text: '全部批次' }, ...items.map(({ id, name }) => ({ key: id, text: name }))]}
        value={value ?? ALL}
        onChange={(key) => onChange(key === ALL ? null : key)}
      />
    </Group>
  );
}
