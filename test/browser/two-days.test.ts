import { expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid } from '../support/many-paid';
import { firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const DAYS = [localDate('2026-12-12'), localDate('2026-12-13')] as const;
const paper = (subject: 'theory' | 'skill', at: 0 | 1, siteName: string) => ({
  offeringCode: 'installer-5',
  subject,
  day: DAYS[at],
  siteName,
  startsAt: timeOfDay(subject === 'theory' ? '09:00' : '13:00'),
  endsAt: timeOfDay(subject === 'theory' ? '10:30' : '15:00'),
});
const site = (name: string, seats: number) => ({ name, address: `${name}1号`, rooms: [{ name: '101', seats }] });
const papers = [
  paper('theory', 0, '大楼'),
  paper('skill', 0, '小楼'),
  paper('theory', 1, '小楼'),
  paper('skill', 1, '大楼'),
];

it('who seats two days reads by name whom the places part, before anybody is seated', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2026-11-23', env: KNOWN_KEYS });
  const exam = await openExamination(world, { examEnd: DAYS[1], offeringCodes: ['installer-5'] });
  const { id } = await exam.paid('o-first', { name: '首位' });
  await addPaid(world, id, 39);
  const body = { sites: [site('大楼', 25), site('小楼', 15)], papers };
  await exam.officer.api.ok(sessions.setSessionPlaces, { params: exam.params, body });
  const officer = await staffOn('排座考务员', 'kaowu', `packages/staff/seating/index?session=${exam.params.id}`);
  await officer.tap('seat-everybody');
  await officer.tapWord('排座');
  await officer.sees('40 人里有 10 人的各科要分两天考');
  await officer.look('分两天考的人');
  expect((await exam.officer.api.ok(sittings.previewSeating, { params: exam.params })).parted).toBe(10);
  await officer.tap('seat-not-yet');
  await officer.sees('考点、考场和各科时间');
  expect((await exam.counts()).seated).toBe(0);
  await officer.open(`${world.origin}/#/packages/staff/seating/index?session=${exam.params.id}`);
  await officer.tap('seat-everybody');
  await officer.tapWord('排座');
  await officer.sees('40 人里有 10 人的各科要分两天考');
  await officer.tap('seat-anyway');
  await officer.sees('已排座 40 人');

  // what people sit stays as it is; a further shift comes beside it
  await officer.open(`${world.origin}/#/packages/planning/session-places/index?id=${exam.params.id}`);
  await officer.sees('原来的时间不能改');
  await officer.tap('paper-installer-5-theory-add');
  await officer.type('paper-installer-5-theory-3-from', '15:30');
  await officer.type('paper-installer-5-theory-3-to', '17:00');
  await officer.look('排座以后加一场');
  await officer.tap('save-places');
  // what says so is gone after a moment: the page that it leads to stays
  await officer.page.locator('#save-places').waitFor({ state: 'hidden' });
  const { plan } = await exam.officer.api.ok(sessions.getStaffSession, { params: exam.params });
  expect(plan.papers).toHaveLength(papers.length + 1);
  expect(plan.papers).toContainEqual(
    expect.objectContaining({ subject: 'theory', day: DAYS[1], startsAt: '15:30', siteName: '小楼' }),
  );
  expect(officer.faults()).toEqual([]);
});

