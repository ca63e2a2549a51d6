import { expect, it } from 'vitest';
import { sessions } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

it('an exam officer plans shifts, rounds and rooms in one go, and reads what is too small before publishing', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2026-11-16' });
  const administrator = await firstAdministrator(world);
  const { id, assumptions } = await administrator.api.ok(sessions.createSession, {
    body: {
      noticeId: 'bspia-2026-certification',
      name: '2026年12月批次',
      offeringCodes: ['installer-5'],
      examStart: localDate('2026-12-12'),
      examEnd: localDate('2026-12-13'),
      applicationOpens: localDate('2026-11-16'),
      applicationCloses: localDate('2026-11-30'),
      paymentCloses: localDate('2026-12-04'),
    },
  });
  const params = { id };
  const confirmed = { assumptions: assumptions.map(({ path }) => path) };
  await administrator.api.ok(sessions.confirmWindows, { params, body: confirmed });
  await staffMember(world, administrator, 'kaowu', ['exam-officer']);

  const page = `packages/planning/session-places/index?id=${id}`;
  const officer = await staffOn('排考考务员', 'kaowu', page);
  await officer.tap('take-notice-address');
  await officer.tap('site-0-many-rooms');
  await officer.type('site-0-range', '101-110');
  await officer.type('site-0-range-per-row', '6');
  await officer.look('批量加考场');
  await officer.tap('site-0-add-range');
  await officer.sees('10 间考场，共 300 个座位');
  await officer.tap('usual-hours');
  await officer.tap('paper-installer-5-theory-add');
  await officer.type('paper-installer-5-theory-2-from', '10:30');
  await officer.type('paper-installer-5-theory-2-to', '12:00');
  await officer.tap('paper-installer-5-skill-more');
  await officer.type('paper-installer-5-skill-rounds', '4');
  await officer.sees('每轮 30 分钟');
  await officer.type('expected-installer-5', '640');
  await officer.sees('要 320 座，只有 300，少 20');
  await officer.sees('这些冲突不解决，批次不能发布');
  await officer.look('座位不够');
  await officer.type('expected-installer-5', '500');
  await officer.sees('250 人 / 300 座');
  await officer.tap('save-places');
  // what says so is gone after a moment: the page that it leads to stays
  await officer.page.locator('#save-places').waitFor({ state: 'hidden' });
  const { plan } = await administrator.api.ok(sessions.getStaffSession, { params });
  expect(plan.expected).toEqual({ 'installer-5': 500 });
  expect(plan.papers.map(({ subject, startsAt, rounds = 1 }) => [subject, startsAt, rounds])).toEqual(
    expect.arrayContaining([
      ['theory', '09:00', 1],
      ['theory', '10:30', 1],
      ['skill', '13:00', 4],
    ]),
  );
  expect(plan.sites[0]?.rooms).toHaveLength(10);
  expect(plan.sites[0]?.rooms[0]).toEqual({ name: '101', seats: 30, perRow: 6 });

  // the same at a laptop
  await officer.page.setViewportSize({ width: 1280, height: 800 });
  await officer.open(`${world.origin}/#/${page}`);
  await officer.sees('各场要坐多少人、有多少座位');
  await officer.look('笔记本上的考点考场各科时间');
  expect(officer.faults()).toEqual([]);
});
