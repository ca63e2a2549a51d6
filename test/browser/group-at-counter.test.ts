import { expect, it } from 'vitest';
import { rosterRows, rosters, units } from '@jikaotong/shared/contract';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { installerRow, openRoster, photosOf } from '../support/rosters';
import { registered, unitCode } from '../support/units';
import { openBrowserWorld } from './browser-world';

const MANY = 6;
const NAMES = '甲乙丙丁戊己';

it('a company brings its list to the counter: two are missing, and both sides see who, what and until when', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23', time: '10:00' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  await staffMember(world, administrator, 'chuangkou', ['reviewer']);
  const person = await candidateByPhone(world, '13900000001');
  const unit = await registered(person, { name: '北京甲安防有限公司', code: unitCode(1) });
  await administrator.api.ok(units.approveUnit, { params: { id: unit.id }, body: { version: unit.version } });
  const roster = await openRoster(person, unit, sessionId);
  const params = { id: roster.id };
  for (let order = 0; order < MANY; order += 1) {
    const values = { ...installerRow(order), name: `学员${NAMES.charAt(order)}` };
    await person.api.ok(rosterRows.addRosterRow, { params, body: { values } });
  }
  const zip = { bytes: await photosOf([0, 1, 2, 3, 4, 5]), name: '照片.zip' };
  await person.api.ok(rosters.uploadRosterPhotos, { params, file: zip });
  await world.runJobs();

  const agent = await candidateOn('现场经办', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees(`生成现场报名单 ${MANY} 人`);
  await agent.tap('submit-roster');
  await agent.tapWord('生成');
  await agent.sees('正在提交');
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
  const rows = await clerk.page.locator('[id^="away-"]:visible').all();
  for (const row of rows.slice(-2)) await row.tap();
  await clerk.tap('all-seen');
  await clerk.type('counted', '4');
  await clerk.tap('counted-seen');
  await clerk.tap('confirm-counted');
  await clerk.sees('正在受理');
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
  expect([...agent.faults(), ...clerk.faults()]).toEqual([]);
});
