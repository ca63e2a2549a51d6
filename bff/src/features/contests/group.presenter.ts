import type { ContestGroupView } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { presentContest } from './contest';
import { entriesOfUnit } from './entry.repository';
import { waitsForStaff } from './doubts-now';
import { type OpenGroup, refuseClosedGroup, wayOf } from './open-group';
import { stepsOf } from './steps';

/** A group for its agents and staff: how many stand in it, and how far the unit is with the site. */
export async function presentGroup(ctx: Pick<Context, 'h' | 'now'>, open: OpenGroup): Promise<ContestGroupView> {
  const { group, unit, contest, rule } = open;
  const { notice } = contest;
  const way = wayOf(contest);
  const live = (await entriesOfUnit(ctx.h, group)).filter(({ state }) => state === 'entered');
  const closed = refuseClosedGroup(open, ctx.now.day);
  const printed = notice.applicationMethods.find(({ who, where }) => who === 'group' && where === 'elsewhere');
  return {
    id: group.id,
    unitId: unit.id,
    unitName: unit.name,
    way,
    text: rule.text,
    source: { ...rule.source },
    closed: closed && { code: closed.refused, data: { ...closed.data } },
    title: group.title,
    steps:
      way === 'package'
        ? []
        : stepsOf(notice, 'group').map(({ text, source }) => ({
            text,
            source: { ...source },
            doneOn: group.ticks.find((tick) => tick.text === text)?.on ?? null,
          })),
    url: printed?.url ?? null,
    state: group.state,
    reference: group.reference,
    registeredOn: group.registeredOn,
    counts: { entered: live.length, undecided: live.filter(waitsForStaff).length },
    contest: await presentContest(ctx.h, contest, ctx.now.day),
  };
}
