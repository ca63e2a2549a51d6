import { expect, it, onTestFinished } from 'vitest';
import { citizenNumber, withWrongCheck } from '../builders/citizen-number';
import { startChromium } from '../support/chromium';
import * as candidate from './candidate';
import { moveClockTo } from './clock-bar';
import * as own from './own-applications';
import { type Phone, phoneOf } from './phone';
import * as scores from './scores';
import * as staff from './staff';
import { emptyFolder, startDemonstration } from './start-demonstration';
import { verify } from './visitor';

const number = citizenNumber({ birthDate: '1990-05-01', sex: 'male', order: 7 });
const remark = '头顶被裁掉，请重新拍摄';
const me = { name: '欧阳建国', number, wrongNumber: withWrongCheck(number), phone: '13812345678' };

it('goes from the notice to the certificate by tapping', async () => {
  const dataDir = await emptyFolder();
  const [demonstration, browser] = await Promise.all([startDemonstration({ dataDir }), startChromium()]);
  onTestFinished(() => browser.close());
  const { address, staffPassword } = demonstration;
  const phones: Phone[] = [];
  const phoneFor = async (owner: string): Promise<Phone> => {
    const phone = phoneOf(await browser.phone(), owner);
    phones.push(phone);
    return phone;
  };
  const member = async (owner: string, name: string): Promise<Phone> => {
    const phone = await phoneFor(owner);
    await staff.signInStaff(phone, address, name, staffPassword);
    return phone;
  };
  const zhang = await phoneFor('考生');
  try {
    await zhang.open(address);
    await candidate.checkEligibility(zhang, '1990-05-01');
    await candidate.beginApplication(zhang, me.phone);
    await candidate.fillIdentity(zhang, me);
    await candidate.takePhoto(zhang);
    await candidate.sign(zhang);
    await candidate.handIn(zhang, '提交');
    await zhang.tap('see-mine');
    await zhang.look('我的申报');

    const reviewer = await member('审核员', 'shenhe');
    await staff.openFirstApplication(reviewer);
    await staff.returnPhoto(reviewer, remark);
    await own.mend(zhang, address, remark);
    await staff.comeBack(reviewer, address);
    await staff.openFirstApplication(reviewer);
    await staff.approve(reviewer);

    await own.openMine(zhang, address);
    await zhang.tap('go-pay-');
    await candidate.pay(zhang);
    await own.meetTicketTooEarly(zhang);

    await moveClockTo(zhang, '12月5日');
    await staff.seatEverybody(await member('考务员', 'kaowu'));
    await moveClockTo(zhang, '12月7日');
    const ticketNumber = await own.openTicket(zhang, address, me.name);
    await own.lookInLargeType(zhang, address);

    await moveClockTo(zhang, '12月13日');
    await scores.importScores(await member('成绩员', 'chengji'), ticketNumber);
    await moveClockTo(zhang, '12月18日');
    await scores.confirmScores(await member('核对人', 'guanli'));
    const publisher = await member('发布员', 'fabu');
    await scores.publishResults(publisher);
    await own.openResult(zhang, address);

    await moveClockTo(zhang, '12月30日');
    await staff.comeBack(publisher, address);
    await scores.issueCertificates(publisher);
    const certificate = await own.openCertificate(zhang, address);
    expect(certificate.number).toMatch(/^S\d{21}$/);

    expect(await demonstration.stop()).toBe(0);
    const again = await startDemonstration({ dataDir });
    expect(again.staffPassword).toBe(staffPassword);
    await verify(await phoneFor('来访者'), again.address, me.name, certificate);
  } catch (error) {
    for (const phone of phones) await phone.look('中断').catch(() => undefined);
    throw error;
  }
  // so many, two mistakes, the clock and a look around in large type included
  expect(zhang.taps()).toBeLessThanOrEqual(72);
  expect(phones.flatMap((phone) => phone.faults())).toEqual([]);
});
