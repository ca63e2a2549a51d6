import { expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { seatList } from '@jikaotong/shared/lists';
import { longServingGuard } from '../builders/facts';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

const day = localDate('2026-12-12');
const paper = (offeringCode: string, subject: 'theory' | 'skill', from: string, to: string, siteName: string) => ({
  offeringCode,
  subject,
  day,
  startsAt: timeOfDay(from),
  endsAt: timeOfDay(to),
  siteName,
});
const site = (name: string, seats: number) => ({ name, address: `${name}1号`, rooms: [{ name: '101', seats }] });
const places = {
  sites: [site('小考点', 2), site('大考点', 20)],
  papers: [
    paper('installer-5', 'theory', '09:00', '10:00', '小考点'),
    paper('installer-5', 'theory', '10:30', '11:30', '小考点'),
    paper('security-manager-3', 'theory', '09:00', '10:00', '小考点'),
    paper('installer-5', 'skill', '13:00', '14:00', '大考点'),
    paper('security-manager-3', 'skill', '13:00', '14:00', '大考点'),
  ],
};

it('who comes late finds no seat: the officer sees whom it takes to move, the fewest, and moves them', async () => {
  const opened = await openBrowserWorld({ day: '2026-11-23' });
  const { world } = opened;
  const exam = await openExamination(world);
  await exam.officer.api.ok(sessions.setSessionPlaces, { params: exam.params, body: places });
  await exam.paid('o-1', { name: '甲一', order: 1 });
  await exam.paid('o-2', { name: '乙二', order: 2 });
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const theory = async () =>
    (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: {} })).items.filter(
      ({ subject }) => subject === 'theory',
    );
  const before = await theory();
  expect(before.map(({ hour }) => hour.slice(-5))).toEqual(['09:00', '10:30']);
  const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
  await exam.paid('o-3', { ...manager, name: '丙三', order: 3 });
  await exam.paid('o-4', { ...manager, name: '丁四', order: 4 });
  await world.moveTo('2026-12-07');

  const officer = await atDesk(opened, {
    owner: '后来缴费的座位',
    name: 'kaowu',
    page: `packages/staff/seating/index?session=${exam.params.id}`,
  });
  await officer.click('seat-everybody');
  await officer.clickWord('排座');
  await officer.sees('看看挪动几个人能不能排下');
  await officer.look('座位不够');
  await officer.click('preview-late');
  await officer.sees('挪动 1 人，排下 2 人');
  const moved = before.find(({ hour }) => hour.endsWith('09:00'));
  await officer.sees(`${moved?.name}　理论知识`);
  await officer.sees(/09:00　小考点 101 \d 号 → .*10:30　小考点 101 \d 号/);
  await officer.sees('已发准考证，会通知本人');
  await officer.look('挪动谁');
  // nothing has happened by looking
  expect((await theory()).map(({ name, hour, seat }) => [name, hour, seat])).toEqual(
    before.map(({ name, hour, seat }) => [name, hour, seat]),
  );
  await officer.click('send-late');
  await officer.sees('已排座 4 人');
  const after = await theory();
  expect(after.map(({ name, hour }) => [name, hour.slice(-5)]).toSorted()).toEqual(
    [
      ['丙三', '09:00'],
      ['丁四', '09:00'],
      ['甲一', '10:30'],
      ['乙二', '10:30'],
    ].toSorted(),
  );
  // that there is no seat as things are is an answer, and a browser writes it to its console
  expect(pageFaults(officer.page).filter((fault) => !fault.includes('status of 409'))).toEqual([]);
});
