import { type NewsReach, type TrainingView, contestTrainings } from '@jikaotong/shared/contract';
import { isTimeOfDay, parseLocalDate } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import { reachWords, refusalSentence, trainingWhenWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, Choices, DayField, ProseField, RefusalMessage, Sheet, TextField } from '../../ui';
import { useToday } from '../demonstration';

type Props = {
  title: string;
  /** Before which stage it can be, and who wants it there and hears of it. */
  stages: readonly {
    readonly code: StageCode;
    readonly name: string;
    readonly wished: number;
    readonly reach: NewsReach;
  }[];
  /** What is to be changed; null: a new one. */
  begin: TrainingView | null;
  to: { readonly noticeId: string } | { readonly trainingId: string };
  onClose: () => void;
};

/** When and where a training is, asked for once more in words before anybody is told. */
export function WhenSheet({ title, stages, begin, to, onClose }: Props) {
  const today = useToday();
  const set = useCommand(contestTrainings.setTraining);
  const change = useCommand(contestTrainings.changeTraining);
  const [stage, setStage] = useState<StageCode | null>(begin?.stage ?? stages[0]?.code ?? null);
  const [dayText, setDay] = useState<string | null>(begin?.day ?? null);
  const [startsAt, setStartsAt] = useState<string>(begin?.startsAt ?? '09:00');
  const [endsAt, setEndsAt] = useState<string>(begin?.endsAt ?? '');
  const [place, setPlace] = useState(begin?.place ?? '');
  const [note, setNote] = useState(begin?.note ?? '');
  const [asked, setAsked] = useState(false);
  const parsed = dayText === null ? null : parseLocalDate(dayText);
  const day = parsed?.ok ? parsed.value : null;
  const isLate = day !== null && day < today;
  const ends = endsAt.trim() === '' ? null : endsAt;
  const endsRight = ends === null || (isTimeOfDay(ends) && ends > startsAt);
  const go = async () => {
    setAsked(true);
    if (!stage || !day || isLate || !isTimeOfDay(startsAt) || place.trim() === '') return;
    if (ends !== null && (!isTimeOfDay(ends) || ends <= startsAt)) return;
    const when = { day, startsAt, endsAt: ends, place: place.trim(), note: note.trim() === '' ? null : note.trim() };
    const chosen = stages.find(({ code }) => code === stage);
    const sure = await confirm({
      title: begin ? '改培训安排？' : '安排这次培训？',
      text: `${trainingWhenWords(when, today)}。${chosen && chosen.wished > 0 ? `要参加的${chosen.wished}人：${reachWords(chosen.reach)}` : '现在没有人要参加，以后登记的人会看到。'}`,
      yes: begin ? '确定更改' : '确定安排',
    });
    if (!sure) return;
    const reply =
      'noticeId' in to
        ? await set.run({ params: { id: to.noticeId }, body: { stage, ...when } })
        : await change.run({ params: { id: to.trainingId }, body: { version: begin?.version ?? 0, ...when } });
    if (!reply.ok) return;
    toast('已保存');
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={<BigButton id="save-training" text="保存并通知" busy={set.busy || change.busy} onTap={() => void go()} />}
    >
      {begin === null && stages.length > 1 ? (
        <Choices
          label="哪一阶段赛前"
          options={stages.map(({ code, name, wished }) => ({ key: code, text: name, note: `${wished}人要参加` }))}
          value={stage}
          onChoose={setStage}
        />
      ) : null}
      <DayField
        id="training-day"
        label="日期"
        value={dayText}
        earliest={today}
        startAt={today}
        error={isLate ? refusalSentence('day-over') : asked && !day ? '请选择日期' : null}
        onChange={setDay}
      />
      <TextField
        id="training-starts"
        label="开始时间"
        value={startsAt}
        placeholder="09:00"
        maxlength={5}
        error={isTimeOfDay(startsAt) || (!asked && startsAt.length < 5) ? null : '请填 00:00 到 23:59 的时间，如 09:00'}
        onChange={setStartsAt}
      />
      <TextField
        id="training-ends"
        label="结束时间（可不填）"
        value={endsAt}
        maxlength={5}
        error={asked && !endsRight ? '请填晚于开始时间的时间，如 16:30' : null}
        onChange={setEndsAt}
      />
      <TextField
        id="training-place"
        label="地点"
        value={place}
        maxlength={120}
        error={asked && place.trim() === '' ? '请填写地点' : null}
        onChange={setPlace}
      />
      <ProseField
        id="training-note"
        label="要说明的（可不填）"
        value={note}
        maxlength={200}
        placeholder="带什么、怎么走"
        onChange={setNote}
      />
      <RefusalMessage refusal={set.refusal ?? change.refusal} />
    </Sheet>
  );
}
