import type { StaffStageDraw, stageDraws } from '@jikaotong/shared/contract';
import { type LocalDate, addDays, isTimeOfDay } from '@jikaotong/shared/kernel';
import { heatTimesOf } from '@jikaotong/shared/rules/draw';
import { distanceWords, dayWords, reachWords, refusalSentence } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Command, confirm, toast } from '../../platform';
import { BigButton, Cell, DayField, Group, Heading, NoticeBar, Page, RefusalMessage, TextField } from '../../ui';
import { useToday } from '../demonstration';
import { type Hours, blocksOf, clashWords, firstHours, planOf, wholeIn } from './heat-plan';
import { PromisedSeed, Undecided } from './promised-seed';

type Props = { draw: StaffStageDraw; make: Command<typeof stageDraws.drawStage> };

/** Stations, minutes and hours of the heats; what comes of them is said before anything is drawn. */
export function DrawForm({ draw, make }: Props) {
  const { noticeId, stage, stageName, inRooms, live, undecided, entryOpen } = draw;
  const today = useToday();
  const [stations, setStations] = useState('20');
  const [minutes, setMinutes] = useState('40');
  const [gap, setGap] = useState('10');
  const [papers, setPapers] = useState('');
  const [hours, setHours] = useState<readonly Hours[]>([firstHours(draw)]);
  const [asked, setAsked] = useState(false);
  const plan = planOf({ stations, minutes, gap, hours });
  const fit = plan ? heatTimesOf(plan).length : 0;
  const needed = plan ? Math.ceil(live / plan.stations) : 0;
  const clash = plan && clashWords(heatTimesOf(plan).slice(0, needed), inRooms, { stations: plan.stations, live });
  const opensWords = (day: LocalDate) => `${dayWords(day, today)}起（${distanceWords(day, today)}）`;
  const set = (at: number, part: Partial<Hours>) =>
    setHours(hours.map((one, position) => (position === at ? { ...one, ...part } : one)));
  const go = async () => {
    setAsked(true);
    if (!plan || needed > fit || clash !== null) return;
    const sure = await confirm({
      title: `抽${stageName}的签？`,
      text: `给${live}人排${needed}场，种子随即公开，抽过不能重抽。参赛名单不因抽签固定，仍要在比赛成绩里确定。${reachWords(draw.reach)}`,
      yes: '抽签',
    });
    if (!sure) return;
    const dealt = [...new Set(papers.split(/[、，,\s]+/).filter(Boolean))];
    const reply = await make.run({ params: { id: noticeId, stage }, body: { ...plan, papers: dealt } });
    if (reply.ok) toast('已抽签');
  };
  const number = (value: string, least: number, most: number) =>
    (asked || value.trim() !== '') && wholeIn(value, least, most) === null ? `请填${least}到${most}的整数` : null;
  return (
    <Page
      action={
        entryOpen ? undefined : <BigButton id="draw-stage" text="抽签" busy={make.busy} onTap={() => void go()} />
      }
    >
      <Heading title={`${stageName}抽签`} />
      {entryOpen ? (
        <NoticeBar tone="warn" title="报名还没有截止，还不能抽签">
          {entryOpen.closesOn
            ? `${opensWords(addDays(entryOpen.closesOn, 1))}可以抽签。工位和时段可以先在这里试排。`
            : '报名截止、名单定了以后再抽签。'}
        </NoticeBar>
      ) : null}
      <Undecided count={undecided} />
      <NoticeBar tone="info">已核对通过的选手{live}人。抽签只定出场顺序、场次和工位，不确定参赛名单。</NoticeBar>
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
      ) : clash ? (
        <NoticeBar tone="stop" title="和考场考试的时间重叠">
          {`${clash}请把时段排到考场考试以外。`}
        </NoticeBar>
      ) : plan ? (
        <NoticeBar tone="go">
          要排{needed}场，这些时段排得下{fit}场。
        </NoticeBar>
      ) : asked && hours.every(({ day }) => day !== null) && !blocksOf(hours) ? (
        <NoticeBar tone="stop">{refusalSentence('heat-hours-wrong')}</NoticeBar>
      ) : null}
      <PromisedSeed draw={draw} />
    </Page>
  );
}

function TimeField(props: { id: string; label: string; value: string; onChange: (text: string) => void }) {
  const isWrong = props.value.length >= 5 && !isTimeOfDay(props.value);
  return <TextField {...props} maxlength={5} placeholder="09:00" error={isWrong ? '请填如 09:00 的时间' : null} />;
}
