import { type LateSeats, sittings } from '@jikaotong/shared/contract';
import { dayWords, subjectWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Cell, NoticeBar, RefusalMessage, Sheet, Tag } from '../../ui';
import { useToday } from '../demonstration';

/** Where those who came late find no seat as things are: whom it would take to move, seen before it is done. */
export function LateSeatsPart({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const look = useCommand(sittings.previewLateSeats);
  const act = useCommand(sittings.seatLate);
  const [seen, setSeen] = useState<LateSeats | null>(null);
  const preview = async () => {
    const reply = await look.run({ params });
    if (reply.ok) setSeen(reply.data);
  };
  const send = async () => {
    if (!seen) return;
    const reply = await act.run({ params, body: { moves: seen.moved.map(({ sittingId }) => sittingId) } });
    if (!reply.ok) return;
    setSeen(null);
    toast(`已排座 ${reply.data.seated} 人`);
  };
  return (
    <>
      <RefusalMessage refusal={look.refusal} />
      <BigButton
        id="preview-late"
        text="看看挪动几个人能不能排下"
        tone="plain"
        busy={look.busy}
        onTap={() => void preview()}
      />
      {seen ? (
        <Sheet
          title={`挪动 ${seen.moved.length} 人，排下 ${seen.added} 人`}
          onClose={() => setSeen(null)}
          action={
            <>
              <RefusalMessage refusal={act.refusal} />
              <BigButton id="send-late" text="就这样排座" busy={act.busy} onTap={() => void send()} />
            </>
          }
        >
          <Parted parted={seen.parted} />
          <Moves moved={seen.moved} />
        </Sheet>
      ) : null}
    </>
  );
}

function Parted({ parted }: Pick<LateSeats, 'parted'>) {
  const namesOf = (how: LateSeats['parted'][number]['how']) =>
    parted
      .filter((one) => one.how === how)
      .map(({ name }) => name)
      .join('、');
  const [apart, turned] = [namesOf('parted'), namesOf('turned')];
  return (
    <>
      {apart ? (
        <NoticeBar tone="warn" title="各科要分两天考">
          {apart}
        </NoticeBar>
      ) : null}
      {turned ? (
        <NoticeBar tone="warn" title="各科次序和通知写的不同">
          {turned}
        </NoticeBar>
      ) : null}
    </>
  );
}

function Moves({ moved }: Pick<LateSeats, 'moved'>) {
  const today = useToday();
  const at = ({ day, startsAt, siteName, roomName, seat }: LateSeats['moved'][number]['from']) =>
    `${dayWords(day, today)} ${startsAt}　${siteName} ${roomName} ${seat} 号`;
  if (moved.length === 0) return <NoticeBar tone="go">不用挪动任何人。</NoticeBar>;
  return (
    <>
      {moved.map(({ sittingId, name, subject, from, to, ticketIssued }) => (
        <Cell
          key={sittingId}
          title={`${name}　${subjectWord(subject)}`}
          note={`${at(from)} → ${at(to)}`}
          value={ticketIssued ? <Tag text="已发准考证，会通知本人" tone="warn" /> : null}
        />
      ))}
    </>
  );
}
