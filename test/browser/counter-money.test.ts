import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { orderList } from '@jikaotong/shared/lists';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { readPages, readText } from '../support/read-pages';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const params = { id: 'bspia' };

it('finance books the cash of many at a desk, undoes one of them, and prints receipts', async () => {
  const { world, browser } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  for (const [at, name] of ['张建国', '李秀英', '王卫东'].entries())
    await exam.approved(`o-${at}`, { name, order: at + 1 });
  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  const look = (name: string) =>
    page.screenshot({ path: join(projectFolder, '.data', 'screenshots', `办公桌-收款-${name}.png`) });
  await page.goto(`${world.origin}/#/packages/staff/orders/index?body=bspia`);
  await page.locator('#staff-name').fill('caiwu');
  await page.locator('#staff-password').fill(password);
  await page.locator('#staff-sign-in').click();
  await page.getByText('张建国').first().waitFor();
  await look('缴费单');
  const owing = await exam.finance.api.ok(orderList.rows, { params, query: { standing: 'open' } });
  for (const { id } of owing.items.slice(0, 2)) await page.locator(`#choose-${id}`).check();
  await page.getByRole('button', { name: '登记现金' }).first().click();
  await page.getByText('页面上选中的 2 笔，共 560.00元').waitFor();
  await look('登记现金以前');
  await page.locator('#act-go').click();
  await whileJobsRun(page, world, () => page.getByText('已登记现金 2 笔').waitFor());
  await look('登记现金以后');
  await page.locator('#act-done').click();

  const { items } = await exam.finance.api.ok(orderList.rows, { params, query: { standing: 'settled' } });
  expect(items.map(({ method }) => method)).toEqual(['cash', 'cash']);
  await page.goto(`${world.origin}/#/packages/staff/orders/index?body=bspia&standing=settled`);
  await page.reload();
  await page.locator(`#row-${items[0]?.id}`).click();
  await page.locator('#undo-receipt').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#print-receipts').click()]);
  const text = await readText(await readFile(await file.path()));
  expect(text).toContain('贰佰捌拾元整');
  await page.locator('#undo-receipt').click();
  // a download takes the focus of the window for a moment, and what is typed then goes nowhere
  await expect
    .poll(async () => {
      await page.locator('#undo-reason').fill('点错了人');
      return page.locator('#save-undo').getAttribute('aria-disabled');
    })
    .not.toBe('true');
  await look('撤销收款');
  await page.locator('#save-undo').click();
  await page.getByText('已撤销').first().waitFor();
  await expect
    .poll(async () => (await exam.finance.api.ok(orderList.rows, { params, query: { standing: 'open' } })).items.length)
    .toBe(2);
  await page.locator('#print-batch').click();
  await page.getByText('打印一批收据').last().waitFor();
  await look('打印一批收据');
  const [batch] = await Promise.all([page.waitForEvent('download'), page.locator('#print-receipts').last().click()]);
  expect(await readPages(await readFile(await batch.path()))).toHaveLength(1);
  // on paper a list says that its whole is the sheet
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#desk-table').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(pageFaults(page)).toEqual([]);
});
