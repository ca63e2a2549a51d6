import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type World, openWorld } from '../support/world';
import type { WeappHost } from './host';
import { phoneOf } from './phone-of';

const refused = [
  { reason: 'auth deny', title: '没有使用相机的许可', settings: 'openSetting' },
  { reason: 'system permission denied', title: '手机没有允许微信使用相机', settings: 'openAppAuthorizeSetting' },
  { reason: 'privacy permission is not authorized', errno: 104, title: '还不能使用相机', settings: null },
  {
    reason: 'api scope is not declared in the privacy agreement',
    errno: 112,
    title: '这里暂时不能使用相机',
    settings: null,
  },
  { reason: '', title: '没有打开相机', settings: null },
] as const;

describe('a button whose call WeChat refuses', () => {
  let world: World;
  let phone: WeappHost;
  const said: string[] = [];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    phone = await phoneOf(world, { openid: 'o-refused', phone: '13900004444' });
    phone.person.confirms = ({ title }) => {
      said.push(title);
      return true;
    };
    await phone.open('/packages/contest/scan/index');
  });
  afterAll(() => world.stop());

  it.each(refused)('says what to do: $reason', async ({ reason, title, settings, ...more }) => {
    const opened = () => ['openSetting', 'openAppAuthorizeSetting'].filter((name) => phone.calls(name).length > 0);
    const before = opened();
    phone.failOnce('scanCode', reason, 'errno' in more ? more.errno : undefined);
    await phone.tap('扫二维码');
    expect(said.at(-1)).toBe(title);
    expect(opened().filter((name) => !before.includes(name))).toEqual(settings === null ? [] : [settings]);
  });

  it('says so of the clipboard, too', async () => {
    await phone.open('/packages/contest/guide/index?id=bspia-2024-competition-installer');
    phone.failOnce('setClipboardData', 'privacy permission is not authorized', 104);
    await phone.tap('复制官网地址');
    expect(said.at(-1)).toBe('还不能使用剪贴板');
    await phone.back();
  });

  it('says so where WeChat hands out no phone number, and nothing to whoever keeps it back', async () => {
    await phone.open('/pages/sign-in/index');
    await phone.tap('微信一键登录');
    await phone.open('/pages/phone/index');
    phone.failOnce('getPhoneNumber', 'jsapi has no permission', 1400001);
    await phone.tap('使用微信绑定的手机号');
    expect(said.at(-1)).toBe('没有取到微信手机号');
    const before = said.length;
    await phone.tap('使用微信绑定的手机号');
    expect(said).toHaveLength(before);
  });

  it('says nothing to whoever left', async () => {
    await phone.open('/packages/contest/scan/index');
    const before = said.length;
    phone.person.scans = () => null;
    await phone.tap('扫二维码');
    expect(said).toHaveLength(before);
    expect(phone.verdict()).toEqual([]);
  });
});
