import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterRows, rosters, units } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { ownFile, portrait } from '../builders/photos';
import { createApiClient } from '../support/api-client';
import { cutNetwork } from '../support/cut-network';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { type Shrunk, beginBatch, photoCall, sendBatch, sha256Of } from '../support/photo-batches';
import { filledRoster, manyLines, rowsIn, templateOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody } from '../support/training-body';
import { tokenIn } from '../support/units';

const MANY = proveCount(12);
const ORIGINAL = 4_000_000;

describe(`photos of ${MANY} people, sent one by one from a desk`, () => {
  let body: TrainingBody;
  let photos: Shrunk[];
  let colleague: SignedInPerson;
  const lines = manyLines(MANY);
  const to = () => ({ endpoints: rosters.rosterPhotos, id: body.roster.id });
  const params = () => ({ id: body.roster.id });
  const last = async (who = body.agent) => (await who.api.ok(rosters.rosterPhotos.get, { params: params() })).batch;
  const count = async (table: string): Promise<number> =>
    body.world.db.read(async (h) => {
      const [row] = await h.query<{ many: number | string }>(`SELECT COUNT(*) AS many FROM ${table}`);
      return Number(row?.many);
    });
  const photoFiles = () => count("file WHERE purpose = 'photo'");
  const few = (from: number): Shrunk[] => photos.slice(from, from + 3);

  beforeAll(async () => {
    body = await openTrainingBody();
    const sheet = await filledRoster(await templateOf(body.agent, body.roster.id), lines);
    await sendSheet(body.world, body.agent, { endpoints: rosters.rosterSheet, id: body.roster.id, bytes: sheet });
    const photo = await portrait();
    photos = lines.map((line, at) => ({
      name: `照片/${line['证件号码']}.JPG`,
      original: ORIGINAL,
      bytes: ownFile(photo, `batch-${at}`),
    }));
    colleague = await candidateByPhone(body.world, '13900000051');
    const invited = { phone: '13900000051', handsOver: false };
    const { linkPath } = await body.agent.api.ok(units.inviteAgent, { params: { id: body.unit.id }, body: invited });
    await colleague.api.ok(units.joinUnit, { params: { token: tokenIn(linkPath) } });
  });
  afterAll(() => body.world.stop());

  it('take one batch at a time: the same originals go on, others have to wait', async () => {
    expect(await last()).toBeNull();
    const begun = await beginBatch(body.agent.api, to(), few(0));
    expect(begun).toMatchObject({
      state: 'open',
      wanted: { format: 'jpeg', minBytes: 40_000, maxBytes: 81_920 },
      photos: [{ number: 1, name: few(0)[0]?.name, bytes: ORIGINAL, settled: false }, {}, {}],
    });
    expect((await beginBatch(body.agent.api, to(), few(0))).id).toBe(begun.id);
    const other = few(1).map(({ name, original }) => ({ name, bytes: original }));
    const refused = (chosen: typeof other) =>
      body.agent.api.refused(rosters.rosterPhotos.begin, { params: params(), body: { photos: chosen } });
    expect((await refused(other)).code).toBe('batch-open');
    const toMany = Array.from({ length: 1_001 }, (_, at) => ({ name: `${at}.jpg`, bytes: 1 }));
    expect((await refused(toMany)).code).toBe('batch-too-many');
  });

  it('refuse what was damaged on its way, what is too large, and a number that nobody listed', async () => {
    const batch = await last();
    if (!batch) throw new Error('no batch');
    const [photo] = photos;
    if (!photo) throw new Error('no photo');
    const refused = async (number: number, bytes: Buffer, sha256 = sha256Of(bytes)) => {
      const call = photoCall(to(), batch.id, number, bytes);
      return (await body.agent.api.refused(rosters.rosterPhotos.send, { ...call, query: { sha256 } })).code;
    };
    expect(await refused(1, photo.bytes, sha256Of(Buffer.from('another')))).toBe('checksum-wrong');
    expect(await refused(1, Buffer.alloc(4_000_001))).toBe('too-large');
    expect(await refused(4, photo.bytes)).toBe('not-found');
    expect((await last())?.photos.every(({ settled }) => !settled)).toBe(true);
  });

  it('stand once, however often they are sent, and do not mix with a colleague’s', async () => {
    const batch = await last();
    const [photo, second] = photos;
    if (!batch || !photo || !second) throw new Error('no batch');
    const before = await photoFiles();
    const send = (bytes = photo.bytes) =>
      body.agent.api.ok(rosters.rosterPhotos.send, photoCall(to(), batch.id, 1, bytes));
    await Promise.all([send(), send(), send()]);
    await send(second.bytes);
    expect(await photoFiles()).toBe(before + 1);
    const theirs = await beginBatch(colleague.api, to(), few(0));
    expect(theirs.photos.every(({ settled }) => !settled)).toBe(true);
    const strange = photoCall(to(), batch.id, 2, second.bytes);
    expect((await colleague.api.refused(rosters.rosterPhotos.send, strange)).code).toBe('not-found');
    expect((await last())?.photos.map(({ settled }) => settled)).toEqual([true, false, false]);
  });

  it('are not taken before all have come, and are erased when they are given up', async () => {
    const batch = await last();
    const key = { params: { ...params(), batchId: batch?.id ?? '' } };
    expect(await body.agent.api.refused(rosters.takeRosterPhotos, key)).toMatchObject({
      code: 'batch-incomplete',
      data: { left: 2 },
    });
    await body.agent.api.ok(rosters.rosterPhotos.cancel, key);
    await body.world.runJobs();
    expect(await count(`photo_batch_item WHERE batch_id = '${batch?.id}'`)).toBe(0);
    expect(await photoFiles()).toBe(0);
    expect(await last()).toBeNull();
    expect((await body.agent.api.refused(rosters.rosterPhotos.cancel, key)).code).toBe('batch-over');
    expect((await body.agent.api.refused(rosters.takeRosterPhotos, key)).code).toBe('batch-over');
  });

  it('end with whoever is removed: what came is erased, and the door is closed', async () => {
    const batch = await last(colleague);
    const [photo] = photos;
    if (!batch || !photo) throw new Error('no batch');
    await colleague.api.ok(rosters.rosterPhotos.send, photoCall(to(), batch.id, 1, photo.bytes));
    expect(await photoFiles()).toBe(1);
    const out = { id: body.unit.id, accountId: colleague.accountId };
    await body.agent.api.ok(units.removeAgent, { params: out });
    await body.world.runJobs();
    expect([await photoFiles(), await count('photo_batch_item')]).toEqual([0, 0]);
    const call = photoCall(to(), batch.id, 2, photo.bytes);
    expect((await colleague.api.refused(rosters.rosterPhotos.send, call)).code).toBe('not-found');
  });

  it('say by name whose photo was none, and what could not be opened at the desk', async () => {
    const small = await portrait({ width: 60, height: 90, bytes: 50_000 });
    const odd: Shrunk[] = [
      { name: '无此人.jpg', original: ORIGINAL, bytes: photos[0]?.bytes ?? small },
      { name: `${lines[1]?.['证件号码']}.jpg`, original: ORIGINAL, bytes: small },
      { name: `${lines[2]?.['证件号码']}.heic`, original: ORIGINAL, bytes: small },
      { name: `${lines[3]?.['证件号码']}.jpg`, original: ORIGINAL, bytes: Buffer.from('no picture at all') },
    ];
    const batch = await beginBatch(body.agent.api, to(), odd);
    const why = { params: { ...params(), batchId: batch.id, number: 3 }, body: { why: 'photo-heic' as const } };
    await body.agent.api.ok(rosters.rosterPhotos.leave, why);
    await sendBatch(body.agent.api, to(), batch.id, odd);
    const key = { params: { ...params(), batchId: batch.id } };
    const { state, result, photos: left } = await body.agent.api.ok(rosters.takeRosterPhotos, key);
    expect(state).toBe('handed-over');
    expect(result?.problems).toMatchObject([
      { file: '无此人.jpg', code: 'photo-unknown', name: null },
      { code: 'photo-refused', name: lines[1]?.['姓名'], reason: '高要大于 132 像素，宽要大于 88 像素' },
      { code: 'photo-heic', name: lines[2]?.['姓名'] },
      { code: 'photo-refused', name: lines[3]?.['姓名'] },
    ]);
    expect(result).toMatchObject({ taken: 0, missing: { count: MANY } });
    expect(left).toHaveLength(4);
    await body.world.runJobs();
    // the one that found nobody is kept
    expect(await photoFiles()).toBe(1);
    expect((await last())?.result?.taken).toBe(0);
  });

  it('keep for a day what found nobody, until the agent says whose it is', async () => {
    const kept = async () => (await last())?.result?.problems.flatMap(({ photo }) => photo ?? []);
    const [photo, ...others] = (await kept()) ?? [];
    expect(others).toEqual([]);
    expect((await fetch(new URL(photo?.url ?? '', body.world.origin))).status).toBe(200);
    const [somebody] = (await body.agent.api.ok(rosterRows.listPhotoless, { params: params() })).items;
    const give = {
      params: { ...params(), rowId: somebody?.id ?? '' },
      ifMatch: somebody?.version ?? 0,
      body: { photoFileId: photo?.fileId ?? '' },
    };
    expect((await body.agent.api.ok(rosterRows.changeRosterRow, give)).hasPhoto).toBe(true);
    const { result } = (await last()) ?? {};
    expect(result).toMatchObject({ taken: 1, missing: { count: MANY - 1 } });
    expect(result?.missing.names).not.toContain(somebody?.name);
    expect(result?.problems.map(({ code }) => code)).toEqual(['photo-refused', 'photo-heic', 'photo-refused']);
    expect((await body.agent.api.ok(rosterRows.listPhotoless, { params: params() })).items).toHaveLength(MANY - 1);
  });

  it('all stand at their rows after the network broke twice, none doubled and none lost', async () => {
    const each = photos[0]?.bytes.length ?? 0;
    const network = await cutNetwork(body.world.origin, [
      { afterBytes: each * Math.floor(MANY / 3), while: 'asking' },
      { afterBytes: each * Math.floor((2 * MANY) / 3), while: 'answering' },
    ]);
    const api = createApiClient(network.origin, body.agent.session.accessToken);
    const batch = await beginBatch(api, to(), photos);
    const began = Date.now();
    const { broken } = await sendBatch(api, to(), batch.id, photos);
    console.log(`${MANY} photos in ${Date.now() - began} ms, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`);
    network.close();
    expect(network.broken()).toBe(2);
    expect(broken).toBeGreaterThanOrEqual(2);
    const key = { params: { ...params(), batchId: batch.id } };
    const taken = await body.agent.api.ok(rosters.takeRosterPhotos, key);
    expect(taken.result).toEqual({ taken: MANY, problems: [], missing: { count: 0, names: [] } });
    expect((await body.agent.api.ok(rosters.takeRosterPhotos, key)).result?.taken).toBe(MANY);
    await body.world.runJobs();
    expect((await rowsIn(body.agent, body.roster.id)).filter(({ hasPhoto }) => hasPhoto)).toHaveLength(MANY);
    // one more: what was given by hand and replaced since is swept later
    expect([await photoFiles(), await count('photo_batch_item')]).toEqual([MANY + 1, 0]);
  });

  it('are erased a day after they began', async () => {
    const batch = await beginBatch(body.agent.api, to(), few(0));
    const [photo] = photos;
    const call = photoCall(to(), batch.id, 1, photo?.bytes ?? Buffer.alloc(0));
    await body.agent.api.ok(rosters.rosterPhotos.send, call);
    expect(await count('photo_batch_item')).toBe(3);
    await body.world.moveTo('2024-08-13', '23:00');
    expect(await last()).toMatchObject({ state: 'expired', photos: [] });
    expect([await photoFiles(), await count('photo_batch_item')]).toEqual([MANY + 1, 0]);
    expect((await body.agent.api.refused(rosters.rosterPhotos.send, call)).code).toBe('batch-over');
  });

  it('are not taken for a unit that was suspended, and staff of another matter see nothing', async () => {
    const batch = await beginBatch(body.agent.api, to(), few(0));
    const [photo] = photos;
    const call = photoCall(to(), batch.id, 1, photo?.bytes ?? Buffer.alloc(0));
    const none = await body.reviewer.api.refused(rosters.rosterPhotos.send, call);
    expect(none.code).toBe('not-found');
    const { version } = await body.agent.api.ok(units.getUnit, { params: { id: body.unit.id } });
    const stop = { params: { id: body.unit.id }, body: { version, reason: '资料有误' } };
    await body.reviewer.api.ok(units.suspendUnit, stop);
    expect(await body.agent.api.refused(rosters.rosterPhotos.send, call)).toMatchObject({
      code: 'wrong-state',
      data: { state: 'unit-suspended' },
    });
  });
});
