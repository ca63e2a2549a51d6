import { expect, it } from 'vitest';
import { breachCases } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { approvedFor } from '../support/apply';
import { openExamination } from '../support/examination';
import { openSession } from '../support/open-session';
import { candidateByPhone, staffMember } from '../support/people';
import { printConduct } from '../support/printed-conduct';
import { openBrowserWorld } from './browser-world';

const mobile = '13800006677';
const second = {
  name: '2026年12月第二批',
  examStart: localDate('2026-12-26'),
  examEnd: localDate('2026-12-26'),
  applicationOpens: localDate('2026-11-16'),
  applicationCloses: localDate('2026-11-30'),
  paymentCloses: localDate('2026-12-04'),
};

it('shows whom a ban keeps away after paying: to the reviewer, in the register, as a case; and how to leave to who has paid', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  await printConduct(world);
  const exam = await openExamination(world);
  const another = await staffMember(world, exam.administrator, 'kaowu2', ['exam-officer']);
  const later = await openSession(exam.administrator, second);
  const person = await candidateByPhone(world, mobile);
  const who = { name: '孙七', order: 1, phone: mobile };
  const apply = async (sessionId: string) => {
    const one = { person, id: await approvedFor(person, exam.reviewer, sessionId, who), who };
    await exam.pay(one);
    return one;
  };
  const first = await apply(exam.params.id);
  const paid = await apply(later);

  const sun = await candidateOn('禁考考生', mobile);
  await goTo(sun, `packages/apply/detail/index?id=${paid.id}`);
  await sun.tap('want-to-leave');
  await sun.look('缴费后想退出');

  await world.moveTo('2026-12-21', '10:00');
  const facts = { item: 'tier-3-4', facts: '由他人冒名顶替' };
  const { id } = await exam.officer.api.ok(breachCases.openBreach, { params: { id: first.id }, body: facts });
  const params = { id };
  await exam.officer.api.ok(breachCases.notifyBreach, { params });
  await person.api.ok(breachCases.stateToBreach, { params, body: { words: '没有这回事' } });
  const body = { drops: false, severity: 'light' as const, reason: '人脸比对不符' };
  await exam.officer.api.ok(breachCases.proposeBreach, { params, body });
  await another.api.ok(breachCases.confirmBreach, { params, body: { agrees: true } });

  const reviewer = await staffOn('禁考审核员', 'shenhe', `packages/review/review/index?id=${paid.id}`);
  await reviewer.sees('违纪处理中不得参加的人');
  await reviewer.look('审核页提示');
  await goTo(reviewer, 'packages/review/cases/index');
  await reviewer.tap('case-');
  await reviewer.sees('停止报名，退还费用');
  await reviewer.look('已缴费的禁考');
  const officer = await staffOn('禁考考务员', 'kaowu', 'packages/conduct/bans/index?body=bspia');
  await officer.sees('孙七');
  await officer.look('禁考名册');
  await officer.page.getByText('孙七').first().click();
  await officer.sees('推定只在本机构');
  await officer.look('禁考记录');
  expect([sun, reviewer, officer].flatMap((phone) => phone.faults())).toEqual([]);
});
