import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, portraits, rosterResults, rosterRows, rosters } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { actOn } from '../support/act-on';
import { uploaded } from '../support/apply';
import { filledRoster, lineOf, photosOf, rowsIn, templateOf } from '../support/rosters';
import { blankPage } from '../support/scan-of';
import { sendSheet } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody } from '../support/training-body';

const MANY = 32;

describe(`${MANY} people of one unit, all of whom the rules accept`, () => {
  let body: TrainingBody;
  const params = () => ({ id: body.roster.id });
  const inSession = () => ({ id: body.sessionId });
  const asked = () => ({ unit: body.unit.id, state: 'submitted' });
  const all = () => ({ act: 'approve' as const, which: { match: asked() } });
  /** Of the last one the scan does not say whose it is: the agent does. */
  let byHand: string;
  beforeAll(async () => {
    body = await openTrainingBody();
    const { world, agent, roster } = body;
    const orders = Array.from({ length: MANY }, (_, order) => order);
    const template = await templateOf(agent, roster.id);
    const bytes = await filledRoster(
      template,
      orders.map((order) => lineOf(order)),
    );
    await sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
    const zip = { bytes: await photosOf(orders), name: '照片.zip' };
    await agent.api.ok(rosters.uploadRosterPhotos, { params: params(), file: zip });
    await world.runJobs();
    const rows = await rowsIn(agent, roster.id);
    byHand = rows.at(-1)?.id ?? '';
    for (const { id: rowId, version } of rows.slice(0, -1)) {
      const fileId = await uploaded(agent, 'document', await portrait());
      await agent.api.ok(rosterRows.takeSignedForm, { params: { ...params(), rowId }, body: { fileId, version } });
    }
    const file = { bytes: await blankPage(), name: '一页.jpg' };
    await agent.api.ok(rosterResults.uploadSignedScan, { params: params(), file });
    await world.runJobs();
    const [page] = (await agent.api.ok(rosterResults.getSignedScans, { params: params() })).pages;
    const give = { params: { ...params(), pageId: page?.id ?? '' }, body: { rowId: byHand } };
    await agent.api.ok(rosterResults.giveScanPage, give);
    await agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    await world.runJobs();
  });
  afterAll(() => body.world.stop());
  const counts = () => body.reviewer.api.ok(reviewList.counts, { params: inSession(), query: asked() });

  it('are not approved together while nobody has seen their photos', async () => {
    const select = { params: inSession(), body: all() };
    expect(await body.reviewer.api.refused(reviewList.acting.select, select)).toMatchObject({
      code: 'wrong-state',
      data: { state: 'empty' },
    });
    expect((await counts()).total).toBe(MANY);
  });

  it('are approved at once after that, but for the one whose signed page an agent gave to them by hand', async () => {
    const query = { of: 'unseen', unit: body.unit.id, limit: '100' } as const;
    const { items } = await body.reviewer.api.ok(portraits.listPortraits, { params: inSession(), query });
    expect(items).toHaveLength(MANY);
    const seen = items.map(({ id, photo }) => ({ id, photoId: photo.id }));
    await body.reviewer.api.ok(portraits.lookAtPortraits, { params: inSession(), body: { seen } });
    const done = await actOn(body.world, body.reviewer, { list: reviewList, id: body.sessionId, choice: all() });
    expect(done).toMatchObject({ done: MANY - 1, refused: 0, aside: 1 });
    const { items: left } = await body.reviewer.api.ok(reviewList.rows, { params: inSession(), query: asked() });
    expect(left).toMatchObject([{ id: byHand, doubts: ['form'] }]);
    const roster = await body.agent.api.ok(rosters.getRoster, { params: params() });
    expect(roster.toOrder).toEqual({ candidates: MANY - 1, fen: (MANY - 1) * 16_000 });
  });

  it('and that one by itself, by whoever has opened it', async () => {
    const at = { params: { id: byHand } };
    const { version, doubts } = await body.reviewer.api.ok(applications.getReview, at);
    expect(doubts).toEqual(['form']);
    await body.reviewer.api.ok(applications.approveApplication, { ...at, body: { version } });
    expect((await counts()).total).toBe(0);
  });
});
