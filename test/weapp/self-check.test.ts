import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type World, openWorld } from '../support/world';
import { phoneOf } from './phone-of';

describe('the built package, before anybody signs in', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
  });
  afterAll(() => world.stop());

  it('shows a notice and judges a grown-up who intends to install alarms', async () => {
    const phone = await phoneOf(world, { openid: 'o-curious', phone: '13800000001' });
    await phone.see('北京市社会化职业技能等级认定');
    await phone.tap('北京市社会化职业技能等级认定');
    await phone.see('0200022309014440258');
    await phone.tap('测一测我能报哪个');
    await phone.see('您想报哪个项目');
    await phone.tap('安全防范系统安装维护员五级/初级工');
    await phone.pick('出生日期', '1990-05-01');
    await phone.tap('下一题');
    await phone.tap('是');
    await phone.see('按您填写的情况，可以申报');
    expect(phone.verdict()).toEqual([]);
  });
});
