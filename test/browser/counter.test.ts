import { expect, it } from 'vitest';
import { applications, counter } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { citizenNumber } from '../builders/citizen-number';
import { candidateByPhone } from '../support/people';
import { colleagueOf, confirmed, firstOfShqbxh, guardOf2025, openS25August, shqbxh, tickAll } from '../support/counter';
import { openBrowserWorld } from './browser-world';
import { fillIdentity, giveConsent, pickPhoto } from './candidate';
import { scannedQr } from './scanned-qr';

const mobile = '13800001111';
const order = 21;
const number = citizenNumber({ birthDate: localDate('1990-05-01'), sex: 'male', order });
const wrongNumber = `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`;

it('takes an S25 application from the phone over the slip to the clerk, and a walk-in from nothing', async () => {
  const { world, candidateOn, staffOn } = await openBrowserWorld({ day: '2025-06-20', time: '10:00' });
  const administrator = await firstOfShqbxh(world);
  const sessionId = await openS25August(administrator);
  const colleague = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);

  // the questions of the check have their own test: answered over HTTP, so the form begins with a condition taken
  const person = await candidateByPhone(world, mobile);
  const begun = await person.api.ok(applications.createApplication, {
    body: { sessionId, offeringCode: 'security-manager-3', facts: guardOf2025() },
  });
  const { id } = begun;
  await person.api.ok(applications.saveApplication, { params: { id }, ifMatch: begun.version, body: { route: '3-1' } });
  const candidate = await candidateOn('窗口考生', mobile);
  await candidate.open(`${world.origin}/#/packages/apply/form/index?id=${id}`);
  await candidate.tap('go-on');
  await candidate.sees('第 1 步，共 3 步');
  await fillIdentity(candidate, { name: '王建国', number, wrongNumber });
  await candidate.sees('第 2 步，共 3 步');
  await pickPhoto(candidate, 'choose-photo');
  await candidate.sees('下一步');
  await candidate.tap('next-step');
  expect(await candidate.page.evaluate(() => JSON.stringify(localStorage))).not.toContain(number);
  await candidate.sees('核对并生成报名单');
  await candidate.tap('truthful');
  await candidate.tap('notice-read');
  await candidate.look('核对');
  await candidate.tap('submit-application');
  await candidate.sees('今天开放中');
  await candidate.look('报名单');
  const code = (await candidate.read('#slip-code')).replace(' ', '');
  const link = await scannedQr(candidate, '.qr');
  expect(link).toBe(`${new URL(link).origin}/#/packages/staff/counter/index?code=${code}`);
  const pdf = await candidate.download('print-slip');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const slip = candidate.page.url();
  await candidate.open(`${world.origin}/#/pages/mine/index`);
  await candidate.sees('待到窗口办理');
  await candidate.sees('窗口受理到 7月11日');
  await candidate.look('我的申报');
  await candidate.open(slip);
  await candidate.sees('今天开放中');

  const clerk = await staffOn('窗口受理', 'chuangkou', 'packages/staff/counter/index');
  await clerk.sees('等待办理 1');
  await clerk.look('受理列表');
  await clerk.open(link.replace(new URL(link).origin, world.origin));
  await clerk.sees('核对原件');
  await clerk.look('受理前');
  await clerk.tap('confirm-counter');
  await clerk.sees('还有原件没有核对');
  await clerk.tap('original-identity-document');
  await clerk.sees('已看原件');
  // what shows the condition, and the education that everybody needs (S25 二（一））
  await clerk.tap('original-work-years-proof');
  await clerk.tap('original-minimum-education-proof');
  await clerk.tap('original-application-form');
  await clerk.sees('已收原件');
  const form = await clerk.download('print-application-form');
  expect(form.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await clerk.tap('declared');
  await clerk.look('受理');
  await clerk.tap('confirm-counter');
  await clerk.sees('窗口已受理');
  await clerk.look('已受理');
  await clerk.tap('go-review');
  await clerk.sees('窗口已核对原件');
  await clerk.look('接着审核');

  await candidate.page.reload();
  await candidate.sees('窗口已受理');
  await candidate.look('报名单已受理');

  // a walk-in, entered with the same pages
  await clerk.open(`${world.origin}/#/packages/staff/counter/index`);
  await clerk.tap('enter-walk-in');
  await clerk.tapWord('保卫管理员 三级/高级工');
  await clerk.tap('consents');
  await clerk.look('录入');
  await clerk.tap('start-walk-in');
  await clerk.sees('代为填写');
  await clerk.look('代为填写');
  await clerk.tap('edit-identity');
  await clerk.type('document-number', citizenNumber({ birthDate: localDate('1985-05-01'), sex: 'male', order: 3 }));
  await clerk.type('name', '李师傅');
  await clerk.tap('long-term');
  await clerk.type('phone', '13700002222');
  await clerk.look('代填身份');
  await clerk.tap('next-step');
  await clerk.sees('李师傅');
  await clerk.tap('edit-photo');
  await pickPhoto(clerk, 'choose-photo');
  await clerk.sees('保存');
  await clerk.tap('next-step');
  await clerk.sees('代为填写');
  await clerk.look('代填之后');
  const walkIn = new URLSearchParams(clerk.page.url().split('?')[1]).get('id') ?? '';
  const params = { id: walkIn };
  const seen = await colleague.api.ok(counter.getAtCounter, { params });
  expect(seen.application).toMatchObject({ candidate: { name: '李师傅' }, phone: '13700002222' });
  expect(seen.application.photo).not.toBeNull();
  const filled = await colleague.api.ok(counter.saveAtCounter, {
    params,
    ifMatch: seen.application.version,
    body: { facts: guardOf2025(), route: '3-1' },
  });
  await confirmed(colleague, await tickAll(colleague, filled));

  const owner = await candidateOn('认领', '13700002222');
  await owner.open(`${world.origin}/#/packages/apply/claim/index`);
  await owner.type('claim-name', '李师傅');
  await owner.type('claim-document-number', number);
  await owner.tap('claim');
  await giveConsent(owner);
  await owner.sees('没有找到信息一致的报名');
  await owner.look('认领不符');
  await owner.type(
    'claim-document-number',
    citizenNumber({ birthDate: localDate('1985-05-01'), sex: 'male', order: 3 }),
  );
  await owner.tap('claim');
  await owner.sees('2025年8月批次');
  await owner.look('认领之后');

  const reviews = await colleague.api.ok(reviewList.rows, { params: { id: sessionId }, query: {} });
  expect(reviews.items).toHaveLength(2);
  expect([...candidate.faults(), ...clerk.faults(), ...owner.faults()]).toEqual([]);
});
