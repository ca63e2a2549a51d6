import { expect, it } from 'vitest';
import { openBrowserWorld } from './browser-world';

const WORDS = '**/js/refusals.*.js';
const UNSAID = '没有办成，原因没能加载出来，请检查网络后重试';

it('says that it was a no while the words for it are on their way, and then why', async () => {
  const { world, phoneFor } = await openBrowserWorld({ day: '2026-11-23' });
  const phone = await phoneFor('理由在路上');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await phone.page.route(WORDS, async (route) => {
    await held;
    await route.continue();
  });
  // the page has not loaded before its words are here
  await phone.page.goto(`${world.origin}/#/pages/notice/index?id=nothing`, { waitUntil: 'commit' });
  await phone.sees('没有办成，正在加载原因');
  letGo();
  await phone.sees('没有找到');
  expect(await phone.page.getByText('没有办成').count()).toBe(0);
});

it('says so plainly where they cannot be loaded, and asks for them again with the next no', async () => {
  const { world, phoneFor } = await openBrowserWorld({ day: '2026-11-23' });
  const phone = await phoneFor('理由没有来');
  await phone.page.route(WORDS, (route) => route.abort('internetdisconnected'));
  await phone.open(`${world.origin}/#/pages/notice/index?id=nothing`);
  await phone.sees(UNSAID);
  await phone.look('没有理由');
  await phone.page.unroute(WORDS);
  await phone.tapWord('重试');
  await phone.sees('没有找到');
  expect(await phone.page.getByText(UNSAID).count()).toBe(0);
});
