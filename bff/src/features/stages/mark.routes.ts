import { stages as contract } from '@jikaotong/shared/contract';
import type { Role } from '@jikaotong/shared/contract';
import { stageEntrantList } from '@jikaotong/shared/lists';
import { type Actor, type Context, type Route, action, command, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { takeTurn } from './desk.repository';
import { type StageEntrant, confirmOthers, findEntrant } from './entrant.repository';
import { stageEntrantSource } from './entrant-list.repository';
import { freezeRoster } from './freeze-roster';
import { groupEntrant } from './group-entrant';
import { endPlaceOf, noteMark, noteStanding, scoreOf } from './note';
import { type FrozenStage, frozenStage, staffStage } from './stage';
import { presentDesk, presentEntrant } from './stage.presenter';

const getStageDesk = query(contract.getStageDesk, async (ctx) =>
  presentDesk(ctx, await staffStage(ctx, ctx.input.params.id, contract.getStageDesk.who)),
);

const freezeStageRoster = command(contract.freezeStageRoster, {
  handle: async (ctx) => {
    const stage = await staffStage(ctx, ctx.input.params.id, contract.freezeStageRoster.who);
    await freezeRoster(ctx, stage, ctx.input.body.seen);
    return { id: stage.id };
  },
  present: async (ctx, id) => presentDesk(ctx, await staffStage(ctx, id, contract.freezeStageRoster.who)),
});

const groupStageEntrant = command(contract.groupStageEntrant, {
  handle: async (ctx) => {
    const stage = await staffStage(ctx, ctx.input.params.id, contract.groupStageEntrant.who);
    await groupEntrant(ctx, stage, ctx.input.body);
    return { id: stage.id };
  },
  present: async (ctx, id) => presentDesk(ctx, await staffStage(ctx, id, contract.groupStageEntrant.who)),
});

type Asking = Pick<Context, 'h'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string; readonly number: number } };
};

/** An entrant of a frozen roster by number; any other does not exist. */
async function entrantFor(
  { h, actor, input: { params } }: Asking,
  roles: readonly Role[],
): Promise<{ stage: FrozenStage; entrant: StageEntrant }> {
  const stage = await staffStage({ h, actor }, params.id, roles);
  const entrant = stage.desk && (await findEntrant(h, stage.id, params.number));
  return stage.desk && entrant ? { stage: { ...stage, desk: stage.desk }, entrant } : refuse('not-found');
}

const getStageEntrant = query(contract.getStageEntrant, async (ctx) => {
  const { stage, entrant } = await entrantFor(ctx, contract.getStageEntrant.who);
  return presentEntrant(ctx, stage, entrant);
});

const keyStageMark = action(contract.keyStageMark, {
  handle: async (ctx) => {
    const { stage, entrant } = await entrantFor(ctx, contract.keyStageMark.who);
    const { part, mark, version, reason } = ctx.input.body;
    if (entrant.version !== version) refuse('changed-meanwhile');
    const source = stage.desk.revision > 0 ? 'corrected' : 'keyed';
    const by = { accountId: ctx.actor.accountId, source, reason } as const;
    await noteMark(ctx, stage, { entrant, part, score: scoreOf(mark), ...by });
    return presentEntrant(ctx, stage, entrant);
  },
});

const keyStanding = action(contract.noteStanding, {
  handle: async (ctx) => {
    const { stage, entrant } = await entrantFor(ctx, contract.noteStanding.who);
    const { version, ...said } = ctx.input.body;
    if (entrant.version !== version) refuse('changed-meanwhile');
    const source = stage.desk.revision > 0 ? 'corrected' : 'keyed';
    await noteStanding(ctx, stage, { entrant, ...said, accountId: ctx.actor.accountId, source });
    return presentEntrant(ctx, stage, entrant);
  },
});

const confirmStageNotes = command(contract.confirmStageNotes, {
  handle: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.confirmStageNotes.who);
    const { part, how } = ctx.input.body;
    // whoever previewed before this has something else to publish
    if (!(await takeTurn(ctx.h, stage.desk))) refuse('changed-meanwhile');
    const by = { part, accountId: ctx.actor.accountId, nowMs: ctx.now.ms };
    const confirmed = await confirmOthers(ctx.h, stage.id, by);
    const marks = confirmed.length;
    if (marks === 0) refuse('same-marker');
    if (part === 'standing') for (const entrant of confirmed) await endPlaceOf(ctx, entrant);
    ctx.audit('stage-notes-confirmed', { stageId: stage.id, noticeId: stage.notice.id }, { part, marks, how });
    return { id: stage.id };
  },
  present: async (ctx, id) => presentDesk(ctx, await staffStage(ctx, id, contract.confirmStageNotes.who)),
});

const entrants = serveList(stageEntrantList, stageEntrantSource);

export const routes: Route[] = [
  ...entrants.routes,
  getStageDesk,
  freezeStageRoster,
  groupStageEntrant,
  getStageEntrant,
  keyStageMark,
  keyStanding,
  confirmStageNotes,
];
