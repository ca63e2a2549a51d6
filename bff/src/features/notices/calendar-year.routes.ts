import { type BodyOf, calendarYears as contract } from '@jikaotong/shared/contract';
import { type CalendarYear, checkCalendarYear } from '@jikaotong/shared/rules/calendar';
import { type Route, action, command, defineEvent, refuse } from '../../platform/http';
import { addCalendarYear, findCalendarYear, lastCalendarYear, replaceCalendarYear } from './calendar-year.repository';

/** Somebody is about to change a year's days: whoever computed dates by it refuses with `calendar-year-used`. */
export const calendarYearCorrected = defineEvent<{ readonly year: number }>('calendarYearCorrected');

const add = command(contract.addCalendarYear, {
  handle: async (ctx) => {
    const announced = announcedOf(ctx.input.body.year, ctx.input.body);
    const { year } = announced;
    if (await findCalendarYear(ctx.h, year)) refuse('calendar-year-taken', { year });
    const next = ((await lastCalendarYear(ctx.h)) ?? year - 1) + 1;
    // sessions keep the years they were computed by as a span: it has no holes
    if (year !== next) refuse('calendar-year-not-next', { year: next });
    if (!(await addCalendarYear(ctx.h, announced, ctx.now.ms))) refuse('calendar-year-taken', { year });
    ctx.audit('calendar-year-added', {}, summaryOf(announced));
    return { id: String(year) };
  },
  present: async ({ h }, year) => present((await findCalendarYear(h, Number(year))) ?? refuse('not-found')),
});

const correct = action(contract.correctCalendarYear, {
  handle: async (ctx) => {
    const { year } = ctx.input.params;
    const before = (await findCalendarYear(ctx.h, year)) ?? refuse('not-found');
    const announced = announcedOf(year, ctx.input.body);
    await replaceCalendarYear(ctx.h, announced);
    await ctx.emit(calendarYearCorrected({ year }));
    const values = { ...summaryOf(announced), before: [...before.off, ...before.workedWeekends] };
    ctx.audit('calendar-year-corrected', {}, { ...values, note: ctx.input.body.note });
    return present(announced);
  },
});

export const routes: Route[] = [add, correct];

type Given = Pick<BodyOf<typeof contract.addCalendarYear>, 'off' | 'worked' | 'source'>;

/** The year in its one form, days sorted and named once; refuses `calendar-year-wrong`. */
function announcedOf(year: number, { off, worked, source }: Given): CalendarYear {
  const announced = {
    year,
    off: [...new Set(off)].toSorted(),
    workedWeekends: [...new Set(worked)].toSorted(),
    source,
  };
  const fault = checkCalendarYear(announced);
  return fault ? refuse('calendar-year-wrong', { ...fault, year }) : announced;
}

const summaryOf = ({ year, off, workedWeekends, source }: CalendarYear) => ({
  year,
  off: [...off],
  worked: [...workedWeekends],
  source,
});

const present = summaryOf;
