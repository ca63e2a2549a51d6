import { expect, it } from 'vitest';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';
import type { Phone } from './phone';

const [b26, s25, e24, c25, c24] = [
  'bspia-2026-certification',
  'shqbxh-2025-certification',
  'cecc-2024-certification',
  'bspia-2025-competition-monitor-operator',
  'bspia-2024-competition-installer',
] as const;

const begin = async (day: string, owner: string) => {
  const { world, phoneFor } = await openBrowserWorld({ day });
  return { world, phone: await phoneFor(owner) };
};

const largeType = async (phone: Phone, origin: string): Promise<void> => {
  await phone.open(`${origin}/#/pages/me/index`);
  await phone.tap('large-type');
};

/** From the list to a notice and its text and rules. */
const lookThrough = async (phone: Phone, origin: string, id: string, says: string): Promise<void> => {
  await phone.open(`${origin}/#/packages/notice/list/index`);
  await phone.tap(`notice-${id}`);
  await phone.sees(says);
  await phone.look(`通知-${id}`);
  await phone.tap('go-references');
  await phone.sees('主办和承办单位');
  await phone.look(`须知-${id}`);
  await phone.page.goBack();
  await phone.tap('offering-');
  await phone.sees('考试科目');
  await phone.look(`项目-${id}`);
};

it('narrows the list, reads each of the five notices, and finds each clause where it is printed', async () => {
  const { world, phone } = await begin('2025-07-10', '看通知');
  const { origin } = world;
  await phone.open(`${origin}/#/packages/notice/list/index`);
  await phone.sees('报名中');
  await phone.look('列表');
  await phone.tap('filter-place');
  await phone.sees('1 份通知');
  await phone.look('按地点');
  await phone.tapWord('上海');
  await phone.page.locator(`[id="notice-${c25}"]:visible`).waitFor({ state: 'detached' });
  await phone.look('上海的通知');
  await phone.type('search', '渗透');
  await phone.sees('没有符合的通知');
  await phone.look('没有符合');
  await phone.tapWord('看全部通知');
  await phone.tap(`enter-${c25}`);
  await phone.sees('正在报名');
  // a page that is left while it still slides in hides the one below it
  await phone.look('竞赛');

  await lookThrough(phone, origin, c25, '报名中');
  await lookThrough(phone, origin, s25, '申报和缴费时间');
  await lookThrough(phone, origin, b26, '还没有安排批次');
  await lookThrough(phone, origin, e24, '本通知已结束');
  await lookThrough(phone, origin, c24, '报名已于2024年5月20日截止');

  // a clause, its quote, and the marked lines of the printed text; the lists of the footnotes; what is assumed
  await phone.open(`${origin}/#/pages/offering/index?notice=${b26}&offering=security-manager-3`);
  await phone.page.getByLabel('看依据').filter({ visible: true }).nth(1).tap();
  await phone.sees('通知 附件1');
  await phone.look('依据');
  await phone.tap('route-1-occupations');
  await phone.sees('名单没有写“等”');
  await phone.look('相关职业');
  await phone.tapWord('关闭');
  await phone.tapWord('看原文');
  await phone.page.locator('#passage:visible').waitFor();
  await expect
    .poll(() =>
      phone.page
        .locator('#passage:visible')
        .boundingBox()
        .then((box) => box?.y ?? -1),
    )
    .toBeLessThan(600);
  expect(await phone.read('#passage')).toContain('累计从事本职业或相关职业工作满10年');
  // lines stand as printed, not run together
  expect((await phone.page.locator('.original:visible').first().innerText()).split('\n').length).toBeGreaterThan(20);
  await phone.look('原文');
  expect(phone.faults()).toEqual([]);
});

it('asks once and says for every level what is missing least, and leads into the application', async () => {
  const { world, phone } = await begin('2026-11-23', '报哪一级');
  const { origin } = world;
  await openSession(await firstAdministrator(world));
  await phone.open(`${origin}/#/pages/notice/index?id=${b26}`);
  await phone.sees('审核通过后缴费');
  await phone.look('批次');
  await phone.tap('self-check');
  await phone.tap('choose-levels');
  await phone.tap('unsure');
  await phone.tapWord('上一题');
  let questions = 0;
  for (;;) {
    await phone.rest();
    const shown = phone.page.locator('.heading__title:visible').last();
    const title = await shown.innerText();
    if (/符合条件|还不能报名/.test(title)) break;
    questions += 1;
    await phone.look(`问题${questions}`);
    if (title.includes('出生日期')) {
      await phone.page.locator('[id="birth-date"]:visible').last().fill('1990-05-06');
      await phone.tap('next');
    } else if (title.includes('工作')) {
      await phone.page.locator('[id="job-occupation"]:visible').last().selectOption({ label: '保安员' });
      await phone.page.locator('[id="job-from"]:visible').last().fill('2017-03-01');
      await phone.tap('next');
    } else if (title.includes('证书')) await phone.tap('none');
    else if (title.includes('从事')) await phone.tapWord('是');
    else await phone.tap('unsure');
    expect(questions).toBeLessThanOrEqual(8);
  }
  await phone.sees('若继续从业，2027年3月1日起符合报名条件');
  await phone.look('每一级');
  await phone.tap('routes-security-manager-3');
  await phone.look('逐条');
  await phone.page.goBack();
  await phone.tap('apply-installer-5');
  await phone.sees('请准备好');
  await phone.look('能报');
  await phone.tap('apply');
  await phone.page.waitForURL(/sign-in/);
  expect(phone.faults()).toEqual([]);
});

it('is drawn soundly in large type', async () => {
  const { world, phone } = await begin('2025-07-10', '大字通知');
  const { origin } = world;
  await largeType(phone, origin);
  await phone.open(`${origin}/#/packages/notice/list/index`);
  await phone.sees('报名中');
  await phone.look('列表');
  for (const [id, says] of [
    [s25, '申报和缴费时间'],
    [b26, '还没有安排批次'],
    [c25, '报名中'],
  ] as const)
    await lookThrough(phone, origin, id, says);
  expect(phone.faults()).toEqual([]);
});
