import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { sittings } from '@jikaotong/shared/contract';
import { pageFaults, startChromium } from '../support/chromium';
import { openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid, nameOf } from '../support/many-paid';
import { password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { openWorld } from '../support/world';
import { phoneOf } from './phone';

const CANDIDATES = 560;
const ROOMS = 20;
const shelf = join(projectFolder, '.data', 'screenshots');

it('an exam officer finds every room of a large session and everybody in it, at a desk and on a phone', async () => {
  const h5Folder = join(projectFolder, 'miniapp/dist/h5');
  const [world, browser] = await Promise.all([
    openWorld({ day: '2026-11-23', h5Folder, env: KNOWN_KEYS }),
    startChromium(),
  ]);
  onTestFinished(async () => {
    await browser.close();
    await world.stop();
  });
  const exam = await openExamination(world);
  const { id } = await exam.paid('o-first', { name: '首位' });
  await addPaid(world, id, CANDIDATES - 1);
  await exam.setRooms(...Array<number>(ROOMS).fill(CANDIDATES / ROOMS));
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  await world.moveTo('2026-12-07');

  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  mkdirSync(shelf, { recursive: true });
  const look = (name: string) => page.screenshot({ path: join(shelf, `考务办公桌-${name}.png`) });
  const rows = page.locator('#desk-table [role=row]:not(.desk-row--head)');
  const at = (screen: string) => `${world.origin}/#/packages/staff/${screen}/index?session=${exam.params.id}`;
  await page.goto(at('seating'));
  await page.locator('#staff-name').fill('kaowu');
  await page.locator('#staff-password').fill(password);
  await page.locator('#staff-sign-in').click();
  await rows.first().waitFor();
  await page.getByText('1,120 个座位', { exact: true }).waitFor();
  await look('座次表');
  await page.locator('#filter-room').click();
  const offered = page.locator('[id^="filter-room-"] input');
  expect(await offered.count()).toBe(ROOMS);
  await look('考场');
  await offered.last().check();
  await page.getByText('56 个座位', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await look('一个考场');
  expect(page.url()).toContain('room=');
  expect(pageFaults(page)).toEqual([]);

  const phone = phoneOf(await browser.phone(), '考务');
  await phone.open(`${at('seating')}&q=${encodeURIComponent(nameOf(557))}`);
  await phone.type('staff-name', 'kaowu');
  await phone.type('staff-password', password);
  await phone.tap('staff-sign-in');
  await phone.sees('共 2 个座位');
  await phone.look('找到一人');
  await phone.open(at('seating'));
  await phone.page.reload();
  await phone.sees('共 1120 个座位');
  await phone.look('座次表');
  await phone.tap('list-filter');
  await phone.sees('亦庄考点 1020');
  await phone.look('筛选');
  expect(phone.faults()).toEqual([]);

  await world.moveTo('2026-12-13');
  const marks = [87, 59.5, '缺考', 100].map((theory, at) => [
    `202612125000${at + 1}`,
    { 理论知识: theory, 操作技能: 60 },
  ]);
  await exam.takeFilled(Object.fromEntries(marks));
  const marker = await browser.desk();
  await marker.setViewportSize({ width: 1280, height: 800 });
  await marker.goto(at('scores'));
  await marker.locator('#staff-name').fill('dengfen');
  await marker.locator('#staff-password').fill(password);
  await marker.locator('#staff-sign-in').click();
  await marker.getByText(`${CANDIDATES} 人`, { exact: true }).waitFor();
  await marker.getByText('还有 556 人的成绩没有登记齐，登记齐后才能发布。').waitFor();
  await marker.screenshot({ path: join(shelf, '考务办公桌-成绩.png') });
  await marker.locator('#filter-theory').click();
  await marker.locator('#filter-theory-failed input').check();
  await marker.getByText('1 人', { exact: true }).waitFor();
  await marker.keyboard.press('Escape');
  await marker.locator('#score-2026121250002').waitFor();
  await marker.screenshot({ path: join(shelf, '考务办公桌-不合格.png') });
  expect(pageFaults(marker)).toEqual([]);
});
