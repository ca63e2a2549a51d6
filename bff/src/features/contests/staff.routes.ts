import { type ReplyOf, type Role, type StageHours, contests, staffEntries } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import { type Actor, type Context, action, bodiesOf, query, refuse } from '../../platform/http';
import { announceStage } from './announce-stage';
import { cancelStage } from './cancel-stage';
import { type Contest, loadStaffContest, presentContest } from './contest';
import { type Entry, countEntries, findStaffEntry } from './entry.repository';
import { decideEntry } from './decide-entry';
import { presentDetail } from './entry.presenter';
import { countRegistrations } from './registration.repository';
import { entrantsOfStage } from './stage-entrants.repository';
import { filingOf } from './filing.presenter';
import { stageEventOf } from './stage.repository';
import { stageData } from './stage-reminder.job';
import { tellEntrant } from './tell-entrant';

const contest = query(contests.getStaffContest, async (ctx) => {
  const found = await loadStaffContest(ctx, ctx.input.params.id, contests.getStaffContest.who);
  const { id: noticeId, body } = found.notice;
  return {
    bodyId: body.id,
    entriesId: await stageEventOf(ctx.h, noticeId, found.firstStage),
    contest: await presentContest(ctx.h, found, ctx.now.day),
    filing: await filingOf(ctx, found),
    rankingGroups: (found.rule.rankingGroups ?? []).map(({ code, name }) => ({ code, name })),
    told: await toldOf(ctx.h, found),
    counts: { ...(await countEntries(ctx.h, noticeId)), ...(await countRegistrations(ctx.h, noticeId)) },
  };
});

async function toldOf(h: Handle, contest: Contest): Promise<ReplyOf<typeof contests.getStaffContest>['told']> {
  const told = [];
  for (const { code: stage } of contest.rule.stages) {
    const entrants = await entrantsOfStage(h, contest, stage);
    told.push({ stage, count: entrants.filter(({ accountId }) => accountId !== null).length });
  }
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
    await announceStage(ctx, contest, held);
    const data = stageData(contest, held);
    for (const entrant of await entrantsOfStage(ctx.h, contest, stage))
      await tellEntrant(ctx, entrant, 'contest-stage-announced', data);
    return presentContest(ctx.h, contest, ctx.now.day);
  },
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

export const routes = [contest, announce, cancel, detail, decide];

async function loadStaffEntry(
  ctx: Pick<Context, 'h'> & { actor: Actor; input: { params: { id: string } } },
  roles: readonly Role[],
): Promise<Entry> {
  return (await findStaffEntry(ctx.h, bodiesOf(ctx.actor, roles), ctx.input.params.id)) ?? refuse('not-found');
}
