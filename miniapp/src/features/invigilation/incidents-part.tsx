import { type DoorCountsView, breaches } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { doorDecisionWord, doorHappeningWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { open, useCommand } from '../../platform';
import { BigButton, Cell, Group, NoticeBar, Picture, RefusalMessage, Sheet, Tag, TextField } from '../../ui';
import { Disqualify } from './disqualify-entrant';
import './invigilation.scss';

type Incident = DoorCountsView['incidents'][number];

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
                {one.open || one.decided !== null ? (
                  <Tag
                    text={one.decided === null ? '待处理' : doorDecisionWord(one.decided)}
                    tone={one.decided === null ? 'warn' : 'quiet'}
                  />
                ) : null}
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
  const {
    id,
    kind,
    at,
    by,
    item,
    words,
    witness,
    pictureUrl,
    decided,
    applicationId,
    breachId,
    reason: before,
    entrant,
  } = incident;
  const dismiss = useCommand(breaches.dismissDoorBreach);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const mayDismiss = incident.open && decided === null;
  const go = async () => {
    setAsked(true);
    if (reason.trim() === '') return;
    const reply = await dismiss.run({ params: { id }, body: { reason: reason.trim() } });
    if (reply.ok) onClose();
  };
  const refer = () => open('/packages/conduct/open/index', { application: applicationId ?? '', act: id });
  return (
    <Sheet
      title={`${doorHappeningWord(kind)}　${whoIn(incident)}`}
      onClose={onClose}
      action={incident.open && !entrant ? <BigButton id="refer-breach" text="转入违纪处理" onTap={refer} /> : undefined}
    >
      <RefusalMessage refusal={dismiss.refusal} />
      {pictureUrl ? <Picture src={pictureUrl} label="现场照片" className="door-picture" mode="widthFix" /> : null}
      <Group>
        <Cell title="时间" value={timeAt(at)} />
        <Cell title="记录人" value={by} />
        {words ? <Cell title="经过" note={words} /> : null}
        {witness ? <Cell title="见证人" value={witness} /> : null}
        {breachId ? (
          <Cell
            id="see-breach"
            title="已转入违纪处理"
            note="怎样处理由两人决定"
            onTap={() => open('/packages/conduct/breach/index', { id: breachId })}
          />
        ) : null}
      </Group>
      {item ? <NoticeBar title={`通知${item.clause}`}>{`${item.text}。按通知：${item.follows}。`}</NoticeBar> : null}
      {incident.open && entrant ? <Disqualify incident={incident} number={entrant.number} onClose={onClose} /> : null}
      {decided === 'disqualified' && entrant ? (
        <Group>
          <Cell
            id="see-entrant"
            title={doorDecisionWord(decided)}
            note="由另一人在成绩页核对后算数"
            onTap={() => open('/packages/stage/desk/index', { id: entrant.stageId })}
          />
        </Group>
      ) : null}
      {decided !== null && decided !== 'disqualified' && !breachId ? (
        <NoticeBar tone="info" title={doorDecisionWord(decided)}>{`理由：${before ?? ''}`}</NoticeBar>
      ) : null}
      {mayDismiss ? (
        <Group
          title="不是违纪"
          foot={entrant ? '写明理由后，不影响比赛成绩。' : '写明理由后，不再暂缓这位考生的成绩。'}
        >
          <TextField
            id="breach-reason"
            label="理由"
            value={reason}
            maxlength={200}
            error={asked && reason.trim() === '' ? '请写明理由' : null}
            onChange={setReason}
          />
          <Cell id="dismiss-breach" title="不作违纪处理" onTap={() => void go()} />
        </Group>
      ) : null}
    </Sheet>
  );
}
