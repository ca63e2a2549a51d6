import type { STAGE_HOURS, StageHours } from '../contract';
import { dayOfMonth, monthOf } from '../kernel';
import { wordOf } from './table';

/** What happens at a stage at its own hour and place. */
export const stageHoursWord = wordOf<(typeof STAGE_HOURS)[number]>({
  opening: '开幕式',
  theory: '理论考试',
  skill: '技能操作',
  closing: '闭幕式',
});

/** `7月28日 08:30—09:00 一层报告厅`. */
export const stageHoursWords = ({ day, startsAt, endsAt, place }: StageHours): string =>
  `${monthOf(day)}月${dayOfMonth(day)}日 ${startsAt}${endsAt === null ? '' : `—${endsAt}`} ${place}`;

/** All of them in one line, as messages say it. */
export const stagePlanWords = (plan: readonly StageHours[]): string =>
  plan.map((hours) => `${stageHoursWord(hours.kind)} ${stageHoursWords(hours)}`).join('；');
