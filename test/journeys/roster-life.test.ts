import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MessageView, applications, messages, rosterRows, rosters } from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import type { SignedInPerson } from '../support/people';
import { readWorkbook } from '../support/read-workbook';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';

describe('what becomes of a group, and how its agents hear of it', () => {
  let body: TrainingBody;
  let ids: string[];
  beforeAll(async () => {
    body = await openTrainingBody();
    ids = [];
    for (const nth of [0, 1, 2]) ids.push(await signed(nth));
    await body.agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    await body.world.runJobs();
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });
  const signed = async (nth: number): Promise<string> => {
    const { agent } = body;
    const values = { ...valuesOfLine(nth), phone: phoneOfLine(nth) };
    const row = await agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const photoFileId = await uploaded(agent, 'photo', ownFile(await portrait(), `life-${nth}`));
    const at = { ...params(), rowId: row.id };
    const { version } = await agent.api.ok(rosterRows.changeRosterRow, {
      params: at,
      ifMatch: row.version,
      body: { photoFileId },
    });
    const fileId = await uploaded(agent, 'document', await portrait());
    await agent.api.ok(rosterRows.takeSignedForm, { params: at, body: { fileId, version } });
    return row.id;
  };
  const told = async (who: SignedInPerson, code: string): Promise<MessageView[]> =>
    (await who.api.ok(messages.listMessages, { query: {} })).items.filter((message) => message.code === code);
  const versionOf = async (id: string) =>
    (await body.reviewer.api.ok(applications.getReview, { params: { id } })).version;

  it('tells them once how the roster stands, however many were decided', async () => {
    const [first = '', second = '', third = ''] = ids;
    for (const id of [first, second])
      await body.reviewer.api.ok(applications.approveApplication, {
        params: { id },
        body: { version: await versionOf(id) },
      });
    await body.reviewer.api.ok(applications.returnApplication, {
      params: { id: third },
      body: { version: await versionOf(third), remarks: [{ field: 'photo', text: '请重新拍照' }] },
    });
    expect(await told(body.agent, 'unit-roster-news')).toEqual([]);
    await body.world.moveTo('2024-08-13');
    const news = await told(body.agent, 'unit-roster-news');
    expect(news.map(({ data }) => data)).toMatchObject([
      { unitName: '某培训学校', sessionName: '2024年9月批次', order: 2, mend: 1, unpaid: 0, rejected: 0, lapsed: 0 },
    ]);
    expect(news[0]).toMatchObject({ applicationId: null });
  });

  it('shows why somebody was sent back, and hands in nobody whose photo is still the one that was objected to', async () => {
    const third = ids[2] ?? '';
    const { items } = await body.agent.api.ok(rosterRows.listRosterRows, { params: params(), query: {} });
    expect(items.find(({ id }) => id === third)).toMatchObject({
      state: 'returned',
      // the signed form still stands for it, and there is a photo by the rules
      confirmed: 'form',
      hasPhoto: true,
      remarks: [{ field: 'photo', text: '请重新拍照' }],
      standing: 'incomplete',
      reasons: ['照片退回以后还没有换，请换一张'],
    });
    const { counts } = await body.agent.api.ok(rosters.getRoster, { params: params() });
    expect(counts).toMatchObject({
      submittable: 0,
      resubmittable: 0,
      problems: 1,
      standing: { ready: 0, incomplete: 1 },
    });
    const again = { params: params(), body: { firstReviewed: false } };
    expect((await body.agent.api.refused(rosters.submitRoster, again)).code).toBe('nothing-to-submit');
    const sheet = await readWorkbook(await body.agent.api.file(rosters.downloadRoster, { params: params() }));
    expect(sheet.flat().join()).toContain('退回：照片，请重新拍照；照片退回以后还没有换，请换一张');
  });

  it('reminds them of what the unit owes, and ends what it left without an order when the window is over', async () => {
    const third = ids[2] ?? '';
    // one is ordered and never paid, one is approved too late for that order
    await body.agent.api.ok(rosters.openRosterOrder, { params: params() });
    const photoFileId = await uploaded(body.agent, 'photo', ownFile(await portrait(), 'life-again'));
    const at = { ...params(), rowId: third };
    const row = await body.agent.api.ok(rosterRows.getRosterRow, { params: at });
    const mended = await body.agent.api.ok(rosterRows.changeRosterRow, {
      params: at,
      ifMatch: row.version,
      body: { photoFileId },
    });
    expect(mended).toMatchObject({ confirmed: null, standing: 'ready', reasons: [] });
    const fileId = await uploaded(body.agent, 'document', await portrait());
    await body.agent.api.ok(rosterRows.takeSignedForm, { params: at, body: { fileId, version: mended.version } });
    await body.agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    await body.world.runJobs();
    await body.reviewer.api.ok(applications.approveApplication, {
      params: { id: third },
      body: { version: await versionOf(third) },
    });
    await body.world.moveTo('2024-08-31');
    expect((await told(body.agent, 'payment-reminder')).map(({ data }) => data)).toMatchObject([
      { unitName: '某培训学校', payBy: '2024-09-01' },
    ]);
    const states = async () => {
      const { counts } = await body.agent.api.ok(rosters.getRoster, { params: params() });
      return counts.state;
    };
    await body.world.moveTo('2024-09-01');
    expect(await states()).toEqual({ approved: 3 });
    await body.world.moveTo('2024-09-02');
    expect(await states()).toEqual({ lapsed: 3 });
    expect((await told(body.agent, 'unit-roster-news')).at(0)?.data).toMatchObject({ lapsed: 3, order: 0 });
  });
});
