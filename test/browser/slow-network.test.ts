import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';
import { checkEligibility } from './candidate';
import type { Phone } from './phone';

/** From now on answers to reads are held back until they are let go. */
const holdReads = async (phone: Phone) => {
  const held: Route[] = [];
  const where = /\/api\/v1\//;
  const hold = (route: Route) =>
    route.request().method() === 'GET' ? void held.push(route) : void route.continue().catch(() => undefined);
  await phone.page.context().route(where, hold);
  return {
    asked: () => held.map((route) => new URL(route.request().url()).pathname),
    letGo: async () => {
      await phone.page.context().unroute(where, hold);
      await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    },
  };
};

const posts = (phone: Phone): string[] => {
  const seen: string[] = [];
  phone.page.on('request', (request) => {
    if (request.method() === 'POST') seen.push(new URL(request.url()).pathname);
  });
  return seen;
};

it('goes on with the answer to what was sent, while no read is answered, and takes one tap for one', async () => {
  const { world, candidateOn } = await openBrowserWorld({ day: '2026-11-20' });
  await openSession(await firstAdministrator(world));
  const phone = await candidateOn('慢网络', '13800003333');
  // home and the check lie behind the form, and ask for much themselves
  await checkEligibility(phone, '1990-05-01');
  const sent = posts(phone);
  await phone.tap('apply');
  await phone.tap('consent-general');
  await phone.tap('consent-sensitive');
  const reads = await holdReads(phone);
  await phone.page.locator('[id="consent-agree"]:visible').dblclick();
  await phone.page.locator('[id="document-number"]:visible').waitFor({ timeout: 15_000 });
  expect(sent.filter((path) => !path.includes('/refresh'))).toEqual(['/api/v1/me/consents', '/api/v1/applications']);
  // of the pages behind, nothing is asked for before they come to the front
  expect(reads.asked().filter((path) => path.startsWith('/api/v1/notices'))).toEqual([]);
  await reads.letGo();
  await phone.rest();
});
