import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContestGroupView, contestGroups } from '@jikaotong/shared/contract';
import { openGroup, bluePhoto, entrantLine } from '../support/packages';
import { type SignedInPerson, candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { type Shrunk, beginBatch, sendBatch } from '../support/photo-batches';
import { filledRoster } from '../support/rosters';
import { sheetItems } from '../support/send-sheet';
import { approvedUnit } from '../support/units';
import { type World, openWorld } from '../support/world';

const MANY = 6;

describe('C25: a package from a desk, its photos one by one and its list last', () => {
  let world: World;
  let reviewer: SignedInPerson;
  let agent: SignedInPerson;
  let group: ContestGroupView;
  let template: Buffer;
  let photos: Shrunk[];
  let batchId: string;
  const lines = Array.from({ length: MANY }, (_, order) => entrantLine(order));
  const to = () => ({ endpoints: contestGroups.packagePhotos, id: group.id });
  const listOf = async (who: readonly (typeof lines)[number][]) => ({
    params: { id: group.id, batchId },
    file: { bytes: await filledRoster(template, who), name: '附件1.xlsx' },
  });
  const callIt = (people: number) =>
    agent.api.ok(contestGroups.callPackage, { params: { id: group.id }, body: { title: `甲安防+${people}` } });

  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-20' });
    const administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    agent = await candidateByPhone(world, '13900000001');
    const unit = await approvedUnit(agent, reviewer, { name: '北京甲安防有限公司' });
    group = await openGroup(agent, unit.id);
    template = await agent.api.file(contestGroups.downloadPackageTemplate, { params: { id: group.id } });
    photos = [];
    for (const [at, line] of lines.entries())
      photos.push({ name: `${line['证件号码']}.jpg`, original: 4_000_000, bytes: await bluePhoto(at) });
  });
  afterAll(() => world.stop());

  it('takes no list before the photos have come', async () => {
    const batch = await beginBatch(agent.api, to(), photos);
    batchId = batch.id;
    // C25 prints a colour and no size
    expect(batch.wanted).toEqual({ format: 'jpeg', minBytes: 20_000, maxBytes: 500_000 });
    await callIt(MANY);
    expect(await agent.api.refused(contestGroups.packageList, await listOf(lines))).toMatchObject({
      code: 'batch-incomplete',
      data: { left: MANY },
    });
  });

  it('keeps the photos where the list is wrong, for the next one', async () => {
    await sendBatch(agent.api, to(), batchId, photos);
    const short = await agent.api.ok(contestGroups.packageList, await listOf(lines.slice(1)));
    expect(short.state).toBe('refused');
    const endpoints = contestGroups.packageSheet;
    const problems = await sheetItems(agent, { endpoints, id: group.id, importId: short.id });
    expect(problems.map(({ code, value }) => [code, value])).toEqual([
      ['photo-unnamed', photos[0]?.name],
      ['title-count', `包名 ${MANY} 人，名单 ${MANY - 1} 人`],
    ]);
    const { batch } = await agent.api.ok(contestGroups.packagePhotos.get, { params: { id: group.id } });
    expect(batch).toMatchObject({ id: batchId, state: 'open', importId: null });
  });

  it('refuses a file that is no list in words', async () => {
    const none = {
      params: { id: group.id, batchId },
      file: { bytes: Buffer.from('Rar!\u001a\u0007'), name: 'a.xlsx' },
    };
    expect((await agent.api.refused(contestGroups.packageList, none)).code).toBe('file-refused');
  });

  it('enters everybody with their photos, and answers the same list twice with the same preview', async () => {
    const sent = await agent.api.ok(contestGroups.packageList, await listOf(lines));
    expect(sent).toMatchObject({ state: 'preview', counts: { added: MANY, problems: 0 } });
    expect((await agent.api.ok(contestGroups.packageList, await listOf(lines))).id).toBe(sent.id);
    const params = { id: group.id, importId: sent.id };
    await agent.api.ok(contestGroups.packageSheet.confirm, { params, body: { missing: 'keep' } });
    await world.runJobs();
    expect(await agent.api.ok(contestGroups.packageSheet.get, { params })).toMatchObject({
      state: 'done',
      applied: MANY,
      refused: 0,
    });
    const query = { params: { id: group.id }, query: { limit: 200 } };
    const { items } = await agent.api.ok(contestGroups.listGroupEntrants, query);
    expect(items.filter(({ photoUrl }) => photoUrl !== null)).toHaveLength(MANY);
    const { batch } = await agent.api.ok(contestGroups.packagePhotos.get, { params: { id: group.id } });
    expect(batch).toMatchObject({ state: 'handed-over', importId: sent.id, photos: [] });
  });

  it('lets staff take in the e-mailed one the same way, beside the agent’s own', async () => {
    const mailed = await beginBatch(reviewer.api, to(), photos.slice(0, 2));
    const own = await beginBatch(agent.api, to(), photos.slice(2));
    expect(mailed.id).not.toBe(own.id);
    await sendBatch(reviewer.api, to(), mailed.id, photos.slice(0, 2));
    await reviewer.api.ok(contestGroups.callPackage, { params: { id: group.id }, body: { title: '甲安防+2' } });
    const sheet = await filledRoster(template, lines.slice(0, 2));
    const file = { bytes: sheet, name: '附件1.xlsx' };
    const call = { params: { id: group.id, batchId: mailed.id }, file };
    const sent = await reviewer.api.ok(contestGroups.packageList, call);
    // the same pictures as they were sent before
    expect(sent).toMatchObject({ state: 'preview', counts: { same: 2, missing: MANY - 2 } });
  });
});
