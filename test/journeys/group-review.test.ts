import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portraits, rosterRows, rosterSites, rosters } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';

describe('staff review the people of one unit', () => {
  let body: TrainingBody;
  const ids: string[] = [];
  beforeAll(async () => {
    body = await openTrainingBody();
    const params = { id: body.roster.id };
    for (const nth of [0, 1]) {
      const values = { ...valuesOfLine(nth), phone: phoneOfLine(nth) };
      const row = await body.agent.api.ok(rosterRows.addRosterRow, { params, body: { values } });
      const at = { ...params, rowId: row.id };
      const photoFileId = await uploaded(body.agent, 'photo', ownFile(await portrait(), `group-review-${nth}`));
      const { version } = await body.agent.api.ok(rosterRows.changeRosterRow, {
        params: at,
        ifMatch: row.version,
        body: { photoFileId },
      });
      const fileId = await uploaded(body.agent, 'document', await portrait());
      await body.agent.api.ok(rosterRows.takeSignedForm, { params: at, body: { fileId, version } });
      ids.push(row.id);
    }
    await body.agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: false } });
    await body.world.runJobs();
  });
  afterAll(() => body.world.stop());
  const inSession = () => ({ id: body.sessionId });
  const wall = (unit?: string) =>
    body.reviewer.api.ok(portraits.listPortraits, { params: inSession(), query: { of: 'unseen', unit } });

  it('from the page of the unit, which says in which session how many wait', async () => {
    const { items } = await body.reviewer.api.ok(rosterSites.listStaffRosters, { params: { id: body.unit.id } });
    // nobody hands in originals where the notice takes the list here
    expect(items).toMatchObject([{ sessionId: body.sessionId, waiting: 2, originals: false, rows: [] }]);
  });

  it('one by one in the queue of that unit', async () => {
    const query = { unit: body.unit.id, state: 'submitted' };
    const { items } = await body.reviewer.api.ok(reviewList.rows, { params: inSession(), query });
    expect(items.map(({ id, unit }) => [id, unit]).toSorted()).toEqual(
      ids.map((id) => [id, body.unit.name]).toSorted(),
    );
  });

  it('and on a wall of their photos alone', async () => {
    const own = await wall(body.unit.id);
    expect(own.items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(own.counts).toEqual({ unseen: 2, all: 2 });
    const { items, counts } = await wall(body.sessionId);
    expect([items, counts]).toEqual([[], { unseen: 0, all: 0 }]);
    expect((await wall()).counts).toEqual({ unseen: 2, all: 2 });
  });
});
