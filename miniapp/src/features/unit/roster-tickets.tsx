import { type RosterView, rosterResults, rosters } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { type Refusal, open, openFile } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';

/** What an agent hands out once there are tickets, and how the people did. */
export function RosterTickets({ roster: { id, tickets, unitName } }: { roster: RosterView }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const args = { params: { id } };
  const fetchAll = async () => {
    const reply = await openFile(rosters.downloadRosterTickets, args, { name: `准考证-${unitName}`, kind: 'pdf' });
    setRefusal(reply.ok ? null : reply);
  };
  const fetchFiles = async () => {
    const file = { name: `准考证-${unitName}`, kind: 'zip' } as const;
    const reply = await openFile(rosterResults.downloadRosterTicketFiles, args, file);
    setRefusal(reply.ok ? null : reply);
  };
  const fetchList = async () => {
    const file = { name: `准考证发放表-${unitName}`, kind: 'pdf' } as const;
    const reply = await openFile(rosterResults.downloadRosterHandOut, args, file);
    setRefusal(reply.ok ? null : reply);
  };
  if (tickets === 0) return null;
  return (
    <Group title="准考证和结果">
      <Cell
        id="roster-tickets"
        title="下载全部准考证"
        note="一个 PDF，按名单顺序"
        value={`${tickets} 张`}
        onTap={() => void fetchAll()}
      />
      <Cell
        id="roster-ticket-files"
        title="每人一个文件"
        note="一个压缩包，按名单顺序命名，可以分别发给本人"
        onTap={() => void fetchFiles()}
      />
      <Cell id="roster-hand-out" title="准考证发放表" note="按名单顺序，领取人签名" onTap={() => void fetchList()} />
      <Cell
        id="roster-results"
        title="考试结果和证书"
        note="谁通过、谁领了证"
        onTap={() => open('/packages/unit/results/index', { id })}
      />
      <RefusalMessage refusal={refusal} />
    </Group>
  );
}
