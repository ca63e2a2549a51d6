import { type ContestView, contests } from '@jikaotong/shared/contract';
import { isLocalDate, isTimeOfDay } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, DayField, No, Sheet, TextField } from '../../ui';

type Props = { contest: ContestView; stage: StageCode; onClose: () => void };

/** Tells every entrant when and where a stage is held. */
export function AnnounceSheet({ contest, stage, onClose }: Props) {
  const view = contest.stages.find(({ code }) => code === stage);
  const [day, setDay] = useState<string | null>(view?.announced?.day ?? null);
  const [startsAt, setStartsAt] = useState<string>(view?.announced?.startsAt ?? '09:00');
  const [place, setPlace] = useState(view?.announced?.place ?? '');
  const announce = useCommand(contests.announceStage);
  const isReady = day !== null && isLocalDate(day) && isTimeOfDay(startsAt) && place.trim() !== '';

  const send = async () => {
    if (day === null || !isLocalDate(day) || !isTimeOfDay(startsAt)) return;
    const params = { id: contest.noticeId, stage };
    const reply = await announce.run({ params, body: { day, startsAt, place: place.trim() } });
    if (reply.ok) onClose();
  };
  return (
    <Sheet
      title={`公布${view?.name ?? ''}安排`}
      onClose={onClose}
      action={
        <BigButton
          id="announce-stage"
          text="公布并通知选手"
          disabled={!isReady}
          busy={announce.busy}
          onTap={() => void send()}
        />
      }
    >
      <DayField
        id="stage-day"
        label="日期"
        value={day}
        {...(contest.closesOn ? { startAt: contest.closesOn } : {})}
        onChange={setDay}
      />
      <TextField id="stage-starts" label="开始时间" value={startsAt} placeholder="09:00" onChange={setStartsAt} />
      <TextField id="stage-place" label="地点" value={place} maxlength={120} onChange={setPlace} />
      <No refusal={announce.refusal} />
    </Sheet>
  );
}
