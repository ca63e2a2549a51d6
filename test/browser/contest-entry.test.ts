import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { posters } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { identityOf } from '../support/apply';
import { startChromium } from '../support/chromium';
import { firstAdministrator } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { openWorld } from '../support/world';
import { phoneOf } from './phone';

const noticeId = 'bspia-2025-competition-monitor-operator';
const mobile = '13800001111';

it('goes from the picture of a poster to an entry in at most 12 taps and one screen of typing', async () => {
  const h5Folder = join(projectFolder, 'miniapp/dist/h5');
  const [world, browser] = await Promise.all([openWorld({ day: '2025-07-10', h5Folder }), startChromium()]);
  onTestFinished(async () => {
    await browser.close();
    await world.stop();
  });
  const administrator = await firstAdministrator(world);
  const { items } = await administrator.api.ok(posters.listPosters, {});
  const code = items.find((poster) => poster.noticeId === noticeId)?.code ?? '';
  const picture = await administrator.api.file(posters.downloadPosterPng, { params: { code } });
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const link = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';

  const phone = phoneOf(await browser.phone(), '参赛者');
  await phone.open(`${world.origin}/#/pages/sign-in/index`);
  await phone.type('phone', mobile);
  await phone.tap('request-code');
  await phone.type('code', await world.owner.smsCode(mobile));
  await phone.tap('sign-in');
  await phone.page.waitForURL(/notices/);
  const before = phone.taps();

  await phone.open(link);
  await phone.sees('正在报名');
  await phone.look('扫码');
  await phone.tap('go-poster-target');
  await phone.sees('2025年7月下旬');
  await phone.look('竞赛');
  await phone.tap('enter-contest');
  await phone.sees('参赛人');
  const who = identityOf();
  const typed = [
    ['name', who.name],
    ['document-number', who.documentNumber],
    ['unit', '北京某某安防有限公司'],
  ] as const;
  for (const [id, text] of typed) await phone.type(id, text);
  await phone.tap('long-term');
  await phone.tapWord('与安防工作相关的保安员');
  await phone.page
    .locator('[id="unit-type"]')
    .getByRole('combobox')
    .or(phone.page.locator('select[id="unit-type"]'))
    .selectOption({ label: '企业' });
  const picked = 1;
  const bytes = await portrait({ background: '#3a74c8', width: 1500, height: 2000, bytes: 600_000 });
  await phone.pick('choose-photo', { name: 'portrait.jpg', type: 'image/jpeg', bytes });
  await phone.sees('照片底色符合要求');
  await phone.look('报名');
  await phone.tap('send-entry');
  for (const id of ['consent-general', 'consent-sensitive', 'consent-agree']) await phone.tap(id);
  await phone.sees('已报名');
  await phone.look('我的报名');
  expect(phone.taps() - before - typed.length + picked).toBeLessThanOrEqual(12);
  expect(phone.faults()).toEqual([]);
});
