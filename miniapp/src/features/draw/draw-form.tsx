import { type StaffStageDraw, stageDraws } from '@jikaotong/shared/contract';
import { type LocalDate, addDays, isTimeOfDay, parseLocalDate } from '@jikaotong/shared/kernel';
import { type HeatTime, areInOrder, heatTimesOf } from '@jikaotong/shared/rules/draw';
import { hourWords, reachWords, refusalSentence } from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, toast, useCommand } from '../../platform';
import { BigButton, Cell, DayField, Group, Heading, NoticeBar, Page, RefusalMessage, TextField } from '../../ui';
import { useToday } from '../demonstration';
import { PromisedSeed, Undecided } from './promised-seed';

type Hours = { readonly day: string | null; readonly startsAt: string; readonly endsAt: string };

const wholeIn = (text: string, least: number, most: number): number | null => {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
};

/** Stations, minutes and hours of the heats; what comes of them is said before anything is drawn. */
export function DrawForm({ draw }: { draw: StaffStageDraw }) {
  const { noticeId, stage, stageName, inRooms, live, undecided } = draw;
  const today = useToday();
  const make = useCommand(stageDraws.drawStage);
  const [stations, setStations] = useState('20');
  const [minutes, setMinutes] = useState('40');
  const [gap, setGap] = useState('10');
  const [papers, setPapers] = useState('');
  const [hours, setHours] = useState<readonly Hours[]>([firstHours(draw)]);
  const [asked, setAsked] = useState(false);
  const plan = planOf({ stations, minutes, gap, hours });
  const fit = plan ? heatTimesOf(plan).length : 0;
  const needed = plan ? Math.ceil(live / plan.stations) : 0;
  const clashing = plan ? clashesOf(heatTimesOf(plan).slice(0, needed), inRooms) : [];
  const set = (at: number, part: Partial<Hours>) =>
    setHours(hours.map((one, position) => (position === at ? { ...one, ...part } : one)));
  const go = async () => {
    setAsked(true);
    if (!plan || needed > fit || clashing.length > 0) return;
    const sure = await confirm({
      title: `抽${stageName}的签？`,
      text: `名单${live}人从现在起固定，排${needed}场，种子随即公开。抽过不能重抽。${reachWords(draw.reach)}`,
      yes: '抽签',
    });
    if (!sure) return;
    const dealt = [...new Set(papers.split(/[、，,\s]+/).filter(Boolean))];
    const reply = await make.run({ params: { id: noticeId, stage }, body: { ...plan, papers: dealt } });
    if (reply.ok) toast('已抽签');
  };
  const number = (value: string, least: number, most: number) =>
    asked && wholeIn(value, least, most) === null ? `请填${least}到${most}的整数` : null;
  return (
    <Page action={<BigButton id="draw-stage" text="抽签" busy={make.busy} onTap={() => void go()} />}>
      <Heading title={`${stageName}抽签`} />
      <Undecided count={undecided} />
      <NoticeBar tone="info">已核对通过的选手{live}人。抽签定出场顺序、场次和工位。</NoticeBar>
      <RefusalMessage refusal={make.refusal} />
      <Group title="每一场">
        <TextField
          id="draw-stations"
          label="工位（个）"
          type="number"
          value={stations}
          maxlength={3}
          error={number(stations, 1, 200)}
          onChange={setStations}
        />
        <TextField
          id="draw-minutes"
          label="每场时长（分钟）"
          type="number"
          value={minutes}
          maxlength={3}
          error={number(minutes, 1, 600)}
          onChange={setMinutes}
        />
        <TextField
          id="draw-gap"
          label="场间间隔（分钟）"
          type="number"
          value={gap}
          maxlength={3}
          error={number(gap, 0, 240)}
          onChange={setGap}
        />
        <TextField
          id="draw-papers"
          label="试卷（可不填）"
          value={papers}
          maxlength={60}
          placeholder="如 A、B"
          onChange={setPapers}
        />
      </Group>
      {hours.map((one, at) => (
        <Group key={at} title={`时段${at + 1}`}>
          <DayField
            id={`draw-day-${at}`}
            label="日期"
            value={one.day}
            earliest={today}
            startAt={today}
            error={asked && one.day === null ? '请选择日期' : null}
            onChange={(day) => set(at, { day })}
          />
          <TimeField
            id={`draw-from-${at}`}
            label="开始"
            value={one.startsAt}
            onChange={(startsAt) => set(at, { startsAt })}
          />
          <TimeField
            id={`draw-until-${at}`}
            label="结束"
            value={one.endsAt}
            onChange={(endsAt) => set(at, { endsAt })}
          />
        </Group>
      ))}
      <Group>
        <Cell
          id="draw-more-hours"
          title="加一个时段"
          onTap={() => setHours([...hours, { day: hours.at(-1)?.day ?? null, startsAt: '13:00', endsAt: '17:00' }])}
        />
      </Group>
      {plan && needed > fit ? (
        <NoticeBar tone="warn">{refusalSentence('heats-too-many', { needed, fit })}</NoticeBar>
      ) : clashing.length > 0 ? (
        <NoticeBar tone="stop" title="和考场考试的时间重叠">
          {`${clashing.join('、')}选手在考场考试（现有${live}人），同一时间不能上工位。请把时段排到这些钟点以外。`}
        </NoticeBar>
      ) : plan ? (
        <NoticeBar tone="go">
          要排{needed}场，这些时段排得下{fit}场。
        </NoticeBar>
      ) : asked ? (
        <NoticeBar tone="stop">{refusalSentence('heat-hours-wrong')}</NoticeBar>
      ) : null}
      <PromisedSeed draw={draw} />
    </Page>
  );
}

