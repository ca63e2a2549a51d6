import { type DemonstrationView, demonstration as contract } from '@jikaotong/shared/contract';
import { instantAt, timeAt } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { type Context, type Route, action, query, refuse } from '../../platform/http';
import { nextWindowEvent } from '../sessions';
import { MORNING, type NextEvent, midnightAfter, nextEventOf } from './next-event';
import { findNextJob } from './next-job.repository';

const findNextEvent = async (h: Handle, day: Context['now']['day']): Promise<NextEvent | null> =>
  nextEventOf(await nextWindowEvent(h, day), await findNextJob(h, midnightAfter(day)));

async function present({ h, now, ports }: Pick<Context, 'h' | 'now' | 'ports'>): Promise<DemonstrationView> {
  const on = ports.clock.demonstration;
  return {
    on,
    nowMs: now.ms,
    day: now.day,
    time: timeAt(now.ms),
    next: on ? await findNextEvent(h, now.day) : null,
    smsInboxUrl: on ? ports.config.smsInboxUrl : null,
  };
}

const getDemonstration = query(contract.getDemonstration, present);

/** Outside any transaction: every job on the way opens its own. */
const advanceDemonstration = action(contract.advanceDemonstration, {
  before: async (outside) => {
    if (!outside.ports.clock.demonstration) refuse('not-demonstration');
    const { toDay } = outside.input.body;
    if (toDay !== undefined && toDay <= outside.now.day) refuse('too-late', { until: outside.now.day });
    const next = toDay === undefined ? await outside.read((h) => findNextEvent(h, outside.now.day)) : null;
    if (toDay === undefined && next === null) refuse('no-next-event');
    await outside.ports.advanceTo(toDay === undefined ? (next?.atMs ?? outside.now.ms) : instantAt(toDay, MORNING));
  },
  handle: present,
});

export const routes: Route[] = [getDemonstration, advanceDemonstration];
