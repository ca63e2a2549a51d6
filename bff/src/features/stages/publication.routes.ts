import { stagePublication as contract } from '@jikaotong/shared/contract';
import { type Supposed, differencesOf, supposing } from '@jikaotong/shared/rules/ranking';
import { type Route, action, command, query, refuse } from '../../platform/http';
import { admitReplacement } from './admit-replacement';
import { decideTie, faultIn, idByNumber } from './decide-tie';
import { scoreOf } from './note';
import { differenceView, groupViews, previewOf } from './preview';
import { publishStage } from './publish-stage';
import { rankingNow } from './ranking-now';
import { frozenStage, staffStage } from './stage';
import { presentDesk } from './stage.presenter';

const preview = query(contract.previewStage, async (ctx) =>
  previewOf(ctx, await frozenStage(ctx, ctx.input.params.id, contract.previewStage.who)),
);

const suppose = action(contract.supposeStage, {
  handle: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.supposeStage.who);
    const now = await rankingNow(ctx.h, ctx.ports.crypto, stage);
    const idOf = idByNumber(now);
    const supposed = ctx.input.body.suppose.map((one): Supposed => {
      if (one.kind === 'decided') return { kind: 'decided', decision: { order: one.order.map(idOf), reason: '—' } };
      const entrant = idOf(one.number);
      if (one.kind !== 'marked') return { kind: one.kind, entrant };
      return { kind: 'marked', entrant, part: one.part, mark: one.mark === null ? null : scoreOf(one.mark) };
    });
    // a decision that is tried stands in place of the jury's
    const triedEntrants = new Set(supposed.flatMap((one) => (one.kind === 'decided' ? one.decision.order : [])));
    const decisions = now.given.decisions.filter(({ order }) => !order.some((id) => triedEntrants.has(id)));
    const made = supposing({ ...now.given, decisions }, supposed);
    if (!made.ok) return refuse('tie-refused', faultIn(now, made.error[0]));
    const { ranking, lapsed } = made.value;
    const differences = differencesOf(now.ranking, ranking);
    return {
      groups: groupViews(stage.rule, ranking.groups),
      differences: differences.map((one) => differenceView(now.entrants, one)),
      undecidedTies: ranking.groups.reduce((sum, { undecidedTies }) => sum + undecidedTies.length, 0),
      lapsedDecisions: lapsed.length,
    };
  },
});

const decide = command(contract.decideTie, {
  handle: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.decideTie.who);
    await decideTie(ctx, stage, ctx.input.body);
    return { id: stage.id };
  },
  present: async (ctx, id) => previewOf(ctx, await frozenStage(ctx, id, contract.decideTie.who)),
});

const publish = command(contract.publishStage, {
  handle: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.publishStage.who);
    await publishStage(ctx, stage, ctx.input.body);
    return { id: stage.id };
  },
  present: async (ctx, id) => presentDesk(ctx, await staffStage(ctx, id, contract.publishStage.who)),
});

const admitOne = command(contract.admitInstead, {
  handle: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.admitInstead.who);
    await admitReplacement(ctx, stage, ctx.input.body);
    return { id: stage.id };
  },
  present: async (ctx, id) => presentDesk(ctx, await staffStage(ctx, id, contract.admitInstead.who)),
});

export const routes: Route[] = [preview, suppose, decide, publish, admitOne];
