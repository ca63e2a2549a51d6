import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_ROUNDER, type PageParams, everyPage, isForStaff } from '../support/every-page';
import { password } from '../support/people';
import { type PeopledWorld, openPeopledWorld } from '../support/peopled-world';
import { projectFolder } from '../support/project-folder';
import type { WeappHost } from './host';
import { phoneOf } from './phone-of';

/** What a `Refused` page shows beside its sentence; a page opened by its rightful reader must not. */
const refusedMark = '查询编号';

const manifest = (): string[] => {
  const app: { pages: string[]; subPackages: { root: string; pages: string[] }[] } = JSON.parse(
    readFileSync(join(projectFolder, 'miniapp', 'dist', 'weapp', 'app.json'), 'utf8'),
  );
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
};

const stages = [
  {
    stage: 'applying',
    /** Pages that say no because it is too early or too late for them; every other one must have something to show. */
    refused: [
      'packages/exam/ticket/index',
      'packages/exam/result/index',
      'packages/exam/certificate/index',
      'packages/exam/collection/index',
      'packages/exam/publicity/index',
      'packages/exam/retake/index',
      'packages/honour/protest/index',
      'packages/judge/heat/index',
      'packages/stage/preview/index',
      'packages/stage/ranking/index',
      'packages/unit/confirm/index',
      'packages/unit/fill/index',
      'packages/duty/counts/index',
      'packages/scores/objection/index',
    ],
  },
  {
    stage: 'published',
    refused: [
      'packages/exam/certificate/index',
      'packages/exam/collection/index',
      'packages/honour/protest/index',
      'packages/judge/heat/index',
      'packages/planning/session-cancel/index',
      'packages/stage/preview/index',
      'packages/stage/ranking/index',
      'packages/unit/confirm/index',
      'packages/unit/fill/index',
    ],
  },
] as const;

describe.each(stages)('every page of the built package, $stage', ({ stage, refused }) => {
  let peopled: PeopledWorld;
  let owners: WeappHost;
  let drafts: WeappHost;
  let desk: WeappHost;
  let asks: Readonly<Record<string, PageParams>>;

  beforeAll(async () => {
    peopled = await openPeopledWorld(stage);
    const { world } = peopled;
    asks = await everyPage(peopled);
    const signedIn = async (openid: string, phone: string): Promise<WeappHost> => {
      const host = await phoneOf(world, { openid, phone });
      await host.open('/pages/sign-in/index');
      await host.tap('微信一键登录');
      return host;
    };
    owners = await signedIn('o-anna', '13900000001');
    drafts = await signedIn('o-chen', '13900000003');
    desk = await phoneOf(world, { openid: 'o-desk', phone: '13900005678' });
    await desk.tapTab('我的');
    await desk.tap('工作人员登录');
    await desk.see('用户名');
    await desk.type('用户名', ALL_ROUNDER);
    await desk.type('密码', password);
    await desk.tap('登录');
    await desk.see('工作台');
  });
  afterAll(() => peopled.world.stop());

  const phoneFor = (route: string): WeappHost => {
    if (isForStaff(route)) return desk;
    return asks[route]?.['id'] === peopled.known.ids['applications']?.[2] ? drafts : owners;
  };

  it('draws what it is for, signed in as its rightful reader, and does nothing that WeChat would not have', async () => {
    const wrong: string[] = [];
    for (const route of manifest()) {
      const phone = phoneFor(route);
      const tab = ['首页', '我的报名', '查询', '我的'][
        ['pages/notices/index', 'pages/mine/index', 'pages/look-up/index', 'pages/me/index'].indexOf(route)
      ];
      // as the app writes addresses: WeChat reads a plus as a plus
      const query = new URLSearchParams(asks[route] ?? {}).toString().replaceAll('+', '%20');
      if (tab) await phone.tapTab(tab);
      else await phone.open(`/${route}${query ? `?${query}` : ''}`);
      await phone.settle();
      const text = phone.text();
      if (text.trim().length < 4) wrong.push(`${route} is empty`);
      if (text.includes(refusedMark) !== refused.some((one) => one === route))
        wrong.push(
          `${route} ${text.includes(refusedMark) ? 'is refused' : 'has something to show'}: ${text.slice(0, 200)}`,
        );
      const faults = phone.verdict();
      if (faults.length > 0) wrong.push(`${route}: ${JSON.stringify(faults.slice(0, 3))}`);
      if (!tab && phone.route() === route) await phone.back();
    }
    expect(wrong).toEqual([]);
  });
});
