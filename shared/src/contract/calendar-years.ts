import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Day, line } from './fields';

const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2099));

const announced = {
  /** Weekdays and weekends off, in any order. */
  off: z.array(Day).check(z.maxLength(120)),
  /** Saturdays and Sundays that are worked in exchange. */
  worked: z.array(Day).check(z.maxLength(60)),
  source: line(200),
};

const CalendarYearView = z.object({
  year: z.int(),
  off: z.array(Day),
  worked: z.array(Day),
  source: z.string(),
});

/** Adds the year after the last one, once the State Council has announced it; every body of the installation reads it. */
export const addCalendarYear = endpoint({
  name: 'addCalendarYear',
  method: 'POST',
  path: '/staff/calendar-years',
  who: ['operator'],
  body: z.strictObject({ year: z.int().check(z.gte(2000), z.lte(2099)), ...announced }),
  reply: CalendarYearView,
  refusals: ['calendar-year-wrong', 'calendar-year-taken', 'calendar-year-not-next'],
});

/** Puts other days in the place of a year's that nothing was computed by yet; the note says why, for the record. */
export const correctCalendarYear = endpoint({
  name: 'correctCalendarYear',
  method: 'PUT',
  path: '/staff/calendar-years/:year',
  who: ['operator'],
  params: z.strictObject({ year: Year }),
  body: z.strictObject({ ...announced, note: line(200) }),
  reply: CalendarYearView,
  refusals: ['calendar-year-wrong', 'calendar-year-used'],
});
