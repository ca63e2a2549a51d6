import { sessionChanges as contract } from '@jikaotong/shared/contract';
import { type Route, command, query } from '../../platform/http';
import { loadOwnApplication, presentOwnApplication } from '../applications';
import { answerChange } from './answer-change';
import { presentSessionChange } from './session-change.presenter';

const get = query(contract.getSessionChange, async (c) =>
  presentSessionChange(c, await loadOwnApplication(c, c.input.params.id)),
);

const answer = command(contract.answerSessionChange, {
  handle: async (c) => {
    const row = await loadOwnApplication(c, c.input.params.id);
    await answerChange(c, row, c.input.body);
    return { id: row.id };
  },
  present: presentOwnApplication,
});

export const routes: Route[] = [get, answer];
