import { type ContestGroupView, groupTickets } from '@jikaotong/shared/contract';
import { dayWords, examDayWords } from '@jikaotong/shared/words';
import { openFile, useAnswer } from '../../platform';
import { Group } from '../../ui';
import { useToday } from '../demonstration';
import { TicketFiles } from './ticket-files';

/** The tickets of a unit's people, by stage. */
export function GroupTickets({ group: { id, unitName } }: { group: ContestGroupView }) {
  const answer = useAnswer(groupTickets.listGroupTickets, { params: { id } });
  const today = useToday();
  if (answer.state !== 'ready') return null;
  return (
    <>
      {answer.data.items.map(({ stageId, name, day, tickets }) => {
        const args = { params: { id, stageId } };
        return (
          <Group key={stageId} title={name}>
            <TicketFiles
              id={`stage-${day}`}
              words={examDayWords(true)}
              tickets={tickets}
              unitName={unitName}
              note={`${dayWords(day, today)}，一个 PDF，按报名顺序`}
              onAll={(file) => openFile(groupTickets.downloadGroupTickets, args, file)}
              onFiles={(file) => openFile(groupTickets.downloadGroupTicketFiles, args, file)}
              onHandOut={(file) => openFile(groupTickets.downloadGroupHandOut, args, file)}
            />
          </Group>
        );
      })}
    </>
  );
}
