import type { Page } from 'playwright-core';
import type { World } from '../support/world';

/** Work in the background is done while the screen waits for it, however late the screen asks for it. */
export async function whileJobsRun(page: Page, world: World, shown: () => Promise<unknown>): Promise<void> {
  const screen = { shows: false };
  const waiting = shown().finally(() => {
    screen.shows = true;
  });
  while (!screen.shows) {
    await page.waitForTimeout(100);
    await world.runJobs();
  }
  await waiting;
}
