import { notices as contract } from '@jikaotong/shared/contract';
import { type Route, publishedQuery, refuse } from '../../platform/http';
import { loadCalendar } from './notice.repository';
import { findRawTextOf } from './versions.repository';

const getNoticeText = publishedQuery(contract.getNoticeText, async (ctx) => {
  const text = await findRawTextOf(ctx.h, ctx.input.params.id);
  return text === null ? refuse('not-found') : { text };
});

const getCalendarYears = publishedQuery(contract.getCalendarYears, async (ctx) => {
  const years = await loadCalendar(ctx.h);
  return {
    years: years.map(({ year, off, workedWeekends, source }) => ({
      year,
      off: [...off],
      worked: [...workedWeekends],
      source,
    })),
  };
});

export const routes: Route[] = [getNoticeText, getCalendarYears];
