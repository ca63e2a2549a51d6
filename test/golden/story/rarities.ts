import sharp from 'sharp';
import {
  accounts,
  applications,
  bodies,
  calendarYears,
  contests,
  orders,
  publishing,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { futureInstaller, newGuard } from '../../builders/facts';
import { nextB26, reworded } from '../../builders/notice-files';
import { C25 } from '../../support/contest-entry';
import { type Applicant, handIn, uploaded } from '../../support/apply';
import { bspia } from '../../support/people';
import type { World } from '../../support/world';
import type { Callers } from '../callers';
import type { Candidates } from './candidates';
import { lightDraft, tinyPicture } from './draft';
import type { Staff } from './staff';
import { payAtCashier } from '../../support/pay-at-cashier';

type Given = { world: World; callers: Callers; staff: Staff; of: Candidates };

/** Documents of other origins, with the columns that only they fill; papers in files; one person with two documents. */
export const applyWithOtherPapers = async ({ callers, of }: Given, sessionId: string): Promise<void> => {
  const born = { birthDate: localDate('1991-06-07'), sex: 'female' as const };
  const identities = {
    passport: {
      origin: 'foreign',
      documentType: 'passport',
      documentNumber: 'E12345678',
      name: 'Anna Schmidt',
      ...born,
    },
    hongkong: {
      origin: 'hongkong-macau',
      documentType: 'hongkong-id',
      documentNumber: 'A123456(3)',
      name: '陈大文',
      ...born,
    },
    macau: {
      origin: 'hongkong-macau',
      documentType: 'macau-id',
      documentNumber: '1234567(8)',
      name: '何先生',
      ...born,
    },
  } as const;
  for (const [name, given] of Object.entries(identities)) {
    const person = await callers.byWechat(`dec-${name}`);
    const facts = futureInstaller(born);
    const { id, version } = await lightDraft(person, sessionId, { facts, order: 70, birthDate: born.birthDate });
    const more = {
      documentExpiresOn: localDate('2030-01-02'),
      employer: '北京某某安防有限公司',
      address: '北京市朝阳区工体北路8号',
      phone: '13800007777',
    };
    const body = { candidate: { ...given, ...more } };
    await person.api.ok(applications.saveApplication, { params: { id }, ifMatch: version, body });
    await handIn(person, id);
    if (name === 'passport') {
      await of.approve({ person, id });
      await of.payCash({ person, id });
    }
  }
  const guard = await callers.byWechat('dec-papers');
  const facts = newGuard({
    jobs: [{ occupation: '消防员', from: localDate('2010-01-01'), to: null, employer: '某消防队' }],
    diplomas: [{ school: 'technical-senior', major: '保安', status: 'graduated', on: localDate('2009-07-01') }],
  });
  const who: Applicant = { offeringCode: 'security-manager-3', route: '3', facts, order: 71, name: '龚纸' };
  const { id, version } = await lightDraft(guard, sessionId, who);
  const fileIds = [
    await uploaded(guard, 'document', await tinyPicture()),
    await uploaded(guard, 'document', await tinyPicture()),
  ];
  const body = { papers: [{ document: 'diploma', fileIds, number: 'ZS-2009-1' }] };
  await guard.api.ok(applications.saveApplication, { params: { id }, ifMatch: version, body });
  await handIn(guard, id);
};

/** Money that does not go straight: no prepay, refunds that wait or fail, an attempt that is closed, a payment too late. */
export const payBadly = async ({ world, staff: { finance }, of }: Given, sessionId: string): Promise<void> => {
  const { faults } = world.sandbox;
  const silent = await of.approved('dec-no-prepay', sessionId, { name: '毛无', order: 80 });
  faults.answers = [{ path: '/v3/pay/transactions/jsapi', kind: 'server-error', times: 5 }];
  await silent.person.api.call(orders.startPayment, {
    params: { id: (await of.orderOf(silent)).id },
    body: { method: 'jsapi' },
  });
  faults.answers = [];
  const browser = await of.approved('dec-h5', sessionId, { name: '梅浏', order: 81 });
  const at = { params: { id: (await of.orderOf(browser)).id } };
  await browser.person.api.ok(orders.startPayment, { ...at, body: { method: 'h5' } });
  for (const kind of ['held', 'failed'] as const) {
    const name = `dec-refund-${kind}`;
    const twice = await of.approved(name, sessionId, { name: '米双', order: kind === 'held' ? 82 : 83 });
    await of.startWechat(twice);
    const { cashierUrl } = await twice.person.api.ok(orders.startPayment, {
      params: { id: (await of.orderOf(twice)).id },
      body: { method: 'h5' },
    });
    await of.payWechat(twice);
    await payAtCashier(world, cashierUrl);
    await twice.person.api.call(orders.queryPayment, { params: { id: (await of.orderOf(twice)).id } });
    const [found] = await of.casesOf(twice);
    if (!found) throw new Error(`${name} has no case`);
    if (kind === 'held') faults.refundHolds = true;
    else faults.answers = [{ path: '/v3/refund/', kind: 'refused', times: 1 }];
    const body = { action: 'refund' as const, note: '重复缴费，原路退回' };
    await finance.api.ok(orders.resolveCase, { params: { id: found.id }, body });
    faults.refundHolds = false;
    faults.answers = [];
  }
};

/** Staff who left or were locked out, a seal, a phone proven, a consent not given, a wrong password, the next year's days. */
export const keepHouse = async ({ world, callers, staff: { administrator } }: Given): Promise<void> => {
  const params = { id: bspia.id };
  const locked = await callers.staff(administrator, 'tingyong', ['reviewer']);
  const left = await callers.staff(administrator, 'likai', ['reviewer']);
  const at = (accountId: string) => ({ params: { ...params, accountId } });
  await administrator.api.ok(bodies.updateStaff, { ...at(locked.accountId), body: { disabled: true } });
  await administrator.api.ok(bodies.removeStaff, at(left.accountId));
  for (const name of ['tingyong', 'likai']) callers.forget(name);
  await administrator.api.ok(bodies.inviteStaff, {
    params,
    body: { name: 'weilai', displayName: '未来', roles: ['finance'] },
  });
  const bytes = await sharp({ create: { width: 60, height: 60, channels: 4, background: '#c00' } })
    .png()
    .toBuffer();
  await administrator.api.ok(bodies.setSeal, { params, file: { bytes, name: 'seal.png' } });
  const both = await callers.byWechat('both-ways');
  const wechatCode = await world.owner.phoneCode('13900000099');
  await both.api.ok(accounts.provePhone, { body: { wechatCode } });
  await callers.withoutConsent('no-consent');
  const wrong = { name: 'fuhe', password: 'not-the-password', keep: 'body' as const };
  await world.stranger.refused(accounts.signInWithPassword, { body: wrong });
  await administrator.api.ok(calendarYears.addCalendarYear, {
    body: {
      year: 2027,
      off: ['2027-01-01', '2027-01-02', '2027-01-03'].map((day) => localDate(day)),
      worked: [localDate('2027-01-10')],
      source: '国务院办公厅关于2027年部分节假日安排的通知',
    },
  });
};

/** B26 becomes version 2 while people apply, and nobody has been told yet; a draft of C25's next version waits. */
export const publishNextVersion = async ({ staff: { publisher, administrator } }: Given): Promise<void> => {
  const { id, assumptions } = await publisher.api.ok(publishing.importNotice, { body: nextB26() });
  const paths = assumptions.map(({ path }) => path);
  await publisher.api.ok(publishing.confirmAssumption, { params: { id }, body: { paths, confirmed: true } });
  await publisher.api.ok(publishing.publishNotice, { params: { id } });
  const again = reworded(nextB26(), ['13910000000', '13911111111']);
  const next = await publisher.api.ok(publishing.importNotice, { body: again });
  const [first] = next.assumptions;
  const some = { paths: [first?.path ?? ''], confirmed: true };
  await administrator.api.ok(publishing.confirmAssumption, { params: { id: next.id }, body: some });
};

/** C25's final is announced anew for a day to come, so that its reminder waits. */
export const announceFinal = async ({ staff: { administrator } }: Given): Promise<void> => {
  await administrator.api.ok(contests.announceStage, {
    params: { id: C25, stage: 'final' },
    body: { day: localDate('2026-12-05'), startsAt: timeOfDay('09:00'), place: '国家会议中心' },
  });
};
