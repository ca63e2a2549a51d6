import { expect, it } from 'vitest';
import { citizenNumber } from '../builders/citizen-number';
import { localDate } from '@jikaotong/shared/kernel';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { cameraPicture } from '../builders/photos';
import { openBrowserWorld } from './browser-world';
import { giveConsent } from './candidate';

const number = citizenNumber({ birthDate: localDate('1978-05-01'), sex: 'male', order: 9 });

// the way of most: B26 五级, who wants to work in the trade, one identity card, one letter that we write
it('takes at most 28 taps and 11 screens from home to an application handed in, on a small phone in large type', async () => {
  const { world, phoneFor, signInByCode, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  await openSession(await firstAdministrator(world));
  const phone = await phoneFor('最短的路');
  await phone.page.setViewportSize({ width: 360, height: 640 });
  await goTo(phone, 'pages/me/index');
  await phone.tap('large-type');
  await goTo(phone, 'pages/notices/index');
  const before = phone.taps();
  const screens: string[] = [];
  const screen = async (name: string) => {
    screens.push(name);
    await phone.look(name);
  };

  await phone.sees('现在可以报名');
  await screen('首页');
  await phone.tap('open-installer-5-');
  await phone.type('birth-date', '1978-05-01');
  await screen('出生日期');
  await phone.tap('next');
  await screen('从事意向');
  await phone.tapWord('是');
  await phone.sees('请准备好');
  await screen('结论');
  await phone.tap('apply');
  await phone.sees('手机号登录');
  await screen('登录');
  await signInByCode(phone, '13800007777');
  await phone.sees('个人信息处理说明');
  await screen('同意');
  await giveConsent(phone);
  await phone.sees('第 1 步，共 4 步');
  await phone.type('document-number', number);
  await phone.type('name', '张建国');
  await phone.tap('long-term');
  await screen('身份');
  await phone.tap('next-step');
  await phone.sees('第 2 步，共 4 步');
  await phone.pick('choose-photo', { name: 'photo.jpg', type: 'image/jpeg', bytes: await cameraPicture() });
  await phone.tap('use-photo');
  await phone.sees('照片符合规格要求');
  await screen('照片');
  await phone.tap('next-step');
  await phone.sees('第 3 步，共 4 步');
  await screen('签名');
  await phone.draw('canvas', [
    [
      [0.2, 0.3],
      [0.5, 0.6],
      [0.8, 0.3],
    ],
  ]);
  await phone.tap('use-signature');
  await phone.sees('第 4 步，共 4 步');
  await phone.tap('truthful');
  await phone.tap('notice-read');
  await screen('核对');
  await phone.tap('submit-application');
  await phone.sees('报名已提交');
  await screen('已提交');

  expect(screens.length).toBeLessThanOrEqual(11);
  expect(phone.taps() - before).toBeLessThanOrEqual(28);
  expect(phone.faults()).toEqual([]);
});
