import { type PeriodView, personalData as contract } from '@jikaotong/shared/contract';
import { type LocalDate, addDays } from '@jikaotong/shared/kernel';
import {
  type BodyPeriod,
  PERIOD_BOUNDS,
  PERIOD_KINDS,
  PERIOD_NOTICE_DAYS,
  announcedAfter,
  monthsKept,
  ownPeriodsOn,
} from '@jikaotong/shared/rules/retention';
import { type Route, action, query, refuse } from '../../platform/http';
import { administeredBody, findBodyLocked } from '../bodies';
import { addPeriod, bodyPeriods, dropAnnounced } from './body-period.repository';

/** What a body's periods are on a day, and what it has announced, in the order of the kinds. */
export function presentPeriods(periods: readonly BodyPeriod[], today: LocalDate): PeriodView[] {
  const own = ownPeriodsOn(periods, today);
  const announced = announcedAfter(periods, today);
  return PERIOD_KINDS.map((kind) => {
    const next = announced.find((one) => one.kind === kind);
    return { kind, own: own[kind] ?? null, announced: next ? { own: next.own, from: next.from } : null };
  });
}

const getPeriods = query(contract.getBodyPeriods, async (ctx) => {
  const { id } = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
  return { periods: presentPeriods((await bodyPeriods(ctx.h, [id])).get(id) ?? [], ctx.now.day) };
});

const setPeriod = action(contract.setBodyPeriod, {
  handle: async (ctx) => {
    const { id: bodyId } = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    // two who set the same kind take turns
    await findBodyLocked(ctx.h, bodyId);
    const { kind } = ctx.input.params;
    const { own } = ctx.input.body;
    const { leastMonths, mostMonths } = PERIOD_BOUNDS[kind];
    if (own && (own.months < leastMonths || own.months > mostMonths))
      refuse('period-out-of-bounds', { leastMonths, mostMonths });
    const today = ctx.now.day;
    const holds = ownPeriodsOn((await bodyPeriods(ctx.h, [bodyId])).get(bodyId) ?? [], today)[kind] ?? null;
    const withdrawn = await dropAnnounced(ctx.h, { bodyId, kind, today });
    const about = { kind, months: monthsKept(kind, own ? { [kind]: own } : {}) };
    if (own?.months !== holds?.months || own?.words !== holds?.words) {
      const from = addDays(today, PERIOD_NOTICE_DAYS);
      await addPeriod(ctx.h, { bodyId, kind, own, from, nowMs: ctx.now.ms });
      ctx.audit('period-announced', { bodyId }, { ...about, day: from });
    } else if (withdrawn > 0) ctx.audit('period-withdrawn', { bodyId }, about);
    return { periods: presentPeriods((await bodyPeriods(ctx.h, [bodyId])).get(bodyId) ?? [], today) };
  },
});

export const periodRoutes: readonly Route[] = [getPeriods, setPeriod];
