import { type ContestView, type NewsReach, contests } from '@jikaotong/shared/contract';
import { addDays, daysBetween, isTimeOfDay, parseLocalDate } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import { isBeforeEntryCloses, isOutsidePrinted, stageDayFault } from '@jikaotong/shared/rules/calendar';
import { dayWords, movedWords, posterSentence, reachWords, refusalSentence } from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, reloadScreens, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, DayField, RefusalMessage, NoticeBar, Sheet, TextButton, TextField } from '../../ui';
import { useToday } from '../demonstration';
import { announcedWords } from './announced-words';
import { PlanFields, type TypedHours, planOf, typedHours } from './plan-fields';

type Props = {
  contest: ContestView;
  stage: StageCode;
  /** How entrants will hear. */
  told: NewsReach;
  /** To the cancelling of it. */
  onCancelStage: () => void;
  onClose: () => void;
};

/** Tells whoever may take part when and where a stage is held, once more in words before. */
export function AnnounceSheet({ contest, stage, told, onCancelStage, onClose }: Props) {
  const today = useToday();
  const view = contest.stages.find(({ code }) => code === stage);
  const old = view?.announced ?? null;
  const [dayText, setDay] = useState<string | null>(old?.day ?? null);
  const [startsAt, setStartsAt] = useState<string>(old?.startsAt ?? '09:00');
  const [place, setPlace] = useState(old?.place ?? '');
  const [typed, setTyped] = useState<readonly TypedHours[]>(typedHours(old?.plan ?? []));
  const [shown, setShown] = useState(false);
  const announce = useCommand(contests.announceStage);
  const held = useAnswer(contests.getStageHoldings, { params: { id: contest.noticeId, stage } });
  const parsed = dayText === null ? null : parseLocalDate(dayText);
  const day = parsed?.ok ? parsed.value : null;
  const plan = planOf(typed, day);
  const order = day && stageDayFault(contest, stage, { day, plan });
  const dayError = day
    ? day < today
      ? refusalSentence('day-over')
      : order && refusalSentence('stage-order-wrong', order)
    : shown
      ? '请选择日期'
      : null;
  const printed = view?.printed ?? null;
  const isEarly = day !== null && dayError === null && isBeforeEntryCloses(contest.closesOn, day);
  const isOdd = day !== null && dayError === null && isOutsidePrinted(printed, day);

  const days = old && day ? daysBetween(old.day, day) : 0;
  const planError = '日程要写全日期、开始时间和地点，不早于上面的日期，结束晚于开始';
  const problems = [
    dayError && `日期：${dayError}`,
    !isTimeOfDay(startsAt) && '开始时间要填如 09:00 的时间',
    place.trim() === '' && '请填写地点',
    day && !plan && planError,
  ].filter((one) => typeof one === 'string');
  // the hours of a stage go with it, as its heats do
  const changeDay = (text: string) => {
    const next = parseLocalDate(text);
    setDay(text);
    if (!day || !next.ok) return;
    const by = daysBetween(day, next.value);
    setTyped(
      typed.map((one) => {
        const at = one.day === null ? null : parseLocalDate(one.day);
        return at?.ok ? { ...one, day: addDays(at.value, by) } : one;
      }),
    );
  };
  const moves = () => {
    if (days === 0 || held.state !== 'ready') return '';
    const { drawn, firstHeat } = held.data;
    const heats =
      drawn > 0 && firstHeat
        ? `抽签定的各场一起改，第一场由${dayWords(firstHeat, today)}改到${dayWords(addDays(firstHeat, days), today)}。`
        : '';
    return `${movedWords(held.data)}${heats}`;
  };
  const send = async () => {
    setShown(true);
    if (!day || dayError || !isTimeOfDay(startsAt) || place.trim() === '' || !plan) return;
    const body = { day, startsAt, place: place.trim(), plan };
    const next = announcedWords(body, today);
    const sure = await confirm({
      title: old ? `改${view?.name ?? ''}安排？` : `公布${view?.name ?? ''}安排？`,
      text: `${old ? `由“${announcedWords(old, today)}”改为“${next}”` : next}。${isOdd ? `通知印的是“${printed}”。` : ''}${moves()}${reachWords(told)}`,
      yes: old ? '确定更改' : '确定公布',
      no: '返回',
    });
    if (!sure) return;
    const reply = await announce.run({ params: { id: contest.noticeId, stage }, body });
    if (!reply.ok) return;
    toast('已公布');
    // whoever opens it again at once changes what was announced
    await reloadScreens();
    onClose();
  };
  return (
    <Sheet
      title={`${old ? '更改' : '公布'}${view?.name ?? ''}安排`}
      onClose={onClose}
      action={
        <>
          {shown && problems.length > 0 ? <NoticeBar tone="stop">{problems.join('；')}</NoticeBar> : null}
          <RefusalMessage refusal={announce.refusal} />
          <BigButton id="announce-stage" text="公布并通知选手" busy={announce.busy} onTap={() => void send()} />
        </>
      }
    >
      <DayField
        id="stage-day"
        label="日期"
        value={dayText}
        earliest={today}
        startAt={contest.closesOn && contest.closesOn > today ? contest.closesOn : today}
        error={dayError}
        {...(printed ? { hint: `通知原文：${printed}` } : {})}
        onChange={changeDay}
      />
      {isOdd ? (
        <NoticeBar tone="warn" title="和通知印的不一样">
          通知写的是“{printed}”，请核对后再公布。
        </NoticeBar>
      ) : null}
      {isEarly ? (
        <NoticeBar tone="warn" title="那天还可以报名">
          {posterSentence('open', contest)}，之后报名的选手赶不上这一阶段，请核对后再公布。
        </NoticeBar>
      ) : null}
      <TextField
        id="stage-starts"
        label="开始时间"
        value={startsAt}
        placeholder="09:00"
        maxlength={5}
        error={isTimeOfDay(startsAt) || (!shown && startsAt.length < 5) ? null : '请填 00:00 到 23:59 的时间，如 09:00'}
        onChange={setStartsAt}
      />
      <TextField
        id="stage-place"
        label="地点"
        value={place}
        maxlength={120}
        error={shown && place.trim() === '' ? '请填写地点' : null}
        onChange={setPlace}
      />
      <PlanFields
        typed={typed}
        onChange={setTyped}
        first={{ day: dayText, place }}
        today={today}
        error={shown && !plan ? planError : null}
      />
      <TextButton id="cancel-stage" text={`不再举行${view?.name ?? ''}`} onTap={onCancelStage} />
    </Sheet>
  );
}
