import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type TestBrowser, pageFaults, startChromium } from '../support/chromium';
import { ALL_ROUNDER, type PageParams, everyPage, isForStaff } from '../support/every-page';
import { patience } from '../support/patience';
import { password } from '../support/people';
import { type PeopledWorld, openPeopledWorld } from '../support/peopled-world';
import { projectFolder } from '../support/project-folder';
import { type Phone, phoneOf } from './phone';
import { enterStaff } from './staff';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every page of the app, by the files that give them their titles; a duty is entered by its link, of which this world has none. */
const pages = readdirSync(join(projectFolder, 'miniapp/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.config.ts') && /^(pages|packages\/(?!duty\/))/.test(file))
  .map((file) => file.replace('.config.ts', ''))
  .toSorted();

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startChromium();
}, patience(60_000));
afterAll(() => browser.close());

type Setting = PeopledWorld & { readonly asks: Readonly<Record<string, PageParams>> };

const openSetting = async (stage: 'applying' | 'published'): Promise<Setting> => {
  const peopled = await openPeopledWorld(stage, { h5Folder: join(projectFolder, 'miniapp/dist/h5') });
  onTestFinished(() => peopled.world.stop());
  return { ...peopled, asks: await everyPage(peopled) };
};

const open = ({ world, asks }: Setting, phone: Phone, page: string) =>
  phone.open(`${world.origin}/#/${page}?${new URLSearchParams(asks[page] ?? {})}`);

/** A phone on which a candidate who came by WeChat has signed in. */
const phoneOfCandidate = async (setting: Setting, openid: string): Promise<Phone> => {
  const phone = phoneOf(await browser.phone(), openid);
  const code = await setting.world.owner.loginCode(openid);
  await open(setting, phone, 'pages/me/index');
  const status = await phone.page.evaluate(async (login) => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ code: login, keep: 'cookie' });
    const answer = await fetch('/api/v1/sign-in/wechat', { method: 'POST', headers, body });
    localStorage.setItem('jikaotong.was-signed-in', JSON.stringify({ data: true }));
    return answer.status;
  }, code);
  expect(status).toBe(200);
  await phone.page.reload();
  await phone.sees('退出登录');
  return phone;
};

/** What axe finds in the page in front, first as it is and then in large type. */
const violations = async ({ page }: Phone, name: string): Promise<readonly string[]> => {
  const run = async (size: string) => {
    const { violations: found }: Pick<AxeResults, 'violations'> = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))`,
    );
    return found.map(
      ({ id, help, nodes }) =>
        `${name}, ${size}: ${id} (${help}) ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n').at(1) ?? ''}`)
          .join(' · ')}`,
    );
  };
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  const normal = await run('normal type');
  await page.evaluate(() => document.querySelectorAll('.looks').forEach((part) => part.classList.add('looks--large')));
  return [...normal, ...(await run('large type'))];
};

/** What the browser would not take into the page, by the policy that comes with it. */
const againstPolicy = ({ page }: Phone, name: string): readonly string[] =>
  pageFaults(page)
    .filter((fault) => /Content Security Policy/i.test(fault))
    .map((fault) => `${name}: ${fault}`);

/** What only the people behind the counter say; every 依据 of the page unfolded. */
const BACK_OFFICE = /推定|没有印|未印|没印|印明|只印|空页|未见原文|封闭名单|由(协会|商会)确认|后台|接口|字段/g;

const backOffice = async ({ page }: Phone, name: string): Promise<readonly string[]> => {
  const shown: string = await page.evaluate(async () => {
    const isShown = (one: Element) => one.getClientRects().length > 0;
    for (const tap of document.querySelectorAll('.source__tap'))
      if (isShown(tap) && tap instanceof HTMLElement) tap.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return [...document.querySelectorAll<HTMLElement>('.taro_page')]
      .filter(isShown)
      .map((one) => one.innerText)
      .join('\n');
  });
  return [...new Set(shown.match(BACK_OFFICE) ?? [])].map((word) => `${name} says ${word}`);
};

const walk = async (setting: Setting, phone: Phone, mine: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const page of mine) {
    await open(setting, phone, page);
    await phone.rest();
    found.push(...(await violations(phone, page)), ...againstPolicy(phone, page));
    if (!isForStaff(page)) found.push(...(await backOffice(phone, page)));
  }
  return found;
};

const isForm = ({ asks, known }: Setting, page: string): boolean =>
  asks[page]?.['id'] === known.ids['applications']?.[2];

it('gives axe nothing to say about the form while it is filled in, in normal and in large type', async () => {
  const setting = await openSetting('applying');
  const writer = await phoneOfCandidate(setting, 'o-chen');
  expect(
    await walk(
      setting,
      writer,
      pages.filter((page) => isForm(setting, page)),
    ),
  ).toEqual([]);
});

it('gives axe nothing to say about the other pages of candidates, nor about those of staff at a desk', async () => {
  const setting = await openSetting('published');
  const owner = await phoneOfCandidate(setting, 'o-anna');
  const own = pages.filter((page) => !isForStaff(page) && !isForm(setting, page));
  expect(await walk(setting, owner, own)).toEqual([]);

  const desk = phoneOf(await browser.phone(), '全能');
  await desk.page.setViewportSize({ width: 1280, height: 900 });
  await open(setting, desk, 'packages/staff/home/index');
  await enterStaff(desk, ALL_ROUNDER, password);
  await desk.sees('工作台');
  expect(await walk(setting, desk, pages.filter(isForStaff))).toEqual([]);
});
