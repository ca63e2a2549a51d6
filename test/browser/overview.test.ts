import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applications, sittings } from '@jikaotong/shared/contract';
import { approvedFor, handedIn } from '../support/apply';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { candidateByPhone, candidateByWechat, password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const MOBILE = '13700000077';

it('an exam officer sees what became of everybody, whether seats are enough, and reminds those who have not answered', async () => {
  const { world, browser, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-16' });
  const exam = await openExamination(world);
  const people = ['安娜', '薄一', '陈晨'];
  for (const [at, name] of people.entries()) await exam.paid(`o-${at}`, { name, order: at + 1 });
  await exam.approved('o-owing', { name: '欠费人', order: 4 });
  const slow = await candidateByPhone(world, MOBILE);
  await approvedFor(slow, exam.reviewer, exam.params.id, { name: '慢慢', order: 5 });
  const returned = await handedIn(await candidateByWechat(world, 'o-returned'), exam.params.id, {
    name: '要修改',
    order: 6,
  });
  await exam.reviewer.api.ok(applications.returnApplication, {
    params: { id: returned.id },
    body: { version: returned.version, remarks: [{ field: 'photo', text: '照片不清楚' }] },
  });
  await exam.setRooms(4);

  // on the phone: what is to be done in all sessions, and whether everybody finds a seat
  const officer = await staffOn('总览考务员', 'kaowu');
  await officer.sees('考试');
  await officer.look('工作台');
  await goTo(officer, `packages/staff/seating/index?session=${exam.params.id}`);
  await officer.sees('审核通过 5 人（已缴费 3 人），有 2 场座位不够');
  await officer.look('座位够不够');
  await goTo(officer, `packages/review/funnel/index?session=${exam.params.id}`);
  await officer.sees('停在这一步：待缴费 2 人');
  await officer.look('进展');
  const finance = await staffOn('总览财务', 'caiwu');
  await finance.sees('催缴费用（2 人）');
  await finance.look('工作台');

  // at a desk: the table and the charts, then those who owe
  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  const look = (name: string) =>
    page.screenshot({ path: join(projectFolder, '.data', 'screenshots', `办公桌-总览-${name}.png`), fullPage: true });
  await page.goto(`${world.origin}/#/packages/review/funnel/index?session=${exam.params.id}`);
  await page.locator('#staff-name').fill('kaowu');
  await page.locator('#staff-password').fill(password);
  await page.locator('#staff-sign-in').click();
  await page.locator('#parts-table').waitFor();
  await page.locator('canvas').first().waitFor();
  expect(await page.locator('#parts-table tbody tr').last().innerText()).toContain('83.3%');
  await look('进展-1280');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.locator('#cut-unit').click();
  await page.locator('#rate-缴费率').click();
  await look('进展-1920');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('#silent-owing').click();
  await page.getByText('慢慢').first().waitFor();
  expect(await page.getByText('要修改').count()).toBe(0);
  await look('没有缴费的');
  await page.locator('#desk-table [role=row] input[type=checkbox]').last().check();
  await page.locator('#choose-all').click();
  await page.locator('#act-tell').click();
  await page.getByText('自己写一段话').click();
  await page.locator('#own-words').waitFor();
  await look('自己写');
  await page.getByText('提醒缴费').last().click();
  await look('选消息');
  await page.locator('#act-look').click();
  await page.getByText('选了 2 人，会发给 2 人').waitFor();
  await page.getByText('您还没有缴费，缴费到2026年12月4日截止').first().waitFor();
  await look('预览');
  await page.locator('#act-go').click();
  await whileJobsRun(page, world, () => page.getByText('已发消息给 2 人').waitFor());
  await page.locator('#act-done').click();
  await page.locator('#go-told').click();
  await page.getByText('提醒缴费').first().waitFor();
  await look('发过的消息');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await look('发过的消息-1920');
  expect(pageFaults(page)).toEqual([]);

  const candidate = await candidateOn('总览考生', MOBILE);
  await goTo(candidate, 'packages/apply/messages/index');
  await candidate.sees('缴费提醒');
  await candidate.look('消息');

  await exam.setRooms(10);
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  await world.moveTo('2026-12-10', '08:00');
  await goTo(officer, 'packages/staff/home/index');
  await officer.sees('联系没打开准考证的考生（3 人）');
  await world.moveTo('2026-12-12', '07:30');
  await goTo(officer, 'packages/staff/home/index');
  await officer.sees('今天考试：签到和考场记录');
  await officer.sees('考试进行中');
  await officer.look('考试当天的工作台');
  expect([...officer.faults(), ...finance.faults(), ...candidate.faults()]).toEqual([]);
});
