import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates, corrections } from '@jikaotong/shared/contract';
import { certificateList } from '@jikaotong/shared/lists';
import { isDuplicate } from '@jikaotong/bff/platform/db';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { issueCertificates } from '../support/issue-certificates';
import { equipBody } from '../support/people';
import { type World, openWorld } from '../support/world';
import { qrIn } from '../support/qr-in';

const reason = '姓名按身份证更正';

describe('certificates that are void or replaced', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: Candidate;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    await exam.setRooms(10);
    await world.moveTo('2026-12-07');
    const [a, b] = [await exam.numberOf(anna), await exam.numberOf(bo)];
    await world.moveTo('2026-12-14');
    const passed = { 理论知识: 80, 操作技能: 80 };
    await exam.takeFilled({ [a]: passed, [b]: passed });
    await world.moveTo('2026-12-18');
    await exam.publish();
    await world.moveTo('2026-12-30');
    await equipBody(world, exam.administrator);
    await issueCertificates(exam.publisher.api, exam.params.id);
  });
  afterAll(() => world.stop());

  const own = ({ person, id }: Candidate) => person.api.ok(certificates.getCertificate, { params: { id } });
  const rows = async () =>
    (await exam.publisher.api.ok(certificateList.rows, { params: exam.params, query: {} })).items;
  const idOf = async (number: string) => (await rows()).find((row) => row.number === number)?.id ?? '';
  const replace = (id: string) =>
    exam.publisher.api.call(certificates.replaceCertificate, { params: { id }, body: { reason } });
  const verify = (number: string, name: string) =>
    world.stranger.ok(certificates.verifyCertificate, { query: { number, name } });

  it('wait to be replaced once a correction is accepted, and hold until then', async () => {
    const before = await own(anna);
    const fileId = await uploaded(anna.person, 'document', await portrait());
    const body = { name: '安雅', reason: '身份证上是安雅', evidenceFileIds: [fileId] };
    const { id } = await anna.person.api.ok(corrections.askCorrection, { params: { id: anna.id }, body });
    const seen = await exam.reviewer.api.ok(corrections.getStaffCorrection, { params: { id } });
    expect(seen.reissues).toEqual(['certificate']);
    await exam.reviewer.api.ok(corrections.decideCorrection, { params: { id }, body: { accept: true } });
    expect((await exam.toldTo(anna))[0]).toMatchObject({
      code: 'correction-accepted',
      data: { certificate: 1, number: null },
    });
    expect((await rows()).map(({ name, state }) => [name, state])).toEqual([
      ['安娜', 'to-replace'],
      ['薄一', 'issued'],
    ]);
    expect((await exam.duties()).map(([code]) => code)).toEqual(['register-certificates', 'replace-certificates']);
    const staff = await exam.publisher.api.ok(certificates.getStaffCertificate, {
      params: { id: await idOf(before.number) },
    });
    expect(staff).toMatchObject({ state: 'to-replace', name: '安娜', nameNow: '安雅', differs: ['name'] });
    expect(await verify(before.number, '安娜')).toMatchObject({ state: 'issued', replaced: false, voidedOn: null });
  });

  it('are replaced once by two who do it at once, under a new number', async () => {
    const before = await own(anna);
    const id = await idOf(before.number);
    expect(
      (await exam.reviewer.api.call(certificates.replaceCertificate, { params: { id }, body: { reason } })).status,
    ).toBe(403);
    const answers = await Promise.all([replace(id), replace(id), replace(id)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state', 'wrong-state']);
    expect((await exam.duties()).map(([code]) => code)).toEqual(['register-certificates']);
    const after = await own(anna);
    expect(after).toMatchObject({
      state: 'issued',
      name: '安雅',
      number: 'S000011000123265000003',
      earlier: [{ number: before.number, replaced: true, voidedOn: '2026-12-30' }],
    });
    expect(await verify(before.number, '安娜')).toMatchObject({
      state: 'void',
      replaced: true,
      voidedOn: '2026-12-30',
    });
    const byToken = await world.stranger.ok(certificates.verifyCertificate, { query: { token: before.qr } });
    expect(byToken).toMatchObject({ state: 'void', replaced: true });
    expect(await verify(after.number, '安雅')).toMatchObject({ state: 'issued', replaced: false });
    expect((await rows()).map(({ number, state }) => [number.slice(-1), state])).toEqual([
      ['1', 'replaced'],
      ['2', 'issued'],
      ['3', 'issued'],
    ]);
    const [newest] = await exam.toldTo(anna);
    expect(newest).toMatchObject({ code: 'certificate-replaced', data: { number: after.number, reason } });
    const picture = await anna.person.api.file(certificates.downloadCertificatePicture, { params: { id: anna.id } });
    expect(await qrIn(picture)).toBe(after.link);
    const pdf = await anna.person.api.file(certificates.downloadCertificate, { params: { id: anna.id } });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are made void with a reason that the holder reads, and replaced where that was a mistake', async () => {
    const before = await own(bo);
    const id = await idOf(before.number);
    const body = { reason: '成绩复核后取消' };
    const makeVoid = () => exam.publisher.api.call(certificates.voidCertificate, { params: { id }, body });
    const answers = await Promise.all([makeVoid(), makeVoid()]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    expect(await own(bo)).toMatchObject({ state: 'void', voidReason: '成绩复核后取消', voidedOn: '2026-12-30' });
    expect(await exam.stageOf(bo)).toBe('certificate-void');
    expect((await bo.person.api.refused(certificates.downloadCertificatePicture, { params: { id: bo.id } })).code).toBe(
      'wrong-state',
    );
    expect((await exam.toldTo(bo))[0]).toMatchObject({ code: 'certificate-voided', data: body });
    expect(await verify(before.number, '薄一')).toMatchObject({ state: 'void', replaced: false });
    expect((await replace(id)).code).toBe('ok');
    expect(await own(bo)).toMatchObject({ state: 'issued', number: 'S000011000123265000004' });
    expect(await exam.stageOf(bo)).toBe('certified');
  });

  it('never hold twice for one candidate, whatever the code forgets', async () => {
    const both = world.db.tx((h) => h.run('UPDATE certificate SET live_key = candidate_id'));
    expect(isDuplicate(await both.catch((error: unknown) => error), 'uq_certificate_live')).toBe(true);
  });
});
