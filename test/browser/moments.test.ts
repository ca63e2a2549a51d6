import { expect, it } from 'vitest';
import { certificates, corrections, orders } from '@jikaotong/shared/contract';
import { certificateList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { approvedFor, handedIn, uploaded } from '../support/apply';
import { type Candidate, openExamination } from '../support/examination';
import { issueCertificates } from '../support/issue-certificates';
import { candidateByPhone, equipBody } from '../support/people';
import { openBrowserWorld } from './browser-world';

const small = { width: 360, height: 640 };

it('tells a pass from its publication on, makes the certificate a moment, and says what became of the others, on a small phone in large type', async () => {
  const { world, candidateOn, staffOn, phoneFor, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  await equipBody(world, exam.administrator);
  const inLargeType = async (phone: Awaited<ReturnType<typeof phoneFor>>) => {
    await phone.page.setViewportSize(small);
    await goTo(phone, 'pages/me/index');
    await phone.tap('large-type');
    return phone;
  };
  const paid = async (mobile: string, order: number): Promise<Candidate> => {
    const person = await candidateByPhone(world, mobile);
    const id = await approvedFor(person, exam.reviewer, exam.params.id, { order, name: '欧阳建国' });
    const { id: orderId, totalFen } = await person.api.ok(orders.getOrder, { params: { id } });
    const body = { method: 'cash' as const, amountFen: totalFen, paidOn: world.today() };
    await exam.finance.api.ok(orders.recordReceipt, { params: { id: orderId }, body });
    return { person, id, who: {} };
  };
  const one = await paid('13800002005', 5);
  const waiting = await candidateByPhone(world, '13800002002');
  const unseen = await handedIn(waiting, exam.params.id, { order: 2, name: '王交' });
  await exam.setRooms(10);

  await world.moveTo('2026-12-07');
  const other = await inLargeType(await candidateOn('没审完', '13800002002'));
  await goTo(other, 'pages/notices/index');
  await other.sees('审核没有完成');
  await other.look('首页');
  await other.tap('next-detail');
  await other.sees('没有在截止日以前审核完');
  await other.sees('业务咨询电话');
  await other.look('报名');

  const number = await exam.numberOf(one);
  const phone = await inLargeType(await candidateOn('合格', '13800002005'));
  await goTo(phone, `packages/exam/ticket/index?id=${one.id}`);
  await phone.sees('请带好');
  await phone.look('准考证');
  expect((await phone.download('save-ticket')).name).toBe(`准考证-${number}.png`);
  await world.moveTo('2026-12-14');
  await exam.takeFilled({ [number]: { 理论知识: 80, 操作技能: 80 } });
  await world.moveTo('2026-12-18');
  await exam.publish();
  await goTo(phone, 'pages/notices/index');
  await phone.sees('合格，公示中');
  await phone.look('首页');
  await goTo(phone, 'pages/mine/index');
  await phone.sees('合格，公示中');
  await phone.sees('成绩合格，正在公示，公示结束后发证书');
  await phone.look('我的报名');
  await goTo(phone, `packages/exam/result/index?id=${one.id}`);
  await phone.sees('纸质证书');
  await phone.look('成绩');

  await world.moveTo('2026-12-30');
  await issueCertificates(exam.publisher.api, exam.params.id);
  const certificate = `packages/exam/certificate/index?id=${one.id}`;
  await goTo(phone, certificate);
  await phone.sees('恭喜您取得证书');
  await phone.sees('现场领取');
  await phone.sees('业务咨询电话');
  await phone.look('证书');
  const picture = await phone.download('save-certificate');
  expect([picture.name, picture.bytes.subarray(1, 4).toString()]).toEqual([
    expect.stringMatching(/^证书-S\d{21}\.png$/),
    'PNG',
  ]);

  const evidence = await uploaded(one.person, 'document', await portrait());
  const asked = await one.person.api.ok(corrections.askCorrection, {
    params: { id: one.id },
    body: { name: '欧阳建华', reason: '身份证上是华', evidenceFileIds: [evidence] },
  });
  const old = await one.person.api.ok(certificates.getCertificate, { params: { id: one.id } });
  await exam.reviewer.api.ok(corrections.decideCorrection, { params: { id: asked.id }, body: { accept: true } });
  const listed = async () =>
    (await exam.publisher.api.ok(certificateList.rows, { params: exam.params, query: {} })).items;
  const idOf = async (...states: string[]) => (await listed()).find(({ state }) => states.includes(state))?.id ?? '';
  const publisher = await staffOn('换发', 'fabu');
  await publisher.page.setViewportSize({ width: 1280, height: 800 });
  await goTo(publisher, `packages/staff/certificates/index?session=${exam.params.id}`);
  await publisher.tapWord('欧阳建国');
  await publisher.sees('现在的姓名是欧阳建华');
  await publisher.look('待换发');
  await publisher.type('certificate-reason', '姓名按身份证更正');
  await publisher.look('换发的原因');
  await publisher.tap('replace-certificate');
  await publisher.sees('已换发新证');
  await publisher.look('已换发');
  await publisher.tapWord('欧阳建国');
  await publisher.sees('换发的新证书');
  await publisher.look('旧证');
  await goTo(phone, certificate);
  await phone.sees('已换发新证');
  await phone.look('换发的证书');
  const visitor = await inLargeType(await phoneFor('核验旧证'));
  await goTo(visitor, `packages/exam/verify/index?token=${encodeURIComponent(old.qr)}`);
  await visitor.sees('请持证人出示新证书');
  await visitor.look('旧证');

  await exam.publisher.api.ok(certificates.voidCertificate, {
    params: { id: await idOf('issued') },
    body: { reason: '成绩复核后取消' },
  });
  await goTo(phone, certificate);
  await phone.sees('原因：成绩复核后取消');
  expect(await phone.page.locator('.certificate__qr:visible').count()).toBe(0);
  await phone.look('作废的证书');
  expect(unseen.state).toBe('submitted');
  expect([...phone.faults(), ...other.faults(), ...visitor.faults()]).toEqual([]);
});
