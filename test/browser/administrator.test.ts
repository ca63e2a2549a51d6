import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { enqueue } from '@jikaotong/bff/platform/jobs';
import { accounts, notices } from '@jikaotong/shared/contract';
import { openSession } from '../support/open-session';
import { firstAdministrator, password, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';
import { signInStaff } from './staff';

it('an administrator adds a year of days off, takes a lost second factor away, lets a colleague leave and work be retried', async () => {
  const { world, phoneFor, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  await openSession(administrator);
  const careful = await staffMember(world, administrator, 'careful', ['reviewer']);
  await staffMember(world, administrator, 'leaving', ['finance']);
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.wallNow() });
  const { secret } = await careful.api.ok(accounts.beginSecondFactor, {});
  await careful.api.ok(accounts.confirmSecondFactor, { body: { code: codeOf(secret) } });

  const dueMs = world.clock.businessNow();
  await world.db.tx(async (h) => {
    await enqueue(h, { kind: 'order-lapse', key: 'failed', dueMs, payload: { orderId: 'nobody' } });
    await h.run("UPDATE job SET state = 'dead', attempts = 12 WHERE kind = 'order-lapse'");
  });

  const chief = await phoneFor('管理员');
  await signInStaff(chief, world.origin, 'admin', password);
  await chief.sees('1 件后台任务失败');
  await chief.tap('retry-');
  await chief.page.getByText('1 件后台任务失败').waitFor({ state: 'detached' });
  await chief.tap('go-calendar-years');
  await chief.sees('2026 年');
  await chief.look('放假安排');
  await chief.tap('add-year');
  await chief.sees('2027 年放假安排');
  await chief.tap('save-year');
  await chief.sees('还有没填的，请看标红的地方');
  await chief.type('off-0-from', '2026-01-01');
  await chief.type('off-0-to', '2028-01-03');
  await chief.sees('有日期不对，请看标红的地方');
  await chief.sees('请选 2027 年的日期');
  await chief.look('不在这一年');
  await chief.type('off-0-from', '2027-01-01');
  await chief.type('off-0-to', '2027-01-03');
  await chief.tap('more-off');
  await chief.type('off-1-from', '2027-02-05');
  await chief.type('off-1-to', '2027-02-11');
  await chief.sees('共 10 天，含周末。');
  await chief.tap('more-worked');
  await chief.type('worked-0-from', '2027-02-15');
  await chief.tap('save-year');
  await chief.sees('2月15日（周一）本来就上班，调休上班只填周六、周日');
  await chief.look('不是周末');
  await chief.type('worked-0-from', '2027-02-14');
  await chief.tap('save-year');
  await chief.sees('2月5日至2月11日');
  await chief.look('已填一年');
  const { years } = await world.stranger.ok(notices.getCalendarYears, {});
  expect(years.at(-1)).toMatchObject({ year: 2027, worked: ['2027-02-14'] });

  await chief.tap('year-2026');
  await chief.sees('更正的原因（留档）');
  await chief.type('year-note', '看错一天');
  await chief.tap('save-year');
  await chief.sees(/已有批次按这一年计算了日期/);
  await chief.look('不能再改');

  await goTo(chief, 'packages/staff/home/index');
  await chief.sees('工作台');
  await chief.tap('go-body-');
  await chief.tap('go-people');
  await chief.tap('member-careful');
  await chief.sees('丢了验证器，重置动态验证码');
  await chief.look('工作人员');
  await chief.tap('reset-second-factor');
  await chief.sees(/请先当面或打电话确认/);
  await chief.tapWord('重置');
  await chief.page.locator('#reset-second-factor').waitFor({ state: 'detached' });
  await chief.tap('member-leaving');
  await chief.tap('remove-member');
  await chief.sees(/以后可以用同一用户名重新邀请/);
  await chief.tapWord('移出');
  await chief.page.locator('[id="member-leaving"]').waitFor({ state: 'detached' });
  await chief.look('已移出');

  const back = await staffOn('丢了验证器的审核员', 'careful', 'packages/staff/home/index');
  await back.sees('还没有设置，或者管理员重置了。设好以后才能办理业务，其他设备上的登录会退出。');
  await back.look('要重新设置');
  await back.tap('second-factor-begin');
  await back.sees('用验证器扫一扫');
  const shown = (await back.read('.staff-secret')).replaceAll(' ', '');
  await back.type('second-factor-code', codeOf(shown));
  await back.tap('second-factor-confirm');
  await back.sees('工作台');
  await back.sees('已开启');
  await back.look('设好了');
  expect([...chief.faults(), ...back.faults()]).toEqual([]);
});