it('a planner adds an exam day before publication, reads what each shift needs, and is not overwritten from a second tab', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2026-11-16' });
  const administrator = await firstAdministrator(world);
  const { id, assumptions } = await administrator.api.ok(sessions.createSession, {
    body: {
      noticeId: 'bspia-2026-certification',
      name: '2026年12月批次',
      offeringCodes: ['installer-5'],
      examStart: DAYS[0],
      examEnd: DAYS[0],
      applicationOpens: localDate('2026-11-16'),
      applicationCloses: localDate('2026-11-30'),
      paymentCloses: localDate('2026-12-04'),
    },
  });
  const params = { id };
  const oneDay = [paper('theory', 0, '大楼'), paper('skill', 0, '大楼')];
  const sites = [site('大楼', 30), site('小楼', 15)];
  await administrator.api.ok(sessions.setSessionPlaces, { params, body: { sites, papers: oneDay } });
  await staffMember(world, administrator, 'kaowu', ['exam-officer']);

  const officer = await staffOn('排考考务员', 'kaowu', `packages/planning/session-places/index?id=${id}`);
  await officer.type('expected-installer-5', '40');
  await officer.sees('要考 40 人 · 有 30 座 · 少 10 座');
  await officer.tap('add-exam-day');
  await officer.type('new-exam-day', DAYS[1]);
  await officer.look('再加一个考试日');
  await officer.tap('save-exam-day');
  await officer.sees('每一场在下面选是哪一天');
  const added = await administrator.api.ok(sessions.getStaffSession, { params });
  expect(added).toMatchObject({ examStart: DAYS[0], examEnd: DAYS[1] });
  // what was typed stands, and is saved on the plan with the new day
  await officer.tap('save-places');
  // what says so is gone after a moment: the page that it leads to stays
  await officer.page.locator('#save-places').waitFor({ state: 'hidden' });
  expect((await administrator.api.ok(sessions.getStaffSession, { params })).plan.expected).toEqual({
    'installer-5': 40,
  });
  await administrator.api.ok(sessions.setSessionPlaces, {
    params,
    body: { sites: [site('大楼', 25), site('小楼', 15)], papers, expected: { 'installer-5': 40 } },
  });
  await officer.open(`${world.origin}/#/packages/planning/session-places/index?id=${id}`);
  // as another day, with nothing kept from before
  await officer.page.reload();
  await officer.sees('有 10 人的各科排不到同一天');
  await officer.look('两天的考点和各科时间');

  // the days and offerings from a second tab
  await officer.open(`${world.origin}/#/packages/planning/session-plan/index?id=${id}`);
  await officer.type('session-name', '考务员改的名称');
  await administrator.api.ok(sessions.updateSession, { params, body: { name: '管理员改的名称' } });
  await officer.tap('save-plan');
  await officer.sees('已被他人修改，您填的还没有保存');
  await officer.sees('管理员改的名称');
  await officer.look('计划被他人修改');
  expect((await administrator.api.ok(sessions.getStaffSession, { params })).name).toBe('管理员改的名称');
  await officer.tap('keep-mine');
  await officer.tap('save-plan');
  await officer.page.locator('#save-plan').waitFor({ state: 'hidden' });
  expect((await administrator.api.ok(sessions.getStaffSession, { params })).name).toBe('考务员改的名称');

  // once it is published a later day is added with a reason; all else is moving the session
  await administrator.api.ok(sessions.setSessionPlaces, {
    params,
    body: { sites: [site('大楼', 40)], papers: oneDay },
  });
  const confirmed = { assumptions: assumptions.map(({ path }) => path) };
  await administrator.api.ok(sessions.confirmWindows, { params, body: confirmed });
  await administrator.api.ok(sessions.publishSession, { params });
  await officer.open(`${world.origin}/#/packages/planning/session-places/index?id=${id}`);
  await officer.page.reload();
  await officer.tap('add-further-day');
  await officer.type('further-day', '2026-12-19');
  await officer.sees('请先写原因');
  await officer.look('公布以后往后加一天');
  await officer.open(`${world.origin}/#/pages/me/index`);
  await officer.tap('large-type');
  await officer.open(`${world.origin}/#/packages/planning/session-places/index?id=${id}`);
  await officer.page.reload();
  await officer.tap('add-further-day');
  await officer.type('further-day', '2026-12-19');
  await officer.look('大字-往后加一天');
  await officer.type('further-day-reason', '报名人数超过座位');
  await officer.tap('save-further-day');
  await officer.sees('每一场在下面选是哪一天');
  await officer.look('公布以后加了一天');
  expect(await administrator.api.ok(sessions.getStaffSession, { params })).toMatchObject({
    examStart: DAYS[0],
    examEnd: '2026-12-19',
  });
  await officer.tap('go-move');
  await officer.sees('改期');
  expect(officer.faults()).toEqual([]);
});
