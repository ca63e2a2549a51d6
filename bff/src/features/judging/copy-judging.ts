import { judgePlaces as contract } from '@jikaotong/shared/contract';
import { type Route, action, refuse } from '../../platform/http';
import { drawnPlaces } from '../draws';
import { staffStage } from '../stages';
import { defineSheet } from './define-sheet';
import { presentJudging } from './judging.presenter';
import { addJudge, judgesOf, phoneOfJudge } from './judge.repository';
import { findJudging, sheetOf } from './judging.repository';
import { sheetWords } from './judging.record';
import { openJudging } from './judging.routes';
import { openJudges, othersOf } from './other-judgings';
import { refuseUnlessHolder } from './key-holders';

const copy = action(contract.copyJudging, {
  handle: async (ctx) => {
    const stage = await staffStage(ctx, ctx.input.params.id, contract.copyJudging.who);
    const { part } = ctx.input.params;
    const { from: stageId, what } = ctx.input.body;
    const known = (await othersOf(ctx.h, stage, part)).some((one) => one.stageId === stageId);
    const from = known ? await findJudging(ctx.h, { stageId, part }) : null;
    const sheet = from && (await sheetOf(ctx.h, from));
    if (!from || !sheet) return refuse('not-found');
    const { accountId } = ctx.actor;
    if (what === 'sheet') {
      const here = await findJudging(ctx.h, { stageId: stage.id, part });
      const said = sheetWords.open(ctx.ports.crypto, sheet, 'said');
      const { items, rule, spread, definedAs } = sheet;
      // seen and meant where it was defined
      const taken = { items: [...items], rule, spread, definedAs, said, seen: here?.version ?? 0, short: true };
      await defineSheet(ctx, stage, { ...taken, part, accountId });
      return presentJudging(ctx, stage, part);
    }
    const { judging } = await openJudging(ctx, contract.copyJudging.who);
    if ((await drawnPlaces(ctx.h, stage.id)).size === 0) refuse('draw-missing');
    refuseUnlessHolder(judging, accountId);
    const here = new Set((await judgesOf(ctx.h, judging.id)).map(({ phoneIndex }) => phoneIndex));
    for (const judge of await openJudges(ctx.h, from.id)) {
      const phone = phoneOfJudge(ctx.ports.crypto, judge);
      if (phone === null || here.has(judge.phoneIndex)) continue;
      const { name, unit } = judge;
      const of = { judgingId: judging.id, bodyId: judging.bodyId, assignedBy: accountId };
      // heats and stations are those of another draw
      await addJudge(ctx.h, ctx.ports.crypto, { ...of, name, unit, phone, heats: null, stations: null }, ctx.now.ms);
      ctx.audit('judge-assigned', { stageId: stage.id, noticeId: stage.notice.id }, { part });
    }
    return presentJudging(ctx, stage, part);
  },
});

export const routes: Route[] = [copy];
