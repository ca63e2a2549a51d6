import { expect, it } from 'vitest';
import { attendance, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { patience } from '../support/patience';
import { fillSheet } from '../support/score-sheet';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAMES = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];

it('shows at a desk what a sheet of marks would change over the whole width, and of whom only marks tell', async () => {
  const opened = await openBrowserWorld({ day: '2026-11-23' });
  const { world } = opened;
  const exam = await openExamination(world);
  const people = [];
  for (const [order, name] of NAMES.entries()) people.push(await exam.paid(`o-${order}`, { name, order }));
  // the rooms hold all: the list of seats is not pushed down by saying so
  expect((await exam.setRooms(6, 6)).code).toBe('ok');
  const officer = await atDesk(opened, {
    owner: '座次与成绩',
    name: 'kaowu',
    page: `packages/staff/seating/index?session=${exam.params.id}`,
  });
  await officer.sees('2 场的座位都够');
  await officer.look('座位够-1280');
  await officer.page.setViewportSize({ width: 1920, height: 1080 });
  await officer.look('座位够-1920');
  await officer.click('capacity-all');
  await officer.sees('6 人要排，12 个座位');
  await officer.page.setViewportSize({ width: 1280, height: 800 });
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  await officer.page.reload();
  await officer.sees('12 个座次');
  await officer.sees('丙三');
  await officer.look('座次表');
  await world.moveTo('2026-12-07');
  const numbers = await Promise.all(people.map((one) => exam.numberOf(one)));
  await world.moveTo('2026-12-12', '18:00');
  const { items } = await exam.officer.api.ok(seatList.rows, { params: exam.params, query: {} });
  // whoever sits first is drawn by lot: the one noted at the door is one of whom the marks say the same
  const seat = items.find(({ ticketNumber }) => ticketNumber === numbers[0]);
  const body = { as: 'present' as const, reason: '纸质签到表' };
  await exam.officer.api.ok(attendance.setAttendance, { params: { id: seat?.id ?? '' }, body });

  const marks = numbers.map((number, at): [string, Record<string, string>] => [
    number,
    at === 3 ? { 理论知识: '缺考', 操作技能: '缺考' } : { 理论知识: '80', 操作技能: String(70 + at) },
  ]);
  const marker = await atDesk(opened, {
    owner: '座次与成绩',
    name: 'dengfen',
    page: `packages/staff/scores/index?session=${exam.params.id}`,
  });
  const buffer = await fillSheet(await exam.template(), Object.fromEntries(marks));
  const [chooser] = await Promise.all([marker.page.waitForEvent('filechooser'), marker.click('score-upload')]);
  await chooser.setFiles({ name: '成绩.xlsx', mimeType: SHEET, buffer });
  await marker.sees('新登记');
  const [desk, run] = await Promise.all(
    ['.desk__notice', '#sheet-run'].map((of) => marker.page.locator(of).first().boundingBox()),
  );
  expect(Math.round(run?.width ?? 0)).toBe(Math.round(desk?.width ?? 1));
  await marker.look('成绩预览-1280');
  await marker.page.setViewportSize({ width: 1920, height: 1080 });
  await marker.look('成绩预览-1920');

  await exam.takeFilled(Object.fromEntries(marks));
  await officer.open(`packages/review/funnel/index?session=${exam.params.id}`);
  await officer.sees('其中 4 人按成绩推定');
  await officer.sees('缺考 1 人（其中 1 人按成绩推定）');
  await officer.page
    .locator('canvas')
    .first()
    .waitFor({ timeout: patience(30_000) });
  await officer.look('推定-1280');
  expect([...pageFaults(officer.page), ...pageFaults(marker.page)]).toEqual([]);
});
