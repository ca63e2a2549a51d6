import { type ReplyOf, type Role, type StageHours, contests, reach, staffEntries } from '@jikaotong/shared/contract';
import { type Actor, type Context, action, bodiesOf, query, refuse } from '../../platform/http';
import { announceStage } from './announce-stage';
import { cancelStage } from './cancel-stage';
import { type Contest, loadStaffContest, presentContest } from './contest';
import { type Entry, countEntries, findStaffEntry } from './entry.repository';
import { decideEntry } from './decide-entry';
import { presentDetail } from './entry.presenter';
import { reachOf } from './reach';
import { countRegistrations } from './registration.repository';
import { entrantsOfStage, waitingForTickets } from './stage-entrants.repository';
import { filingOf } from './filing.presenter';
import { findContestStage, stageEventOf } from './stage.repository';
import { stageData } from './stage-reminder.job';
import { tellEntrants, unitNews } from './tell-entrants';

const contest = query(contests.getStaffContest, async (ctx) => {
  const found = await loadStaffContest(ctx, ctx.input.params.id, contests.getStaffContest.who);
  const { id: noticeId, body } = found.notice;
  return {
    bodyId: body.id,
    entriesId: await stageEventOf(ctx.h, noticeId, found.firstStage),
    contest: await presentContest(ctx.h, found, ctx.now.day),
    filing: await filingOf(ctx, found),
    rankingGroups: (found.rule.rankingGroups ?? []).map(({ code, name }) => ({ code, name })),
    told: await reachOfStages(ctx, found),
    counts: { ...(await countEntries(ctx.h, noticeId)), ...(await countRegistrations(ctx.h, noticeId)) },
  };
});

async function reachOfStages(
  ctx: Pick<Context, 'h' | 'ports'>,
  contest: Contest,
): Promise<ReplyOf<typeof contests.getStaffContest>['told']> {
  const told = [];
  for (const { code: stage } of contest.rule.stages)
    told.push({ stage, ...(await reachOf(ctx, contest, await entrantsOfStage(ctx.h, contest, stage))) });
  return told;
}

const announce = action(contests.announceStage, {
  handle: async (ctx) => {
    const contest = await loadStaffContest(ctx, ctx.input.params.id, contests.announceStage.who);
    const { stage } = ctx.input.params;
    const { day, startsAt, place } = ctx.input.body;
    const plan = (ctx.input.body.plan ?? []).toSorted((one, other) => hourOf(one).localeCompare(hourOf(other)));
    if (day < ctx.now.day) refuse('day-over');
    const held = { stage, day, startsAt, place, plan };
    const { movedFrom } = await announceStage(ctx, contest, held);
    const data = { ...stageData(contest, held), ...(movedFrom && { was: movedFrom }) };
    await tellEntrants(ctx, contest, await entrantsOfStage(ctx.h, contest, stage), {
      code: 'contest-stage-announced',
      dataOf: () => data,
      toAgents: unitNews('contest-stage-announced', data),
    });
    return presentContest(ctx.h, contest, ctx.now.day);
  },
});

const ticketReach = query(reach.getTicketReach, async (ctx) => {
  const row = (await findContestStage(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
  const contest = await loadStaffContest(ctx, row.noticeId, reach.getTicketReach.who);
  return reachOf(ctx, contest, await waitingForTickets(ctx.h, row.id));
});

const cancel = action(contests.cancelStage, {
  handle: async (ctx) => {
    const contest = await loadStaffContest(ctx, ctx.input.params.id, contests.cancelStage.who);
    await cancelStage(ctx, contest, { stage: ctx.input.params.stage, reason: ctx.input.body.reason });
    return presentContest(ctx.h, contest, ctx.now.day);
  },
});

const hourOf = ({ day, startsAt }: StageHours): string => `${day} ${startsAt}`;

const detail = query(staffEntries.getStaffEntry, async (ctx) =>
  presentDetail(ctx, await loadStaffEntry(ctx, staffEntries.getStaffEntry.who)),
);

const decide = action(staffEntries.decideEntry, {
  handle: async (ctx) => {
    const row = await loadStaffEntry(ctx, staffEntries.decideEntry.who);
    await decideEntry(ctx, row, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return presentDetail(ctx, await loadStaffEntry(ctx, staffEntries.decideEntry.who));
  },
});

export const routes = [contest, announce, ticketReach, cancel, detail, decide];

async function loadStaffEntry(
  ctx: Pick<Context, 'h'> & { actor: Actor; input: { params: { id: string } } },
  roles: readonly Role[],
): Promise<Entry> {
  return (await findStaffEntry(ctx.h, bodiesOf(ctx.actor, roles), ctx.input.params.id)) ?? refuse('not-found');
}
