import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';

const longest = 1_500;

/**
 * With `JIKAOTONG_TEST_ORDER=<any word>` each address of the API answers late, by up to 1.5 s that follow from the word and
 * the address: what a screen shows first is then another thing for each word, and a test that points at the wrong one of
 * two things fails every time instead of once in fifty.
 */
export const answerInAnotherOrder = async (context: BrowserContext): Promise<void> => {
  const order = process.env['JIKAOTONG_TEST_ORDER'];
  if (order === undefined) return;
  await context.route(
    ({ pathname }) => pathname.startsWith('/api/'),
    async (route) => {
      const { pathname } = new URL(route.request().url());
      const digest = createHash('sha256')
        .update(`${order} ${pathname.replace(/\d+/g, '')}`)
        .digest();
      await wait((digest.readUInt16BE() / 0x1_00_00) * longest);
      // a page that is gone by then has no use for it
      await route.continue().catch(() => undefined);
    },
  );
};
