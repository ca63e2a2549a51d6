import { type JudgedNumber, type StagePart, judging } from '@jikaotong/shared/contract';
import { isTimeOfDay } from '@jikaotong/shared/kernel';
import { useState } from 'react';
import { reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, ProseField, RefusalMessage, Sheet, SwitchRow, TextField } from '../../ui';

type Props = { at: { id: string; part: StagePart }; number: JudgedNumber; onClose: () => void };

/** Equipment failed at a number: when, how long, whether it starts anew, and who saw it. */
export function FailureSheet({ at, number, onClose }: Props) {
  const failed = useCommand(judging.noteFailure);
  const [stoppedAt, setStoppedAt] = useState('');
  const [minutes, setMinutes] = useState('');
  const [again, setAgain] = useState(false);
  const [reason, setReason] = useState('');
  const [witness, setWitness] = useState('');
  const [asked, setAsked] = useState(false);
  const time = stoppedAt.normalize('NFKC').trim();
  const lacks = {
    time: isTimeOfDay(time) ? null : '请写成 10:20',
    minutes: /^\d{1,3}$/.test(minutes.trim()) ? null : '请填写分钟数',
    reason: reason.trim() === '' ? '请写明原因' : null,
    witness: witness.trim() === '' ? '请填写见证人' : null,
  };
  const go = async () => {
    setAsked(true);
    if (!isTimeOfDay(time) || lacks.minutes || lacks.reason || lacks.witness) return;
    const reply = await failed.run({
      params: { ...at, place: number.placeId },
      body: {
        stoppedAt: time,
        minutes: Number(minutes.trim()),
        again,
        run: number.run,
        reason: reason.trim(),
        witness: witness.trim(),
      },
    });
    if (!reply.ok) return;
    toast('已登记');
    onClose();
    await reloadScreens();
  };
  return (
    <Sheet
      title={`${number.station} 号工位设备故障`}
      onClose={onClose}
      action={<BigButton id="note-failure" text="登记" busy={failed.busy} onTap={() => void go()} />}
    >
      <TextField
        id="failure-at"
        label="停下的时间"
        value={stoppedAt}
        maxlength={5}
        placeholder="10:20"
        error={asked ? lacks.time : null}
        onChange={setStoppedAt}
      />
      <TextField
        id="failure-minutes"
        label="停了几分钟"
        type="number"
        value={minutes}
        maxlength={3}
        error={asked ? lacks.minutes : null}
        onChange={setMinutes}
      />
      <SwitchRow
        id="failure-again"
        text="重新比赛"
        note="已评的分数保留在记录里，裁判要重新评分"
        checked={again}
        onChange={setAgain}
      />
      <ProseField
        id="failure-reason"
        label="原因"
        value={reason}
        maxlength={200}
        error={asked ? lacks.reason : null}
        onChange={setReason}
      />
      <TextField
        id="failure-witness"
        label="见证人"
        value={witness}
        maxlength={100}
        error={asked ? lacks.witness : null}
        onChange={setWitness}
      />
      <RefusalMessage refusal={failed.refusal} />
    </Sheet>
  );
}
