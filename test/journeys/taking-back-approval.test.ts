import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReviewView, applications, orders } from '@jikaotong/shared/contract';
import { handIn } from '../support/apply';
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
