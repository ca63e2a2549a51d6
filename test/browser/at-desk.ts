import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import type { BrowserWorld } from './browser-world';
import { phoneOf } from './phone';
import { typeInto } from './type-into';
import { whileJobsRun } from './while-jobs-run';

/** Somebody of the staff before a screen of 1280×800, with mouse and keyboard. */
export type Desk = {
  readonly page: Page;
  open: (page: string) => Promise<void>;
  click: (id: string) => Promise<void>;
  clickWord: (text: string) => Promise<void>;
  /** Opens the one row of the list that says this. */
  openRow: (text: string) => Promise<void>;
  type: (id: string, text: string) => Promise<void>;
  pick: (id: string, option: { label: string } | { value: string }) => Promise<void>;
  sees: (text: string | RegExp) => Promise<void>;
  download: (id: string) => Promise<Buffer>;
  /** Does with all that the list shows what the act is called; the list stands again when it is done. */
  actOnAll: (act: string, tell?: () => Promise<void>) => Promise<void>;
  look: (name: string) => Promise<void>;
};

/** Signs in where the page asks for it; `owner` names the pictures. */
export async function atDesk(
  { world, browser }: Pick<BrowserWorld, 'world' | 'browser'>,
  { owner, name, page: first }: { owner: string; name: string; page: string },
): Promise<Desk> {
  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  const find = (id: string): Locator =>
    page.locator(id.endsWith('-') ? `[id^="${id}"]:visible` : `[id="${id}"]:visible`).last();
  const open = async (address: string) => {
    await page.goto(`${world.origin}/#/${address}`);
    await page.reload();
  };
  const click = (id: string) => find(id).click();
  const count = { looks: 0 };
  const { rest } = phoneOf(page, owner);
  await open(first);
  await typeInto(find('staff-name'), name);
  await typeInto(find('staff-password'), password);
  await click('staff-sign-in');
  await page.locator('#staff-sign-in').waitFor({ state: 'detached' });
  return {
    page,
    open,
    click,
    clickWord: (text) => page.getByText(text, { exact: true }).filter({ visible: true }).last().click(),
    openRow: (text) => page.locator('.desk-row:visible', { hasText: text }).click(),
    type: (id, text) => typeInto(find(id), text),
    pick: async (id, option) => void (await page.locator(`select[id="${id}"]:visible`).selectOption(option)),
    sees: (text) => page.getByText(text).filter({ visible: true }).last().waitFor(),
    download: async (id) => {
      const [file] = await Promise.all([page.waitForEvent('download'), click(id)]);
      return readFile(await file.path());
    },
    actOnAll: async (act, tell) => {
      await page.locator('#choose-shown').check();
      await click(`act-${act}`);
      await tell?.();
      await page.locator('#act-go:not([aria-disabled=true])').click();
      await whileJobsRun(page, world, () => page.locator('#act-done').waitFor());
      await click('act-done');
    },
    look: async (look) => {
      await rest();
      count.looks += 1;
      const shelf = join(projectFolder, '.data', 'screenshots');
      mkdirSync(shelf, { recursive: true });
      await page.screenshot({ path: join(shelf, `${owner}-${String(count.looks).padStart(2, '0')}-${look}.png`) });
    },
  };
}
