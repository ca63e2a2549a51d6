import { type RosterView, rosterResults, rosters } from '@jikaotong/shared/contract';
import { examDayWords } from '@jikaotong/shared/words';
import { open, openFile } from '../../platform';
import { Cell, Group } from '../../ui';
import { TicketFiles } from './ticket-files';

/** What an agent hands out once there are tickets, and how the people did. */
export function RosterTickets({ roster: { id, tickets, unitName } }: { roster: RosterView }) {
  const args = { params: { id } };
  if (tickets === 0) return null;
  return (
    <Group title="准考证和结果">
      <TicketFiles
        id="roster"
        words={examDayWords(false)}
        tickets={tickets}
        unitName={unitName}
        onAll={(file) => openFile(rosters.downloadRosterTickets, args, file)}
        onFiles={(file) => openFile(rosterResults.downloadRosterTicketFiles, args, file)}
        onHandOut={(file) => openFile(rosterResults.downloadRosterHandOut, args, file)}
      />
      <Cell
        id="roster-results"
        title="考试结果和证书"
        note="谁通过、谁领了证"
        onTap={() => open('/packages/unit/results/index', { id })}
      />
    </Group>
  );
}
