import { expect, it } from 'vitest';
import { collections } from '@jikaotong/shared/contract';
import { certificateList } from '@jikaotong/shared/lists';
import { proveCount } from '../../bff/src/prove-count.testing';
import { approvedFor } from '../support/apply';
import { type Candidate, openExamination } from '../support/examination';
import { passEverybody } from '../support/issued';
import { nameOf } from '../support/many-paid';
import { candidateByPhone, equipBody } from '../support/people';
import { readAll } from '../support/read-all';
import { readPages } from '../support/read-pages';
import { fillSheet } from '../support/score-sheet';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const MANY = proveCount(12);
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

it(`a clerk issues ${MANY} certificates, prints them, tells everybody, sends one and hands one over`, async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  await equipBody(world, exam.administrator);
  const person = await candidateByPhone(world, '13800002005');
  const id = await approvedFor(person, exam.reviewer, exam.params.id, { order: 5, name: '欧阳建国' });
  const one: Candidate = { person, id, who: {} };
  await exam.pay(one);
  for (let place = 1; place < MANY; place += 1)
    await exam.paid(`o-many-${place}`, { name: nameOf(place), order: 10 + place });
  await exam.setRooms(...Array<number>(Math.ceil(MANY / 30)).fill(30));
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  await passEverybody(exam);
  await world.moveTo('2026-12-18');
  await exam.publish();
  await world.moveTo('2026-12-30');

  const clerk = await staffOn('发证', 'fabu');
  await clerk.page.setViewportSize({ width: 1280, height: 900 });
  const list = `packages/staff/certificates/index?session=${exam.params.id}`;
  await goTo(clerk, list);
  await clerk.tap('issue-certificates');
  await clerk.sees(`现在发放 ${MANY} 份`);
  await clerk.tap('issue-certificates-yes');
  await clerk.sees('合格的考生都已发证');
  await clerk.look('台账');

  await clerk.tap('go-certificate-papers');
  await clerk.sees(`有效证书 ${MANY} 份`);
  await clerk.look('打印与邮寄');
  const pages = await readPages((await clerk.download('print-certificates')).bytes);
  expect(pages).toHaveLength(MANY);
  const numbers = (await readAll(exam.publisher.api, certificateList, exam.params.id)).map(({ number }) => number);
  expect(pages.map((page) => numbers.find((number) => page.join('').includes(number)))).toEqual(numbers);

  await goTo(clerk, list);
  await clerk.sees(numbers[0] ?? '');
  await clerk.page.locator('#choose-shown:visible').click();
  await clerk.page.locator('#act-tell:visible').click();
  await clerk.type('collect-hours', '9:00–16:00');
  await clerk.type('collect-place', '科谷一街10号院12号楼12层');
  await clerk.look('发领证通知');
  await clerk.tap('act-go');
  await whileJobsRun(clerk.page, world, () => clerk.sees(`已发领证通知 ${MANY} 份`));
  await clerk.tap('act-done');

  const phone = await candidateOn('领证', '13800002005');
  await phone.page.setViewportSize({ width: 360, height: 640 });
  await goTo(phone, `packages/exam/certificate/index?id=${one.id}`);
  await phone.sees('待上传');
  await phone.tap('collect-certificate');
  await phone.sees('怎么领取证书');
  await phone.look('选领取方式');
  await phone.tapWord('快递邮寄');
  await phone.type('recipient', '欧阳建国');
  await phone.type('recipient-phone', '13800002005');
  await phone.type('recipient-address', '北京市大兴区科谷一街1号院2号楼');
  await phone.look('填收件地址');
  await phone.tap('choose-collection');
  await phone.sees('地址已收到');
  await phone.look('等寄出');

  await goTo(clerk, `packages/award/papers/index?session=${exam.params.id}`);
  await clerk.sees('待邮寄 1 份');
  await clerk.type('parcels-reason', '交快递');
  const parcels = await clerk.download('download-parcels');
  const own = await person.api.ok(collections.getCollection, { params: { id } });
  const parcel = { 快递公司: '顺丰速运', 快递单号: 'SF1234567890123', 寄出日期: '2026-12-30' };
  const bytes = await fillSheet(parcels.bytes, { [own.number]: parcel });
  await clerk.pick('tracking-upload', { name: '邮寄清单.xlsx', type: excel, bytes });
  await clerk.sees('确认导入 1 个单号');
  await clerk.tap('sheet-confirm');
  await whileJobsRun(clerk.page, world, () => clerk.sees('已导入 1 个单号'));
  await clerk.look('单号已导入');
  await goTo(phone, `packages/exam/collection/index?id=${one.id}`);
  await phone.sees('SF1234567890123');
  await phone.look('已寄出');

  const desk = await staffOn('窗口发证', 'fabu');
  const second = (await readAll(exam.publisher.api, certificateList, exam.params.id)).find(
    ({ handOver }) => handOver === 'waiting',
  );
  await goTo(desk, list);
  await desk.tap(`certificate-${second?.number ?? ''}`);
  await desk.tap('document-seen');
  await desk.look('核对证件');
  await desk.tap('hand-over');
  await desk.sees('已领取');
  await desk.look('已领取');
  // at a desk with a mouse boxes are small; the same list on a phone has its own
  expect([...phone.faults(), ...desk.faults()]).toEqual([]);
});
