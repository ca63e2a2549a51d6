import { AssessmentView, notices as contract } from '@jikaotong/shared/contract';
import { offeringOf } from '@jikaotong/shared/notice';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { type Route, action, query, refuse } from '../../platform/http';
import { findNotice, loadCalendar } from './notice.repository';
import { findRawTextOf } from './versions.repository';

const getNoticeText = query(contract.getNoticeText, async (ctx) => {
  const text = await findRawTextOf(ctx.h, ctx.input.params.id);
  return text === null ? refuse('not-found') : { text };
});

/** Writes nothing: what visitors answer about themselves is judged and forgotten. */
const assessFacts = action(contract.assessFacts, {
  handle: async (ctx) => {
    const { notice } = (await findNotice(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
    const { offeringCode, facts } = ctx.input.body;
    if (!offeringOf(notice, offeringCode)) refuse('offering-unknown', { offeringCode });
    return AssessmentView.parse(assess({ notice, offeringCode, facts, on: ctx.now.day }));
  },
});

const getCalendarYears = query(contract.getCalendarYears, async (ctx) => {
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

export const routes: Route[] = [getNoticeText, assessFacts, getCalendarYears];
