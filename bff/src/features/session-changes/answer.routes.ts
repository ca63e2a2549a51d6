import { sessionChanges as contract } from '@jikaotong/shared/contract';
import { type Route, command, query } from '../../platform/http';
import { loadOwnApplication, presentOwnApplication } from '../applications';
import { answerChange } from './answer-change';
import { presentSessionChange } from './session-change.presenter';

const get = query(contract.getSessionChange, async (ctx) =>
  presentSessionChange(ctx, await loadOwnApplication(ctx, ctx.input.params.id)),
);

const answer = command(contract.answerSessionChange, {
  handle: async (ctx) => {
    const row = await loadOwnApplication(ctx, ctx.input.params.id);
    await answerChange(ctx, row, ctx.input.body);
    return { id: row.id };
  },
  present: presentOwnApplication,
});

export const routes: Route[] = [get, answer];
