import { expect, it } from 'vitest';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { handIn, readyDraft } from '../support/apply';
import { openBrowserWorld } from './browser-world';
import type { Phone } from './phone';

const draftOn = async (owner: string, mobile: string) => {
  const opened = await openBrowserWorld({ day: '2026-11-20' });
  const { world, candidateOn } = opened;
  const session = await openSession(await firstAdministrator(world));
  const person = await candidateByPhone(world, mobile);
  const { id } = await readyDraft(person, session, { name: '吴静' });
  return { ...opened, id, person, phone: await candidateOn(owner, mobile) };
};

/** Where ink is on the canvas in front, as shares of its width, and how many dots it has for each of the page's. */
const inkOf = (phone: Phone) =>
  phone.page.evaluate(() => {
    const canvas = [...document.querySelectorAll('canvas')].find((one) => one.getClientRects().length > 0);
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return null;
    const { width, height } = canvas;
    const { data } = pen.getImageData(0, 0, width, height);
    let [left, right] = [1, 0];
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] === 0) continue;
      const x = (((at - 3) / 4) % width) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    return { left, right, dots: width / canvas.getBoundingClientRect().width };
  });

it('writes where the finger is, all over the box and as fine as the screen, above the button also in large type', async () => {
  const { world, phone, id, goTo } = await draftOn('签名框', '13800005551');
  await phone.open(`${world.origin}/#/pages/me/index`);
  await phone.tap('large-type');
  await phone.page.setViewportSize({ width: 320, height: 568 });
  await goTo(phone, `packages/apply/signature/index?id=${id}`);
  await phone.tap('sign-again');
  await phone.rest();
  const [box, button] = await Promise.all([
    phone.page.locator('.signature:visible').boundingBox(),
    phone.page.locator('[id="use-signature"]:visible').boundingBox(),
  ]);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
  await phone.look('空白');
  await phone.tap('use-signature');
  await phone.sees('还没有签名');
  await phone.draw('canvas', [
    [
      [0.02, 0.2],
      [0.03, 0.22],
      [0.5, 0.5],
      [0.97, 0.8],
    ],
  ]);
  const whole = { left: expect.toSatisfy((at) => at < 0.08), right: expect.toSatisfy((at) => at > 0.92) };
  const ink = await inkOf(phone);
  expect(ink).toMatchObject(whole);
  expect(ink?.dots).toBeCloseTo(2, 1);
  await phone.look('签满');
  // turned on its side, and upright again
  await phone.page.setViewportSize({ width: 568, height: 320 });
  await phone.rest();
  expect((await inkOf(phone))?.right).toBeGreaterThan(0.3);
  await phone.tap('use-signature');
  await phone.sees('填写的内容');
  expect(phone.faults()).toEqual([]);
});

it('lays a sheet above the tabs, and keeps the page behind it still', async () => {
  const { world, phoneFor } = await openBrowserWorld({ day: '2026-11-20' });
  const phone = await phoneFor('筛选');
  await phone.open(`${world.origin}/#/packages/notice/list/index`);
  await phone.tap('filter-place');
  await phone.page.locator('.sheet__panel').waitFor();
  await phone.look('筛选');
  const bottom = await phone.page.evaluate(() => {
    const { innerWidth, innerHeight } = window;
    return document.elementFromPoint(innerWidth / 2, innerHeight - 10)?.closest('.sheet') !== null;
  });
  expect(bottom).toBe(true);
  const scrolled = () => phone.page.evaluate(() => document.querySelector('.taro_page')?.scrollTop);
  const before = await scrolled();
  await phone.page.mouse.move(195, 60);
  await phone.page.mouse.wheel(0, 600);
  await phone.rest();
  expect(await scrolled()).toBe(before);
});

it('brings what is missing into view', async () => {
  const { phone, id, goTo } = await draftOn('漏填', '13800005552');
  await goTo(phone, `packages/apply/identity/index?id=${id}`);
  await phone.type('name', ' ');
  await phone.page.evaluate(() => document.querySelector('.taro_page:last-child')?.scrollTo(0, 5_000));
  await phone.tap('next-step');
  await phone.sees('请先填好：姓名');
  await expect
    .poll(() =>
      phone.page.evaluate(() => {
        const box = document.querySelector('.field--wrong')?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight;
      }),
    )
    .toBe(true);
});

it('leads on from a page that was left open while the application was handed in elsewhere', async () => {
  const { phone, id, person, goTo } = await draftOn('留着的页', '13800005553');
  await goTo(phone, `packages/apply/identity/index?id=${id}`);
  await phone.sees('第 1 步');
  await handIn(person, id);
  await phone.type('name', '吴静静');
  await phone.tap('next-step');
  await phone.sees('这一页不用再填');
  await phone.look('已提交');
  await phone.tap('see-application');
  await phone.sees('待审核');
  expect(phone.faults()).toEqual([]);
});

it('shows the success page also to whoever taps twice', async () => {
  const { phone, id, goTo } = await draftOn('点两下', '13800005554');
  await goTo(phone, `packages/apply/confirm/index?id=${id}`);
  await phone.tap('truthful');
  await phone.tap('notice-read');
  const button = await phone.page.locator('[id="submit-application"]:visible').boundingBox();
  if (!button) throw new Error('no button');
  const [x, y] = [button.x + button.width / 2, button.y + button.height / 2];
  await phone.page.touchscreen.tap(x, y);
  await phone.page.touchscreen.tap(x, y);
  await phone.sees('报名已提交');
  await phone.rest();
  expect(phone.page.url()).toContain('apply/done');
});

it('keeps its words apart and its ticks whole with text twice as large', async () => {
  const { phone, id, goTo } = await draftOn('两倍字', '13800005555');
  await goTo(phone, `packages/apply/confirm/index?id=${id}`);
  await phone.sees('填写的内容');
  await phone.page.evaluate(() => document.documentElement.style.setProperty('font-size', '250%', 'important'));
  await phone.look('核对-两倍');
  const narrow = await phone.page.evaluate(() =>
    [...document.querySelectorAll('.cell__main, .choice__text')]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => one.getBoundingClientRect().width < 4 * Number.parseFloat(getComputedStyle(one).fontSize))
      .map((one) => one.textContent),
  );
  expect(narrow).toEqual([]);
});
