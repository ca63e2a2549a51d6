import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../support/project-folder';
import { type World, openWorld } from '../support/world';
import type { WeappHost } from './host';
import { phoneOf } from './phone-of';

const dist = join(projectFolder, 'miniapp', 'dist', 'weapp');
const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8'));

const publicPages = [
  'pages/notices/index',
  'pages/notice/index',
  'pages/notice-text/index',
  'pages/offering/index',
  'pages/look-up/index',
  'packages/notice/self-check/index',
  'packages/notice/levels/index',
  'packages/notice/references/index',
  'packages/contest/contest/index',
  'packages/contest/guide/index',
  'packages/contest/scan/index',
  'packages/exam/publicity/index',
  'packages/exam/verify/index',
  'packages/privacy/rules/index',
  'packages/privacy/help/index',
];

type AppJson = {
  pages: string[];
  subPackages: { root: string }[];
  sitemapLocation: string;
  preloadRule: Record<string, { packages: string[] }>;
};

describe('what the package says to WeChat', () => {
  const app = json<AppJson>(dist, 'app.json');

  it('names a sitemap in which the public pages may be found, and nothing else', () => {
    expect(existsSync(join(dist, app.sitemapLocation))).toBe(true);
    const { rules } = json<{ rules: { action: string; page: string }[] }>(dist, app.sitemapLocation);
    const found = rules.filter(({ action }) => action === 'allow').map(({ page }) => page);
    expect(publicPages).toEqual(expect.arrayContaining(found));
    expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' });
  });

  it('fetches ahead packages that there are, of at most 2 MB a page', () => {
    const roots = app.subPackages.map(({ root }) => root.replace(/\/$/, ''));
    for (const [page, { packages }] of Object.entries(app.preloadRule)) {
      expect(app.pages).toContain(page);
      expect(roots).toEqual(expect.arrayContaining(packages));
    }
  });

  it('lets every public page be sent on', () => {
    // Taro keeps this setting in the page's script
    const shared = publicPages.filter((page) =>
      /enableShareAppMessage"?:!0/.test(readFileSync(join(dist, `${page}.js`), 'utf8')),
    );
    expect(shared).toEqual(publicPages);
  });

  it('asks for the base library that sheets need, and for small templates and styles', () => {
    expect(json(projectFolder, 'project.config.json')).toMatchObject({
      libVersion: '2.25.2',
      setting: { urlCheck: true, minifyWXML: true, minifyWXSS: true },
    });
  });
});

describe('what WeChat tells the app', () => {
  let world: World;
  let phone: WeappHost;
  const user = { openid: 'o-update', phone: '13900006666' };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    phone = await phoneOf(world, user);
  });
  afterAll(() => world.stop());

  it.each(['packages/exam/verify/index?token=v1.k.p.s', 'packages/staff/counter/index?code=ABCDEFGH'])(
    'opens the page that a scanned code names: %s',
    async (page) => {
      const q = encodeURIComponent(`${world.origin}/#/${page}`);
      const launch = { path: 'packages/contest/scan/index', query: { q }, scene: 1011 };
      const scanning = await phoneOf(world, user, launch);
      await expect.poll(scanning.route).toBe(page.split('?')[0]);
      expect(scanning.verdict()).toEqual([]);
    },
  );

  it('is a newer version, offered once it is there, and taken when the person says so', async () => {
    const answers = [false, true];
    const said: string[] = [];
    phone.person.confirms = ({ title }) => {
      said.push(title);
      return answers.shift() ?? false;
    };
    await phone.updateReady();
    // a question takes no tap of the moment in which it comes
    await expect.poll(() => [said, phone.calls('applyUpdate').length]).toEqual([['有新版本'], 0]);
    await phone.settle();
    expect(phone.calls('applyUpdate')).toHaveLength(0);
    await phone.updateReady();
    await expect.poll(() => [said.length, phone.calls('applyUpdate').length]).toEqual([2, 1]);
    expect(phone.verdict()).toEqual([]);
  });
});
