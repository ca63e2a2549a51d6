import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { orders } from '@jikaotong/shared/contract';
import { approvedFor, handedIn } from '../support/apply';
import { openExamination } from '../support/examination';
import { candidateByPhone } from '../support/people';
import { patience } from '../support/patience';
import { builtPages, openBrowserWorld } from './browser-world';
import type { Phone } from './phone';

/** The names of the browser's caches, each with the paths of the answers in it. */
const keptOn = (phone: Phone): Promise<Record<string, string[]>> =>
  phone.page.evaluate(async () => {
    const pathsIn = async (name: string) =>
      (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname).filter((path) => path !== '/');
    return Object.fromEntries(
      await Promise.all((await caches.keys()).map(async (name) => [name, await pathsIn(name)])),
    );
  });
const mineOn = async (phone: Phone): Promise<string[]> => (await keptOn(phone))['mine'] ?? [];

const untilKept = (phone: Phone): Promise<unknown> =>
  phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: patience(60_000) });
const litTab = (phone: Phone) => phone.page.locator('.weui-bar__item_on').innerText();

it('opens what is mine without a network, and forgets it all at signing out', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  const person = await candidateByPhone(world, '13800004444');
  const id = await approvedFor(person, exam.reviewer, exam.params.id, { name: '吴静' });
  const order = await person.api.ok(orders.getOrder, { params: { id } });
  const body = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
  await exam.finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
  await exam.setRooms(10);
  await world.moveTo('2026-12-07');

  const phone = await candidateOn('无网络', '13800004444', { offline: true });
  await untilKept(phone);
  await goTo(phone, `packages/apply/detail/index?id=${id}`);
  await phone.sees('查看准考证');
  await goTo(phone, `packages/exam/ticket/index?id=${id}`);
  await phone.sees('入场时出示');
  await phone.rest();

  const network = phone.page.context();
  await network.setOffline(true);
  await phone.page.reload();
  await phone.sees('网络连接不上，显示上次打开的准考证');
  await phone.sees('吴静');
  await phone.look('准考证');
  await phone.open(`${world.origin}/#/packages/apply/detail/index?id=${id}`);
  await phone.page.reload();
  await phone.sees('查看准考证');
  // how old it is, by the clock on the wall
  await phone.sees(/下面是(刚才|\d+分钟前)看到的/);
  await phone.look('报名');
  await phone.open(`${world.origin}/#/pages/notices/index`);
  await phone.tapWord('查询');
  await phone.sees('证书核验');
  await expect.poll(() => litTab(phone), { timeout: patience(10_000) }).toBe('查询');

  await network.setOffline(false);
  await phone.tapWord('我的');
  expect(await mineOn(phone)).toEqual(expect.arrayContaining([`/api/v1/applications/${id}`, '/offline/account']));
  await phone.tap('sign-out');
  await phone.tapWord('退出');
  await expect.poll(() => mineOn(phone)).toEqual([]);
  await network.setOffline(true);
  await goTo(phone, `packages/apply/detail/index?id=${id}`);
  await phone.sees('登录后');
});

it('says which page could not be loaded without a network, and stays where it is', async () => {
  const { world, phoneFor } = await openBrowserWorld({ day: '2026-11-23' });
  const phone = await phoneFor('没有加载');
  await phone.open(`${world.origin}/#/pages/notices/index`);
  await phone.rest();
  await phone.page.context().setOffline(true);
  await phone.tapWord('查询');
  await phone.sees('这一页还没有打开过，连上网络以后才能看。');
  await expect.poll(() => litTab(phone), { timeout: patience(10_000) }).toBe('首页');
  await phone.page.context().setOffline(false);
  await phone.tapWord('重试');
  await phone.sees('证书核验');
  await expect.poll(() => litTab(phone), { timeout: patience(10_000) }).toBe('查询');
  await phone.rest();
  await phone.page.context().setOffline(true);
  await phone.tap('go-publicity');
  await phone.sees('这一页还没有打开过，连上网络以后才能看。');
  await phone.look('没有打开过');
  await phone.tapWord('返回');
  await phone.sees('证书核验');
  await expect.poll(() => litTab(phone), { timeout: patience(10_000) }).toBe('查询');
  expect(phone.page.url()).toContain('pages/look-up/index');
});

it('keeps nothing of what staff read', async () => {
  const { world, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  await handedIn(await candidateByPhone(world, '13800004446'), exam.params.id, { name: '吴静' });
  const desk = await staffOn('审核员', 'shenhe', undefined, { offline: true });
  await untilKept(desk);
  await desk.page.reload();
  await desk.sees('工作台');
  await goTo(desk, `packages/review/reviews/index?session=${exam.params.id}`);
  await desk.sees('吴静');
  await desk.rest();
  const { mine = [], public: open = [] } = await keptOn(desk);
  expect(mine).toEqual([]);
  expect(open.filter((path) => path.includes('staff'))).toEqual([]);
});

it('shows no older build once a newer one is there', async () => {
  const h5Folder = await mkdtemp(join(tmpdir(), 'jikaotong-h5-'));
  onTestFinished(() => rm(h5Folder, { recursive: true }));
  await cp(builtPages, h5Folder, { recursive: true });
  const { world, phoneFor } = await openBrowserWorld({ day: '2026-11-23', h5Folder });
  const phone = await phoneFor('新版本', { offline: true });
  await phone.open(`${world.origin}/#/pages/notices/index`);
  await untilKept(phone);
  const [before] = Object.keys(await keptOn(phone)).filter((name) => name.startsWith('shell-'));
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(join(h5Folder, file), 'utf8');
    await writeFile(join(h5Folder, file), text.replace(from, to));
  };
  await change('sw.js', before?.slice('shell-'.length) ?? '', '000000000000');
  await change('index.html', '<title>', '<title>新版 ');
  await phone.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const shells = async () => Object.keys(await keptOn(phone)).filter((name) => name.startsWith('shell-'));
  await expect.poll(shells, { timeout: patience(20_000) }).toEqual(['shell-000000000000']);
  await phone.page.context().setOffline(true);
  await phone.page.reload();
  await phone.sees('查询');
  expect(await phone.page.evaluate(async () => (await caches.match('/'))?.text())).toContain('新版 ');
});
