import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accounts,
  applications,
  bodies,
  certificates,
  objections,
  personalData,
  year,
} from '@jikaotong/shared/contract';
import { auditList, objectionList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { bspia } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('objections to the public list', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: Candidate;
  let a = '';
  let b = '';
  let receipt = '';
  const PHONE = '13911110001';
  const codeOf = async (phone: string) => {
    world.clock.passWall(61_000);
    await world.stranger.ok(accounts.requestCode, { body: { phone } });
    return world.owner.smsCode(phone);
  };
  const filing = (ticketNumber: string, code: string, phone = PHONE, subject: 'mark' | 'identity' = 'identity') =>
    world.stranger.call(objections.fileObjection, {
      params: exam.params,
      body: { ticketNumber, subject, reasons: '考试当天本人在外地，照片不像', name: '举报人甲', phone, code },
    });
  const lookUp = (text: string) => world.stranger.call(objections.lookUpObjection, { body: { receipt: text } });
  const standing = async () =>
    (await exam.publisher.api.ok(objections.getPublicityStanding, { params: exam.params })).offerings[0];
  const rows = async () => (await exam.publisher.api.ok(objectionList.rows, { params: exam.params, query: {} })).items;
  const preview = () => exam.administrator.api.ok(certificates.previewCertificates, { params: exam.params });
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-14');
    [a, b] = [await exam.numberOf(anna), await exam.numberOf(bo)];
    await exam.takeFilled({
      [a]: { 理论知识: 80, 操作技能: 90 },
      [b]: { 理论知识: 70, 操作技能: 75 },
    });
    await exam.administrator.api.ok(bodies.updateBody, {
      params: { id: bspia.id },
      body: { certificatePrefix: { letter: 'S', bodyCode: '0000', province: '11', site: '000123' } },
    });
  });
  afterAll(() => world.stop());

  it('are taken while the list is public, by a proven phone, without an account', async () => {
    expect((await filing(a, '123456')).code).toBe('not-published');
    await exam.publish();
    const code = await codeOf(PHONE);
    expect((await filing('2026121299999', code)).code).toBe('line-unknown');
    expect((await filing(a, code === '000000' ? '111111' : '000000')).code).toBe('code-wrong');
    const filed = await filing(a, code);
    expect(filed).toMatchObject({ code: 'ok', data: { receipt: expect.stringMatching(/^YY[2-9A-HJ-NP-Z]{12}$/) } });
    receipt = String(Object(filed.data).receipt);
    expect((await filing(b, code)).code).toBe('code-expired');
    expect((await filing(a, await codeOf(PHONE))).code).toBe('objection-open');
  });

  it('take evidence beside them, and are looked up by the receipt alone', async () => {
    const bytes = await portrait();
    const add = (to: string, file: Buffer) =>
      world.stranger.call(objections.addEvidence, { query: { receipt: to }, file: { bytes: file, name: '证据.jpg' } });
    expect((await add('YY222222222222', bytes)).code).toBe('not-found');
    expect((await add(receipt, Buffer.from('kein Bild'))).code).toBe('unsupported-type');
    for (const files of [1, 2, 3, 4, 5]) expect((await add(receipt, bytes)).data).toEqual({ files });
    expect((await add(receipt, bytes)).code).toBe('upload-quota');
    expect((await lookUp(receipt.toLowerCase())).data).toMatchObject({
      ticketNumber: a,
      subject: 'identity',
      state: 'open',
      files: 5,
      answer: null,
    });
    expect(JSON.stringify((await lookUp(receipt)).data)).not.toMatch(/安娜|举报人甲|1391111/);
    expect((await lookUp('YY222222222222')).code).toBe('not-found');
  });

  it('stand before the staff with who says what of whom, and before nobody else', async () => {
    const [row] = await rows();
    expect(row).toMatchObject({
      state: 'open',
      subject: 'identity',
      ticketNumber: a,
      name: '安娜',
      dueOn: '2026-12-23',
    });
    const params = { id: row?.id ?? '' };
    const view = await exam.publisher.api.ok(objections.getStaffObjection, { params });
    expect(view).toMatchObject({
      by: { name: '举报人甲', phone: PHONE },
      line: { applicationId: anna.id, ticketNumber: a, name: '安娜' },
      reasons: '考试当天本人在外地，照片不像',
      mayDecide: true,
    });
    expect(view.files).toHaveLength(5);
    expect((await exam.reviewer.api.refused(objections.getStaffObjection, { params })).code).toBe('forbidden');
    expect((await anna.person.api.refused(objections.getStaffObjection, { params })).code).toBe('forbidden');
    expect(await exam.duties()).toContainEqual(['decide-objections', '2026-12-23', false]);
  });

  it('let publicity end on its last day, by a job and not earlier, and only the line that is objected to wait', async () => {
    await world.moveTo('2026-12-23');
    expect(await standing()).toMatchObject({
      opens: '2026-12-14',
      closes: '2026-12-23',
      closedAt: null,
      waiting: [{ ticketNumber: a, name: '安娜' }],
    });
    await world.moveTo('2026-12-24');
    expect((await standing())?.closedAt).toBe(new Date('2026-12-24T00:00:00+08:00').getTime());
    expect((await filing(b, '123456')).code).toBe('too-late');
    const { items } = await exam.administrator.api.ok(auditList.rows, {
      params: { id: bspia.id },
      query: { event: 'publicity-closed' },
    });
    expect(items).toHaveLength(2);
    expect(await preview()).toMatchObject({
      candidates: 1,
      held: [{ hold: 'objection-open', names: ['安娜'] }],
    });
    expect(await exam.duties()).toContainEqual(['decide-objections', '2026-12-23', true]);
    const blockedOf = async ({ person, id }: Candidate) =>
      (await person.api.ok(applications.getApplication, { params: { id } })).progress.blocked.map(({ code }) => code);
    expect([await blockedOf(anna), await blockedOf(bo)]).toEqual([['line-objected'], []]);
  });

  it('are answered once, and what is upheld is settled before the line goes on', async () => {
    const [row] = await rows();
    const params = { id: row?.id ?? '' };
    const settle = () =>
      exam.publisher.api.call(objections.settleObjection, { params, body: { settlement: '核对监控，系本人参加考试' } });
    expect((await settle()).code).toBe('wrong-state');
    const decide = () =>
      exam.publisher.api.call(objections.decideObjection, {
        params,
        body: { outcome: 'upheld', answer: '照片需要当面核对' },
      });
    const both = await Promise.all([decide(), decide()]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    expect((await lookUp(receipt)).data).toMatchObject({ state: 'upheld', answer: '照片需要当面核对' });
    expect((await preview()).candidates).toBe(1);
    expect((await settle()).data).toMatchObject({ state: 'settled', settledByName: 'fabu' });
    expect((await lookUp(receipt)).data).toMatchObject({ settlement: '核对监控，系本人参加考试' });
    expect((await preview()).candidates).toBe(2);
    expect((await exam.duties()).map(([code]) => code)).not.toContain('decide-objections');
  });

  it('count in the year, and are not in the copy that the person objected to may have', async () => {
    const { rows: figures } = await exam.publisher.api.ok(year.getYear, { params: { id: bspia.id, year: '2026' } });
    expect(figures.map(({ objections: count }) => count)).toEqual([1]);
    const own = await anna.person.api.ok(personalData.getPersonalData, {});
    expect(JSON.stringify(own)).not.toContain('举报人甲');
  });
});
