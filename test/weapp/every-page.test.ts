import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRoles } from '@jikaotong/bff/features/accounts';
import { BODY_ROLES, ROLES, contests } from '@jikaotong/shared/contract';
import { entryList } from '@jikaotong/shared/lists';
import { bspia, password, staffMember } from '../support/people';
import { type PeopledWorld, openPeopledWorld } from '../support/peopled-world';
import { projectFolder } from '../support/project-folder';
import type { WeappHost } from './host';
import { phoneOf } from './phone-of';

type Ask = Readonly<Record<string, string>>;

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
      'packages/exam/publicity/index',
      'packages/duty/counts/index',
    ],
  },
  { stage: 'published', refused: ['packages/exam/certificate/index', 'packages/staff/session-cancel/index'] },
] as const;

describe.each(stages)('every page of the built package, $stage', ({ stage, refused }) => {
  let peopled: PeopledWorld;
  let owners: WeappHost;
  let drafts: WeappHost;
  let desk: WeappHost;
  let asks: Readonly<Record<string, Ask>>;

  beforeAll(async () => {
    peopled = await openPeopledWorld(stage);
    const { world, known } = peopled;
    const [administrator] = known.people.filter(({ session }) =>
      session.account.grants.some(({ bodyId, roles }) => bodyId === 'bspia' && roles.includes('administrator')),
    );
    if (!administrator) throw new Error('nobody runs the body');
    const everything = await staffMember(world, administrator, 'quanneng', BODY_ROLES);
    const operator = { accountId: everything.accountId, bodyId: bspia.id, bodyName: bspia.name, roles: ROLES };
    await world.db.tx((h) => setRoles(h, operator, world.clock.businessNow()));
    const one = (kind: string, at = 0): string => known.ids[kind]?.[at] ?? '';
    const notice = one('notices');
    const session = one('sessions');
    const [C24 = '', C25 = ''] = known.ids['contests'] ?? [];
    const { entriesId } = await everything.api.ok(contests.getStaffContest, { params: { id: C25 } });
    const { items } = await everything.api.ok(entryList.rows, { params: { id: entriesId }, query: {} });
    const entry = items[0]?.id ?? '';
    const whole = { id: one('applications') };
    const form = { id: one('applications', 2) };
    const day = { id: session };
    const draft = { id: one('notice-drafts') };
    const [seat] = await world.db.read((h) =>
      h.query<{ slot: string }>('SELECT slot FROM sitting ORDER BY slot LIMIT 1'),
    );
    asks = {
      'pages/notice/index': { id: notice },
      'pages/notice-text/index': { id: notice },
      'pages/offering/index': { notice, offering: 'installer-5' },
      'pages/self-check/index': { notice },
      'packages/notice/levels/index': { notice },
      'packages/notice/references/index': { id: notice },
      'packages/apply/detail/index': whole,
      'packages/apply/sent/index': whole,
      'packages/apply/correction/index': whole,
      'packages/apply/done/index': whole,
      'packages/apply/order/index': whole,
      'packages/apply/change/index': whole,
      'packages/apply/slip/index': whole,
      'packages/apply/form/index': form,
      'packages/apply/identity/index': form,
      'packages/apply/photo/index': form,
      'packages/apply/basis/index': form,
      'packages/apply/fact/index': { ...form, fact: 'declared.intends' },
      'packages/apply/papers/index': form,
      'packages/apply/signature/index': form,
      'packages/apply/confirm/index': form,
      'packages/privacy/enrolment/index': whole,
      'packages/privacy/rules/index': { body: 'bspia' },
      'packages/exam/ticket/index': whole,
      'packages/exam/result/index': whole,
      'packages/exam/certificate/index': whole,
      'packages/exam/publicity/index': { session },
      'packages/contest/scan/index': { code: one('posters') },
      'packages/contest/contest/index': { id: C25 },
      'packages/contest/enter/index': { id: C25 },
      'packages/contest/entry/index': { id: one('entries') },
      'packages/contest/guide/index': { id: C24 },
      'packages/contest/poster/index': { code: one('posters') },
      'packages/contest/entries/index': { id: C25 },
      'packages/contest/judge/index': { id: entry },
      'packages/duty/join/index': { token: 'none' },
      'packages/duty/door/index': { duty: 'none' },
      'packages/duty/plan/index': { session },
      'packages/duty/counts/index': { session, slot: seat?.slot ?? '2026-12-12 09:00' },
      'packages/staff/session/index': day,
      'packages/staff/session-plan/index': day,
      'packages/staff/session-places/index': day,
      'packages/staff/session-windows/index': day,
      'packages/staff/session-move/index': day,
      'packages/staff/session-cancel/index': day,
      'packages/staff/reviews/index': { session },
      'packages/staff/review/index': whole,
      'packages/staff/doubted-words/index': { session },
      'packages/staff/correction/index': { id: one('corrections') },
      'packages/staff/counter-desk/index': { id: one('applications', 3) },
      'packages/staff/orders/index': { body: 'bspia', session },
      'packages/staff/seating/index': { session },
      'packages/staff/prints/index': { session },
      'packages/staff/scores/index': { session },
      'packages/staff/score-reviews/index': { session },
      'packages/staff/certificates/index': { session },
      'packages/staff/body/index': { id: 'bspia' },
      'packages/staff/audit/index': { id: 'bspia' },
      'packages/staff/people/index': { id: 'bspia' },
      'packages/staff/calendar-year/index': { year: '2027' },
      'packages/staff/notice-draft/index': draft,
      'packages/staff/notice-trial/index': draft,
      'packages/staff/notice-assumptions/index': draft,
      'packages/staff/notice-versions/index': { id: notice },
      'packages/staff/notice-version/index': { id: notice, version: '1' },
    };
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
    await desk.type('用户名', 'quanneng');
    await desk.type('密码', password);
    await desk.tap('登录');
    await desk.see('工作台');
  });
  afterAll(() => peopled.world.stop());

  const isForStaff = (route: string): boolean =>
    route.startsWith('packages/staff/') ||
    /^packages\/(contest\/(posters|poster|entries|judge)|duty\/(plan|counts))\//.test(route);

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
      const query = new URLSearchParams(asks[route] ?? {}).toString();
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
