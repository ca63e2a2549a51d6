import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, portraits, rosterResults, rosterRows, rosterSites, rosters } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { blankPage } from '../support/scan-of';
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
      if (nth === 0) {
        const fileId = await uploaded(body.agent, 'document', await portrait());
        await body.agent.api.ok(rosterRows.takeSignedForm, { params: at, body: { fileId, version } });
      } else await signByScan(row.id);
      ids.push(row.id);
    }
    await body.agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: false } });
    await body.world.runJobs();
  });
  afterAll(() => body.world.stop());
  /** A page that says nothing of whose it is. */
  const signByScan = async (rowId: string) => {
    const params = { id: body.roster.id };
    const file = { bytes: await blankPage(), name: '一页.jpg' };
    await body.agent.api.ok(rosterResults.uploadSignedScan, { params, file });
    await body.world.runJobs();
    const [page] = (await body.agent.api.ok(rosterResults.getSignedScans, { params })).pages;
    const give = { params: { ...params, pageId: page?.id ?? '' }, body: { rowId } };
    await body.agent.api.ok(rosterResults.giveScanPage, give);
  };
  const inSession = () => ({ id: body.sessionId });
  const wall = (unit?: string) =>
    body.reviewer.api.ok(portraits.listPortraits, { params: inSession(), query: { of: 'unseen', unit } });

  it('from the page of the unit, which says in which session how many wait', async () => {
    const { items } = await body.reviewer.api.ok(rosterSites.listStaffRosters, { params: { id: body.unit.id } });
    // nobody hands in originals where the notice takes the list here
    expect(items).toMatchObject([{ sessionId: body.sessionId, waiting: 2, originals: false, rows: [] }]);
  });

  it('who see whose signed form stands on the word of the agent, and the page', async () => {
    const { items } = await body.reviewer.api.ok(rosterSites.listStaffRosters, { params: { id: body.unit.id } });
    expect(items[0]?.byHand).toMatchObject([{ id: ids[1], name: valuesOfLine(1)['name'] }]);
    const page = await fetch(`${body.world.origin}${items[0]?.byHand[0]?.url}`);
    expect(page.headers.get('content-type')).toBe('image/jpeg');
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

  it('who have nothing to look at but their photos: a letter that we write is no paper handed in', async () => {
    for (const id of ids) {
      const { papers } = await body.reviewer.api.ok(applications.getReview, { params: { id } });
      expect(papers).toMatchObject([{ document: 'work-experience-letter', files: [], number: null }]);
    }
    const { by } = await body.reviewer.api.ok(reviewList.counts, { params: inSession(), query: {} });
    // but for the one whose signed page an agent gave to them by hand
    expect(by['doubts']).toEqual({ clear: 1, form: 1, portrait: 2 });
  });
});
