import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReviewView, applications, corrections, files, orders } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { handIn, uploaded } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

const reason = '初审漏看了照片，需要重新核对';

describe('an approval that is taken back', () => {
  let world: World;
  let exam: Examination;
  let people = 0;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
  });
  afterAll(() => world.stop());

  const approved = () => {
    people += 1;
    return exam.approved(`o-back-${people}`, { order: people });
  };
  const review = ({ id }: Candidate) => exam.reviewer.api.ok(applications.getReview, { params: { id } });
  const takeBack = (
    { id, version }: Pick<ReviewView, 'id' | 'version'>,
    remarks?: { field: 'photo'; text: string }[],
  ) =>
    exam.reviewer.api.call(applications.takeBackApproval, {
      params: { id },
      body: { version, reason, ...(remarks && { remarks }) },
    });
  const orderOf = async ({ person, id }: Candidate) => (await person.api.ok(orders.getOrder, { params: { id } })).state;

  it('waits for a decision again, its order ends, and both sides read why', async () => {
    const anna = await approved();
    expect((await takeBack(await review(anna))).code).toBe('ok');
    expect(await exam.stageOf(anna)).toBe('in-review');
    expect(await orderOf(anna)).toBe('cancelled');
    expect((await review(anna)).earlierRemarks).toMatchObject([{ field: 'approval', text: reason }]);
    expect((await exam.toldTo(anna))[0]).toMatchObject({ code: 'application-reopened', data: { reason } });
    const { id, version } = await review(anna);
    await exam.reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    expect(await orderOf(anna)).toBe('open');
  });

  it('goes back to the candidate with remarks, who mends it and hands it in again', async () => {
    const bo = await approved();
    expect((await takeBack(await review(bo), [{ field: 'photo', text: '请重新拍摄' }])).code).toBe('ok');
    const seen = await bo.person.api.ok(applications.getApplication, { params: { id: bo.id } });
    expect(seen).toMatchObject({ state: 'returned', remarks: [{ field: 'photo', text: '请重新拍摄' }] });
    expect((await exam.toldTo(bo))[0]).toMatchObject({ code: 'application-reopened', data: { mend: 1 } });
    expect((await handIn(bo.person, bo.id)).state).toBe('submitted');
  });

  it('keeps vouchers and evidence that were sent meanwhile before those who decided on them', async () => {
    const eli = await approved();
    const voucher = await uploaded(eli.person, 'voucher', await portrait());
    const order = await eli.person.api.ok(orders.getOrder, { params: { id: eli.id } });
    const claim = { fileId: voucher, paidOn: localDate('2026-11-23') };
    const [receipt] = (await eli.person.api.ok(orders.claimTransfer, { params: { id: order.id }, body: claim }))
      .receipts;
    const body = { reason: '未到账' };
    await exam.finance.api.ok(orders.refuseTransfer, { params: { id: receipt?.id ?? '' }, body });
    const evidence = await uploaded(eli.person, 'document', await portrait());
    const asked = { reason: '换了号码', phone: '13911112222', evidenceFileIds: [evidence] };
    await eli.person.api.ok(corrections.askCorrection, { params: { id: eli.id }, body: asked });
    const [correction] = (await eli.person.api.ok(corrections.listCorrections, { params: { id: eli.id } })).items;
    const taken = { params: { id: correction?.id ?? '' }, body: { accept: true as const } };
    await exam.reviewer.api.ok(corrections.decideCorrection, taken);
    const before = await eli.person.api.ok(applications.getApplication, { params: { id: eli.id } });
    expect((await takeBack(await review(eli), [{ field: 'photo', text: '重拍' }])).code).toBe('ok');
    const { version } = await eli.person.api.ok(applications.getApplication, { params: { id: eli.id } });
    const photoFileId = await uploaded(eli.person, 'photo', await portrait());
    const params = { id: eli.id };
    await eli.person.api.ok(applications.saveApplication, { params, ifMatch: version, body: { photoFileId } });
    await handIn(eli.person, eli.id);
    const opens = async (who: typeof exam.finance, id: string) =>
      (await who.api.call(files.linkFile, { params: { id } })).status;
    expect(await opens(exam.finance, voucher)).toBe(200);
    expect(await opens(exam.reviewer, evidence)).toBe(200);
    // finance compares vouchers with the account, and opens nothing else
    expect(await opens(exam.finance, evidence)).toBe(404);
    expect(await opens(exam.reviewer, photoFileId)).toBe(200);
    // what was replaced is nobody's to look at any more
    expect(await opens(exam.reviewer, before.photo?.id ?? '')).toBe(404);
  });

  it('stays once it is paid, or a voucher says so, and where nothing is approved', async () => {
    const chen = await exam.paid('o-chen', { order: 90 });
    expect(await takeBack(await review(chen))).toMatchObject({ code: 'already-paid' });
    const dai = await approved();
    await takeBack(await review(dai));
    expect(await takeBack(await review(dai))).toMatchObject({ code: 'wrong-state', data: { state: 'submitted' } });
  });

  it('is taken back by one of two who do it at once', async () => {
    const fan = await approved();
    const seen = await review(fan);
    const answers = await Promise.all([takeBack(seen), takeBack(seen, [{ field: 'photo', text: '重拍' }])]);
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'changed-meanwhile' || code === 'wrong-state')).toHaveLength(1);
    expect((await exam.toldTo(fan)).filter(({ code }) => code === 'application-reopened')).toHaveLength(1);
  });

  it('is either taken back or paid, whoever is faster', async () => {
    const guo = await approved();
    const seen = await review(guo);
    const order = await guo.person.api.ok(orders.getOrder, { params: { id: guo.id } });
    const cash = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    const [back, paid] = await Promise.all([
      takeBack(seen),
      exam.finance.api.call(orders.recordReceipt, { params: { id: order.id }, body: cash }),
    ]);
    const isPaid = (await orderOf(guo)) === 'settled';
    expect([back.code === 'ok', paid.code === 'ok']).toEqual([!isPaid, isPaid]);
    expect((await review(guo)).state).toBe(isPaid ? 'approved' : 'submitted');
  });
});
