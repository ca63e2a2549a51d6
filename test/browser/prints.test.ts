import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sittings } from '@jikaotong/shared/contract';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { inSeatOrder } from '../support/in-seat-order';
import { password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { readText } from '../support/read-pages';
import { openBrowserWorld } from './browser-world';

it('an exam officer prints the list to sign of one room at a desk', async () => {
  const { world, browser } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  const names = ['张建国', '李秀英', '王卫东'];
  const people = [];
  for (const [at, name] of names.entries()) people.push(await exam.paid(`o-${at}`, { name, order: at + 1 }));
  await exam.setRooms(2, 2);
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const [first, second, third] = (await inSeatOrder(exam, people)).map(({ who }) => who.name);

  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.origin}/#/packages/staff/session/index?id=${exam.params.id}`);
  await page.locator('#staff-name').fill('kaowu');
  await page.locator('#staff-password').fill(password);
  await page.locator('#staff-sign-in').click();
  await page.locator('#go-prints').click();
  await page.locator('#print-attendance').waitFor();
  const look = (name: string) =>
    page.screenshot({ path: join(projectFolder, '.data', 'screenshots', `办公桌-打印-${name}.png`) });
  await page.locator('select').nth(1).selectOption({ label: '亦庄考点 102' });
  await page.getByText('2 个座位，').waitFor();
  await look('1280');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await look('1920');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#print-attendance').click()]);
  const text = await readText(await readFile(await file.path()));
  expect(text.split(third ?? 'nobody')).toHaveLength(3);
  expect(text).not.toContain(first);
  expect(text).not.toContain(second);
  expect(pageFaults(page)).toEqual([]);
});
