import type { StageHours } from '../contract';
import type { LocalDate, TimeOfDay } from '../kernel';
import { lastDayOf } from '../rules/calendar';
import { dayAndDistanceWords } from './dates';
import { stagePlanWords } from './stage-plan';

type Stage = {
  readonly code: string;
  readonly name: string;
  readonly printed: string | null;
  readonly announced: {
    readonly day: LocalDate;
    readonly startsAt: TimeOfDay | null;
    readonly place: string;
    readonly plan?: readonly StageHours[] | undefined;
  } | null;
  readonly cancelled?: { readonly reason: string } | undefined;
  readonly rankedOn?: LocalDate | undefined;
};

/** What a contestant is told of the way through the stages: the next one, and after one who goes on to the next. */
export function contestNextWords(
  { stages }: { readonly stages: readonly Stage[] },
  today: LocalDate,
  /** The stage after which one did not go on; whether the telephone stands below. */
  { outAfter = null, phone = false }: { readonly outAfter?: string | null; readonly phone?: boolean } = {},
): { title: string; text: string } | null {
  const out = stages.findIndex(({ code }) => code === outAfter);
  if (out >= 0)
    return { title: `${stages[out]?.name ?? ''}已结束`, text: `您没有进入${stages[out + 1]?.name ?? ''}，感谢参赛。` };
  const off = stages.find(({ cancelled }) => cancelled !== undefined);
  const runs = stages.filter(({ cancelled }) => cancelled === undefined);
  if (off && runs.every((stage) => isOver(stage, today)))
    return { title: `${off.name}已取消`, text: `原因：${off.cancelled?.reason ?? ''}` };
  const at = stages.findIndex((stage) => !isOver(stage, today));
  const next = at === -1 ? null : (stages[at] ?? null);
  const before = at === -1 ? stages.at(-1) : stages[at - 1];
  if (next === null) {
    if (before === undefined) return null;
    return {
      title: `${before.name}已结束`,
      text: `${before.rankedOn ? '名次已公布，' : '名次和'}获奖名单由主办机构公布${phone ? CALL : ''}。`,
    };
  }
  if (next.announced && next.announced.day < today) {
    const left = (next.announced.plan ?? []).filter(({ day }) => day >= today);
    const isToday = left.some(({ day }) => day === today);
    return { title: `${isToday ? '今天' : '正在进行：'}${next.name}`, text: stagePlanWords(left) };
  }
  if (before === undefined || next.announced?.day === today) {
    const title = next.announced?.day === today ? `今天${next.name}` : `下一步：${next.name}`;
    return { title, text: next.announced ? placeWords(next.announced, today) : `时间地点${tellWords(next)}` };
  }
  const whoGoesOn = before.rankedOn
    ? '名次已公布。'
    : `成绩和进入${next.name}的名单由主办机构公布${phone ? CALL : ''}。`;
  const when = next.announced
    ? `${next.name}：${placeWords(next.announced, today)}`
    : `${next.name}的时间地点${tellWords(next)}`;
  return { title: `${before.name}已结束`, text: `${whoGoesOn}${when}` };
}

/** Its ranks are published, or its last day is over. */
const isOver = ({ announced, rankedOn }: Stage, today: LocalDate): boolean =>
  rankedOn !== undefined || (announced !== null && lastDayOf(announced) < today);

const CALL = '，想早点知道请打下面的电话';

const placeWords = ({ day, startsAt, place }: NonNullable<Stage['announced']>, today: LocalDate): string =>
  [dayAndDistanceWords(day, today), startsAt, place].filter(Boolean).join(' ');

const tellWords = ({ printed }: Stage): string => `定好后会在“消息”里通知您。${printed ? `通知原文：${printed}` : ''}`;
