import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { knownFacts } from '../builders/facts';
import { portrait } from '../builders/photos';
import { type Applicant, handIn, readyDraft, uploaded } from '../support/apply';
import { pageFaults } from '../support/chromium';
import { type Examination, openExamination } from '../support/examination';
import { candidateByWechat, password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import type { World } from '../support/world';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const shelf = join(projectFolder, '.data', 'screenshots');
const look = async (page: Page, name: string): Promise<void> => {
  mkdirSync(shelf, { recursive: true });
  await page.screenshot({ path: join(shelf, `办公桌-审核-${name}.png`) });
};

const patrol = knownFacts({
  jobs: [{ occupation: '治安巡逻员', from: localDate('2012-03-01'), to: null, employer: '某单位' }],
});

/** Hands in with a scan and a PDF beside it. */
async function apply(world: World, { params }: Examination, who: Applicant & { order: number }): Promise<string> {
  const person = await candidateByWechat(world, `o-${who.order}`);
  const draft = await readyDraft(person, params.id, {
    ...who,
    phone: `138000011${String(who.order).padStart(2, '0')}`,
  });
  const form = { params: { id: draft.id, document: 'application-form' } };
  const pdf = await person.api.file(applications.downloadForm, form);
  const fileIds = [
    await uploaded(person, 'document', await portrait({ background: '#f3e9d2' })),
    await uploaded(person, 'document', pdf),
  ];
  await person.api.ok(applications.saveApplication, {
    params: { id: draft.id },
    ifMatch: draft.version,
    body: { papers: [{ document: 'work-experience-letter', fileIds, number: null }] },
  });
  await handIn(person, draft.id);
  return draft.id;
}

it('a reviewer at a desk decides by keys with photo, papers and facts side by side, and the next one is there', async () => {
  const { world, browser } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  const names = ['张建国', '李秀英', '王卫东', '赵海燕', '周平'];
  for (const [order, name] of names.entries()) {
    const isDoubtful = name === '李秀英';
    await apply(world, exam, {
      name,
      order,
      ...(isDoubtful ? { offeringCode: 'security-manager-3', facts: patrol } : {}),
      ...(name === '王卫东' ? { photo: await portrait({ grey: true }) } : {}),
    });
    await world.moveTo('2026-11-23', `09:0${order + 1}`);
  }
  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.origin}/#/packages/review/reviews/index?session=${exam.params.id}`);
  await page.locator('#staff-name').fill('shenhe');
  await page.locator('#staff-password').fill(password);
  await page.locator('#staff-sign-in').click();
  await page.getByText('5 张没看过').waitFor();
  await page.locator('#choose-shown').check();
  await page.getByText('已选 5 份').waitFor();
  await look(page, '全选');
  await page.locator('#choose-shown').uncheck();
  await page.locator('.desk-row', { hasText: '张建国' }).click();

  const name = page.locator('.desk-review__name');
  const isAt = async (expected: string, place: string) => {
    await page.locator('.desk-review__name', { hasText: expected }).waitFor();
    await page.locator('#review-place', { hasText: place }).waitFor();
  };
  await isAt('张建国', '第 1 / 5 份');
  await page.locator('.desk-papers__picture').waitFor();
  await look(page, '1280');
  await page.locator('.desk-papers__name').nth(1).click();
  await page.locator('object[type="application/pdf"]').waitFor({ state: 'attached' });

  // walked by keys, the queue's filter stays in the address
  await page.keyboard.press('n');
  await isAt('李秀英', '第 2 / 5 份');
  expect(page.url()).toContain('state=submitted');
  await page.keyboard.press('b');
  await isAt('张建国', '第 1 / 5 份');

  // one in doubt of nothing is approved at once, and the next one stands there
  await page.keyboard.press('p');
  await isAt('李秀英', '第 2 / 5 份，已办 1');
  // one that the rules left to judgement asks, and names the doubt; letters that are written decide nothing
  await page.keyboard.press('p');
  await page.locator('#doubt-condition').getByText('治安巡逻员').waitFor();
  await look(page, '有疑点再问');
  await page.locator('#approve-reason textarea, textarea#approve-reason').first().fill('pnr 同类岗位');
  expect(await name.textContent()).toBe('李秀英');
  await page.locator('#send-approve').click();
  await isAt('王卫东', '第 3 / 5 份，已办 2');
  await page.getByText('照片像是黑白的，通知要求彩色').first().waitFor();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await look(page, '1920-黑白照片');
  await page.keyboard.press('r');
  await page.locator('#remark-photo').click();
  await page.locator('#remark-photo-phrase-0').click();
  await page.locator('#send-return').click();
  await isAt('赵海燕', '第 4 / 5 份，已办 3');
  await look(page, '1920');

  const { by } = await exam.reviewer.api.ok(reviewList.counts, { params: exam.params, query: {} });
  expect(by['state']).toEqual({ approved: 2, returned: 1, submitted: 2 });

  // photos side by side: one is bad, the other is noted as looked at
  await page.locator('#review-list').click();
  await page.locator('#go-portraits').click();
  await page.locator('.portrait-tile').nth(1).waitFor();
  await look(page, '照片墙');
  await page.locator('.portrait-tile', { hasText: '周平' }).click();
  await page.locator('#bad-photo-blurred').click();
  await page.locator('.portrait-tile--bad').waitFor();
  // a mark decides nothing, and is there again after a reload
  await page.reload();
  await page.locator('.portrait-tile--bad', { hasText: '周平' }).waitFor();
  await page.getByText('这一屏有 1 张是您先前标的').waitFor();
  await look(page, '照片墙-先前标的');
  await page.locator('#portraits-done').click();
  await page.getByText('其余 1 张记为已看').waitFor();
  await look(page, '照片墙-确认');
  await page.locator('#portraits-send').click();
  await whileJobsRun(page, world, () => page.getByText('已退回 1 份').waitFor());
  await page.locator('#portraits-take-back').click();
  await page.getByText('撤回', { exact: true }).click();
  await whileJobsRun(page, world, () => page.getByText('已撤回 1 份的退回').waitFor());
  await look(page, '照片墙-撤回');
  await page.locator('#portraits-close').click();
  await page.locator('.portrait-tile', { hasText: '周平' }).waitFor();
  await page.locator('#portraits-done').click();
  await page.getByText('照片都看过了').waitFor();
  const after = await exam.reviewer.api.ok(reviewList.counts, { params: exam.params, query: { state: 'submitted' } });
  expect(after.by['doubts']).toEqual({ papers: 2 });

  // anybody is found from the workbench, in whatever state, by a part of the name
  await page.goto(`${world.origin}/#/packages/staff/home/index`);
  await page.locator('#go-search').click();
  await page.locator('#search-everywhere input, input#search-everywhere').first().fill('建国');
  await page.getByText('张建国　').waitFor();
  await look(page, '找人');
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, '找人-手机');
  await page.goto(`${world.origin}/#/packages/review/portraits/index?session=${exam.params.id}`);
  await page.locator('#portraits-all').click();
  await page.locator('.portrait-tile').first().waitFor();
  expect(await page.locator('.portrait-tile--bad').count()).toBe(0);
  await look(page, '照片墙-手机');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.origin}/#/packages/staff/search/index?q=1100`);
  await page.locator('[id^="found-review-"]').first().click();
  await page.locator('.desk-review__name', { hasText: '张建国' }).waitFor();
  // nobody waits beside the one that was found: the keys to others are still
  await page.locator('#next').waitFor();
  await look(page, '找到的一份');
  // what the browser's own viewer of PDFs says of its own page, whose policy has a nonce and ours has none
  expect(pageFaults(page).filter((fault) => !fault.includes("'nonce-"))).toEqual([]);
});
