import { expect, it } from 'vitest';
import { rosterCounters, rosterRows } from '@jikaotong/shared/contract';
import { companyAtCounter } from '../support/company-at-counter';
import { candidateByPhone } from '../support/people';
import { installerRow } from '../support/rosters';
import type { Page, Request } from 'playwright-core';
import { openBrowserWorld } from './browser-world';

const MANY = 6;

/** What a screen asks from one look at how far the work is to the next, but for that. */
async function askedWhileAtWork(page: Page): Promise<string[]> {
  const look = () => page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/work'));
  await look();
  const asked: string[] = [];
  const note = (request: Request) => asked.push(new URL(request.url()).pathname);
  page.on('request', note);
  await look();
  page.off('request', note);
  return asked.filter((path) => path.includes('/rosters/') && !path.endsWith('/work'));
}

it('a company brings its list to the counter: two are missing, and both sides see who, what and until when', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23', time: '10:00' });
  const { roster, agent: account } = await companyAtCounter(world, MANY);
  const params = { id: roster.id };

  const agent = await candidateOn('现场经办', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees(`生成现场报名单 ${MANY} 人`);
  await agent.tap('submit-roster');
  await agent.tapWord('生成');
  await agent.sees('正在提交');
  expect(await askedWhileAtWork(agent.page)).toEqual([]);
  await world.runJobs();
  await agent.sees(`已受理 0 / ${MANY}`);
  await agent.tap('roster-counter');
  await agent.sees('没办的（6 人）');
  await agent.look('集体现场报名单');
  const code = (await agent.read('#group-slip-code')).replace(' ', '');
  expect((await agent.download('print-group-slip')).bytes.subarray(0, 5).toString()).toBe('%PDF-');

  const clerk = await staffOn('窗口受理单位', 'chuangkou', 'packages/staff/counter/index');
  await clerk.sees('单位现场报名单');
  await clerk.look('现场受理');
  await clerk.type('slip-code', code);
  await clerk.tap('open-code');
  await clerk.sees('没办的（6 人）');
  await clerk.look('单位现场受理');
  await clerk.tap('all-seen');
  await clerk.sees('清点的人数');
  await clerk.type('counted', '4');
  await clerk.tap('counted-seen');
  await clerk.tap('confirm-counted');
  await clerk.sees('请再清点一遍');
  await clerk.look('整批受理人数不对');
  await clerk.tapWord('关闭');
  const rows = await clerk.page.locator('[id^="came-"]:visible').all();
  await clerk.tap('tick-all');
  for (const row of rows.slice(-2)) await row.tap();
  await clerk.look('来的都打了勾');
  await clerk.tap('all-seen');
  await clerk.type('counted', '4');
  await clerk.tap('counted-seen');
  await clerk.tap('confirm-counted');
  await clerk.sees('正在受理');
  expect(await askedWhileAtWork(clerk.page)).toEqual([]);
  await world.runJobs();
  await clerk.sees('已受理（4 人）');
  await clerk.look('还有两人');
  await clerk.tap('keep-open');
  await clerk.sees('补办到哪一天');
  await clerk.page.locator('[id="open-until"]:visible').fill('2026-12-01');
  await clerk.look('定补办日期');
  await clerk.tap('set-open-until');
  await clerk.sees('12月1日 周二 · 还有8天');

  await agent.page.reload();
  await agent.sees('还有 2 人没办');
  await agent.sees('补办截止 12月1日 周二 · 还有8天');
  await agent.look('还有两人没办');

  const member = await candidateByPhone(world, '13900000077');
  const { rows: listed } = await account.api.ok(rosterCounters.getRosterCounter, { params });
  const own = { id: listed[4]?.id ?? '' };
  const { claimCode } = await account.api.ok(rosterRows.getRosterRow, { params: { ...params, rowId: own.id } });
  const { documentNumber = '' } = installerRow(4);
  const claim = { documentType: 'resident-id' as const, documentNumber, code: claimCode ?? '' };
  await member.api.ok(rosterRows.claimRosterRow, { body: { ...claim, name: listed[4]?.name ?? '' } });
  const { version } = await member.api.ok(rosterRows.getOwnRosterRow, { params: own });
  const said = { version, field: 'other', said: '还有一段工作没有写' };
  const { disputes } = await member.api.ok(rosterRows.disputeOwnRow, { params: own, body: said });
  await goTo(clerk, `packages/unit/counter/index?code=${code}`);
  await clerk.sees('没办的（1 人）');
  await clerk.sees('本人说有信息不对（1 人）');
  await clerk.look('有人说信息不对');
  await agent.page.reload();
  await agent.sees('本人说有信息不对，改好或答复以后窗口才受理');
  await agent.look('有人说信息不对');
  await account.api.ok(rosterRows.answerRowDispute, {
    params: { ...params, rowId: own.id, disputeId: disputes[0]?.id ?? '' },
    body: { answer: '那一段不算本职业' },
  });

  await goTo(clerk, `packages/unit/counter/index?code=${code}`);
  await clerk.tap('all-seen');
  await clerk.sees('请填清点的人数');
  await clerk.type('counted', '2');
  await clerk.sees('请勾选原件都看过');
  await clerk.look('整批受理还没填完');
  await clerk.tap('counted-seen');
  await clerk.tap('confirm-counted');
  await clerk.sees('正在受理');
  await world.runJobs();
  await clerk.sees('都办好了');
  // the code led to the roster, and is not read again at every refresh
  expect(clerk.page.url()).toContain(`id=${roster.id}`);
  await goTo(clerk, 'packages/staff/counter/index');
  await clerk.sees('都已受理的 1 个单位');
  expect(await clerk.page.locator('[id^="unit-list-"]:visible').count()).toBe(0);
  await clerk.look('单位都已受理');
  await clerk.tap('unit-lists-through');
  await clerk.sees(/北京甲安防有限公司/);
  expect([...agent.faults(), ...clerk.faults()]).toEqual([]);
});
