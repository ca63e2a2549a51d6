import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { knownFacts } from '../builders/facts';
import { handedIn } from '../support/apply';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { candidateByWechat, password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { openBrowserWorld } from './browser-world';

it('a reviewer decides about an occupation once, approves who is clear together, and still has the others to look at', async () => {
  const { world, browser } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  const facts = knownFacts({
    jobs: [{ occupation: '治安巡逻员', from: localDate('2012-03-01'), to: null, employer: '某单位' }],
  });
  for (const [at, name] of ['张建国', '李秀英', '测试测试'].entries()) {
    const person = await candidateByWechat(world, `o-${at}`);
    await handedIn(person, exam.params.id, { name, order: at + 1, offeringCode: 'security-manager-3', facts });
  }
  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  const look = (name: string) =>
    page.screenshot({ path: join(projectFolder, '.data', 'screenshots', `办公桌-认定-${name}.png`) });
  await page.goto(`${world.origin}/#/packages/review/reviews/index?session=${exam.params.id}`);
  await page.locator('#staff-name').fill('shenhe');
  await page.locator('#staff-password').fill(password);
  await page.locator('#staff-sign-in').click();
  await page.locator('#go-doubted-words').click();
  await page.getByText('3 份待审核的报名填写了它，其中 2 份没有其他疑点').waitFor();
  await look('待认定');
  await page.locator('#rule-治安巡逻员').click();
  await page.getByText('算相关', { exact: true }).click();
  await page.locator('#ruling-reason').fill('与保安员从事同样的巡逻守护工作');
  await look('理由');
  await page.locator('#send-ruling').click();
  await page.getByText('2 份没有其他疑点了').waitFor();
  await page.getByText('另有 1 份还有疑点').waitFor();
  await look('已认定');
  await page.locator('#go-clear').click();
  await page.getByText('张建国').waitFor();
  expect(await page.getByText('测试测试').count()).toBe(0);
  await look('可一起通过');
  expect(pageFaults(page)).toEqual([]);
});