type Rooms = StaffStageDraw['inRooms'];

/** The hours in rooms that a heat would be held in, in words. */
const clashesOf = (heats: readonly HeatTime[], inRooms: Rooms): string[] => [
  ...new Set(
    inRooms
      .filter(({ day, startsAt, endsAt }) =>
        heats.some((heat) => heat.day === day && heat.startsAt < endsAt && startsAt < heat.endsAt),
      )
      .map(({ day, startsAt, endsAt }) => hourWords(`${day} ${startsAt}–${endsAt}`)),
  ),
];

/** The hours to begin with: as announced, or from when nobody sits in a room any more, on the next day where it is late by then. */
function firstHours({ announced, inRooms }: StaffStageDraw): Hours {
  const from = announced?.startsAt ?? '09:00';
  if (!announced) return { day: null, startsAt: from, endsAt: '12:00' };
  const { day } = announced;
  const over = inRooms
    .filter((one) => one.day === day)
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1);
  if (over === undefined) return { day, startsAt: from, endsAt: '12:00' };
  return over < '16:00'
    ? { day, startsAt: over, endsAt: over < '11:00' ? '12:00' : '18:00' }
    : { day: addDays(day, 1), startsAt: '09:00', endsAt: '12:00' };
}

function TimeField(props: { id: string; label: string; value: string; onChange: (text: string) => void }) {
  const isWrong = props.value.length >= 5 && !isTimeOfDay(props.value);
  return <TextField {...props} maxlength={5} placeholder="09:00" error={isWrong ? '请填如 09:00 的时间' : null} />;
}

/** The plan as the fields say it; null while something is missing or out of order. */
function planOf(said: { stations: string; minutes: string; gap: string; hours: readonly Hours[] }) {
  const stations = wholeIn(said.stations, 1, 200);
  const minutes = wholeIn(said.minutes, 1, 600);
  const gapMinutes = wholeIn(said.gap, 0, 240);
  const blocks = said.hours.flatMap(({ day, startsAt, endsAt }) => {
    const parsed: LocalDate | null = day === null ? null : valueOf(parseLocalDate(day));
    return parsed && isTimeOfDay(startsAt) && isTimeOfDay(endsAt) ? [{ day: parsed, startsAt, endsAt }] : [];
  });
  const isWhole = blocks.length === said.hours.length && areInOrder(blocks);
  return stations !== null && minutes !== null && gapMinutes !== null && isWhole
    ? { stations, minutes, gapMinutes, blocks }
    : null;
}

const valueOf = (parsed: ReturnType<typeof parseLocalDate>) => (parsed.ok ? parsed.value : null);
