import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readyDraft } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';

const b26 = 'bspia-2026-certification';
const mobile = '13800001111';

/** From now on every page adds up how far what was drawn has moved since by itself, as browsers measure it. */
const measureShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('value' in entry) || !('sources' in entry) || !Array.isArray(entry.sources)) continue;
        const names = entry.sources.map(({ node }) => (node instanceof Element ? node.className : String(node)));
        shifts.push({ value: Number(entry.value), what: names.join(' | ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shiftsOf = (page: Page): Promise<{ value: number; what: string }[]> => page.evaluate('window.shifts');

it('moves nothing that is drawn while the rest of a page comes, in whichever order it comes', async () => {
  const { world, phoneFor, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const sessionId = await openSession(await firstAdministrator(world));
  const person = await candidateByPhone(world, mobile);
  await readyDraft(person, sessionId);
  const stranger = await phoneFor('布局');
  const candidate = await candidateOn('布局考生', mobile);
  const found: string[] = [];
  const look = async (phone: typeof stranger, address: string, late: RegExp) => {
    const { page } = phone;
    await page.unrouteAll();
    await page.route('**/api/v1/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, late.test(route.request().url()) ? 700 : 150));
      await route.continue().catch(() => undefined);
    });
    await goTo(phone, address);
    await phone.rest();
    const shifts = await shiftsOf(page);
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    console.log(address, late, sum.toFixed(3), JSON.stringify(shifts.map((s) => [s.value.toFixed(3), s.what])));
    if (sum >= 0.02)
      found.push(`${address}, ${late} late: ${sum.toFixed(3)} ${shifts.map(({ what }) => what).join(', ')}`);
  };
  await measureShifts(stranger.page);
  await measureShifts(candidate.page);
  for (const late of [/openings/, /notices/, /demonstration/]) await look(stranger, 'pages/notices/index', late);
  await look(stranger, `pages/notice/index?id=${b26}`, /demonstration/);
  await look(stranger, `pages/offering/index?notice=${b26}&offering=installer-5`, /demonstration/);
  for (const late of [/applications/, /openings/, /refresh/]) await look(candidate, 'pages/notices/index', late);
  for (const page of ['pages/mine/index', 'pages/me/index']) await look(candidate, page, /applications|account/);
  expect(found).toEqual([]);
});
