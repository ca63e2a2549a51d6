import { judging } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JudgedStage, SHEET, holdKey, judgedStage, viewOf } from '../support/judging';
import { KNOWN_KEYS } from '../support/many-paid';
import { type World, openWorld } from '../support/world';
import { phoneOf } from './phone-of';

describe('the day of a judge, in the built package', () => {
  let world: World;
  let stage: JudgedStage;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    stage = await judgedStage(world, 3);
    await stage.officer.api.ok(judging.defineMarkingSheet, { params: stage.at, body: SHEET });
    await holdKey(stage);
  });
  afterAll(() => world.stop());

  const complete = async () => (await viewOf(stage)).complete;

  it('joins by the link, marks without a network, loses nothing when the app is closed, and sends it later', async () => {
    const body = { name: '张裁判', phone: '13812345678', unit: '鉴定中心', heats: null, stations: null };
    const { judgeId, linkPath } = await stage.officer.api.ok(judging.assignJudge, { params: stage.at, body });
    const phone = await phoneOf(world, { openid: 'o-judge', phone: '13812345678' });
    await phone.open((linkPath ?? '').replace('/#', ''));
    await phone.see('请先登录');
    await phone.tap('登录');
    await phone.tap('微信一键登录');
    await phone.see('还没有绑定手机号');
    await phone.tap('还没有绑定手机号');
    await phone.tap('使用微信绑定的手机号');
    await phone.see('138****5678');
    await phone.tap('接受安排');
    await phone.see('今天评分');
    await phone.tap('初赛技能');
    await phone.tap('下载今天的号码');
    await phone.see('已评 0 / 3');
    expect(phone.text()).not.toContain('公司');

    phone.setOnline(false);
    await phone.tap('评 第 1 场 1 号工位');
    await phone.tap('设备安装满分');
    await phone.tap('安全文明减一档');
    await phone.see('提交 99 分');
    await phone.tap('提交 99 分');
    await phone.see('第 1 场 2 号工位');
    await phone.tap('设备安装减一档');
    await phone.tap('安全文明满分');
    await phone.tap('提交 99.5 分');
    await phone.see('第 2 场 1 号工位');
    await phone.tap('‹ 返回号码');
    await phone.see('2 个分数保存在手机上');
    expect(await complete()).toBe(0);
    expect(phone.verdict()).toEqual([]);

    // closed and opened again, still without a network: what was marked is on the phone
    const again = await phone.reopen();
    await again.open(`/packages/judge/marking/index?id=${judgeId}`);
    await again.see('已评 2 / 3');
    await again.see('2 个分数保存在手机上');
    again.setOnline(true);
    await again.back();
    await again.open(`/packages/judge/marking/index?id=${judgeId}`);
    await expect.poll(complete, { timeout: 30_000 }).toBe(2);
    await again.settle();
    expect(again.text()).not.toContain('保存在手机上');

    // who judges no more meanwhile loses nothing: what was marked without a network goes to staff
    again.setOnline(false);
    await again.tap('评 第 2 场 1 号工位');
    await again.tap('设备安装满分');
    await again.tap('安全文明满分');
    await again.tap('提交 100 分');
    await stage.officer.api.ok(judging.revokeJudge, { params: { id: judgeId } });
    const later = await again.reopen();
    later.setOnline(true);
    await later.open(`/packages/judge/marking/index?id=${judgeId}`);
    await expect
      .poll(async () => (await viewOf(stage)).conflicts, { timeout: 30_000 })
      .toMatchObject([{ conflict: 'not-of-this-judge' }]);
    await later.settle();
    expect(later.text()).not.toContain('保存在手机上');
  });
});
