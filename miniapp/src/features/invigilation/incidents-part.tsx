import { type BodyOf, type DoorCountsView, breaches } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { doorHappeningWord, penaltyWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, Cell, Choices, Group, NoticeBar, Picture, RefusalMessage, Sheet, Tag, TextField } from '../../ui';
import './invigilation.scss';

type Incident = DoorCountsView['incidents'][number];
type Penalty = BodyOf<typeof breaches.decideBreach>['penalty'];

const whoIn = ({ roomName, seat, name }: Incident): string =>
  [roomName, seat === null ? null : `${seat} 号`, name].filter(Boolean).join(' ');

/** What happened in an hour, with pictures; a breach waits for what follows of it. */
export function IncidentsPart({ incidents }: { incidents: readonly Incident[] }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const shown = incidents.find(({ id }) => id === openId);
  if (incidents.length === 0) return null;
  return (
    <>
      <Group title={`考场情况 ${incidents.length} 件`}>
        {incidents.map((one) => (
          <Cell
            key={one.id}
            id={`incident-${one.id}`}
            title={`${doorHappeningWord(one.kind)}　${whoIn(one)}`}
            note={`${timeAt(one.at)}　${one.by}　${one.item?.text ?? one.words ?? ''}`}
            value={
              <>
                {one.pictureUrl ? <Tag text="有照片" tone="info" /> : null}
                {one.printed === null ? null : (
                  <Tag
                    text={one.decided === null ? '待处理' : penaltyWord(one.decided)}
                    tone={one.decided === null ? 'warn' : 'quiet'}
                  />
                )}
              </>
            }
            onTap={() => setOpenId(one.id)}
          />
        ))}
      </Group>
      {shown ? <IncidentSheet key={shown.id} incident={shown} onClose={() => setOpenId(null)} /> : null}
    </>
  );
}

function IncidentSheet({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { id, kind, at, by, item, words, witness, pictureUrl, printed, decided, reason: before } = incident;
  const decide = useCommand(breaches.decideBreach);
  const [penalty, setPenalty] = useState<Penalty | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const go = async () => {
    setAsked(true);
    if (penalty === null || reason.trim() === '') return;
    const reply = await decide.run({ params: { id }, body: { penalty, before: decided, reason: reason.trim() } });
    if (reply.ok) onClose();
  };
  const options = printed === null ? [] : [printed, 'none' as const].map((key) => ({ key, text: penaltyWord(key) }));
  return (
    <Sheet
      title={`${doorHappeningWord(kind)}　${whoIn(incident)}`}
      onClose={onClose}
      action={
        printed === null ? undefined : (
          <BigButton id="decide-breach" text="确定" busy={decide.busy} onTap={() => void go()} />
        )
      }
    >
      <RefusalMessage refusal={decide.refusal} />
      {pictureUrl ? <Picture src={pictureUrl} label="现场照片" className="door-picture" mode="widthFix" /> : null}
      <Group>
        <Cell title="时间" value={timeAt(at)} />
        <Cell title="记录人" value={by} />
        {words ? <Cell title="经过" note={words} /> : null}
        {witness ? <Cell title="见证人" value={witness} /> : null}
      </Group>
      {item ? <NoticeBar title={`通知${item.clause}`}>{`${item.text}。按通知：${item.follows}。`}</NoticeBar> : null}
      {decided === null ? null : (
        <NoticeBar tone="info" title={`已处理：${penaltyWord(decided)}`}>{`依据：${before ?? ''}`}</NoticeBar>
      )}
      {printed === null ? null : (
        <>
          <Choices label="怎样处理" options={options} value={penalty} onChoose={setPenalty} />
          {asked && penalty === null ? <NoticeBar tone="stop">请选择怎样处理</NoticeBar> : null}
          <TextField
            id="breach-reason"
            label="依据"
            value={reason}
            maxlength={200}
            error={asked && reason.trim() === '' ? '请写明依据' : null}
            onChange={setReason}
          />
        </>
      )}
    </Sheet>
  );
}
