import { expect, it } from 'vitest';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';
import type { Phone } from './phone';

const check = 'packages/notice/self-check/index?notice=bspia-2026-certification&offering=security-manager-3';
const field = (phone: Phone, id: string) => phone.page.locator(`[id="${id}"]:visible`).last();

/** Answers what is asked after the jobs, up to the verdict. */
const toTheVerdict = async (phone: Phone): Promise<void> => {
  for (let asked = 0; asked < 8; asked += 1) {
    await phone.rest();
    const title = await phone.page.locator('.heading__title:visible').last().innerText();
    if (title.includes('证书')) await phone.tap('none');
    else if (title.includes('从事')) await phone.tapWord('是');
    else if ((await phone.page.locator('[id="change-answers"]:visible').count()) > 0) return;
    else await phone.tap('unsure');
  }
};

it('takes jobs by their months, asks staff where a day decides, and lets what was typed be corrected', async () => {
  const { world, phoneFor } = await openBrowserWorld({ day: '2026-11-23' });
  await openSession(await firstAdministrator(world));
  const phone = await phoneFor('工作经历');
  await phone.open(`${world.origin}/#/${check}`);
  await phone.sees('逐份填写');
  await field(phone, 'job-occupation').selectOption({ label: '保安员' });
  await phone.tap('job-by-month');
  await field(phone, 'job-from').fill('2016-11');
  await phone.look('按年月');
  await phone.tap('next');
  await toTheVerdict(phone);
  await phone.sees('工作起止只填了年月，满不满10年差在具体哪一天');
  await phone.look('差在哪一天');

  await phone.tap('change-answers');
  for (let back = 0; back < 8; back += 1) {
    await phone.rest();
    if ((await phone.page.getByLabel('修改 保安员').filter({ visible: true }).count()) > 0) break;
    await phone.tapWord('上一题');
  }
  await phone.page.getByLabel('修改 保安员').filter({ visible: true }).last().tap();
  expect(await field(phone, 'job-from').inputValue()).toBe('2016-11');
  await field(phone, 'job-from').fill('2014-03');
  await phone.look('改正');
  await phone.tap('next');
  await toTheVerdict(phone);
  await phone.sees('符合报名条件');
  expect(await phone.read('.page')).not.toContain('只填了年月');
  expect(phone.faults()).toEqual([]);
});
