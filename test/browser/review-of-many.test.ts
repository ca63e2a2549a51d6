import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { fillReview, kindsToReview } from '../support/many-to-review';
import { password } from '../support/people';
import { projectFolder } from '../support/project-folder';
import { qrIn } from '../support/qr-in';
import type { World } from '../support/world';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

/** So many raise no doubt, about a twentieth as many each of six kinds of doubt; whoever is planted comes on top. */
const PLAIN = proveCount(20);
const DOUBTED = Math.max(1, Math.round(PLAIN / 20));
/** What a session of this size may cost: the issue allows 450 for 280. */
const MOST_DECISIONS = Math.ceil(((PLAIN + 6 * DOUBTED + 14) * 450) / 280);

/** What a reviewer is told of the words of this session. */
const COUNTS_AS_RELATED = new Map([
  ['治安巡逻员', true],
  ['物业管理员', false],
]);
const TODAY = '2026-11-23';

it('a reviewer decides about all who wait, by what the screens show: doubts are settled, and nothing planted passes', async () => {
  const { world, browser } = await openBrowserWorld({ day: TODAY });
  const exam = await openExamination(world);
  const waiting = await fillReview(world, exam, kindsToReview(PLAIN, DOUBTED));
  const page = await browser.desk();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.origin}/#/packages/review/reviews/index?session=${exam.params.id}`);
  await page.locator('#staff-name').fill('shenhe');
  await page.locator('#staff-password').fill(password);
  await page.locator('#staff-sign-in').click();
  await page.locator('#go-portraits').waitFor();

  const reviewer = { page, world, decisions: 0 };
  await lookAtPortraits(reviewer);
  await ruleOnWords(reviewer);
  await approveTheClear(reviewer);
  await decideTheRest(reviewer);

  const stands = new Map<string, string>();
  for (const { id } of waiting) {
    const { state } = await exam.reviewer.api.ok(applications.getReview, { params: { id } });
    stands.set(id, state);
  }
  const wrong = waiting.filter(({ id, passes }) => (stands.get(id) === 'approved') !== passes);
  expect(wrong.map(({ name, kind, id }) => [name, kind, stands.get(id)])).toEqual([]);
  expect([...stands.values()]).not.toContain('submitted');
  console.log(`${waiting.length} applications, ${reviewer.decisions} decisions of at most ${MOST_DECISIONS}`);
  expect(reviewer.decisions).toBeLessThanOrEqual(MOST_DECISIONS);
  expect(pageFaults(page)).toEqual([]);
});

type Reviewer = {
  readonly page: Page;
  readonly world: World;
  decisions: number;
};

const look = async (page: Page, name: string): Promise<void> => {
  const shelf = join(projectFolder, '.data', 'screenshots');
  mkdirSync(shelf, { recursive: true });
  await page.screenshot({ path: join(shelf, `办公桌-审核众人-${name}.png`) });
};

/** Screen by screen: what is found about a photo, and whether a face is to be seen. */
async function lookAtPortraits(reviewer: Reviewer): Promise<void> {
  const { page } = reviewer;
  await page.locator('#go-portraits').click();
  for (;;) {
    await page.locator('.portrait-tile').or(page.getByText('照片都看过了')).first().waitFor();
    const tiles = await page.locator('.portrait-tile').all();
    if (tiles.length === 0) break;
    await look(page, '照片墙');
    let marked = 0;
    for (const tile of tiles) {
      await tile.scrollIntoViewIfNeeded();
      await tile.locator('img[src]').evaluate((img: HTMLImageElement) => img.decode());
      const text = (await tile.textContent()) ?? '';
      const reason = text.includes('黑白')
        ? 'photo-grey'
        : text.includes('！') && !text.includes('同一人')
          ? 'photo-background'
          : (await showsFace(await tile.locator('img').screenshot()))
            ? null
            : 'photo-not-front';
      if (reason === null) continue;
      await tile.click();
      await page.locator(`#bad-${reason}`).click();
      await tile.filter({ hasText: '✕' }).waitFor();
      marked += 1;
    }
    const first = await tiles[0]?.getAttribute('id');
    await page.locator('#portraits-done').click();
    reviewer.decisions += 1 + marked;
    if (marked > 0) {
      await page.locator('#portraits-send').click();
      await whileJobsRun(page, reviewer.world, () => page.locator('#portraits-close').waitFor());
      await page.locator('#portraits-close').click();
    }
    await page.locator(`#${first}`).waitFor({ state: 'detached' });
  }
  await backToList(reviewer);
}

/** Skin where the middle of a face stands. */
async function showsFace(tile: Buffer): Promise<boolean> {
  const { width = 0, height = 0 } = await sharp(tile).metadata();
  const region = {
    left: Math.round(width * 0.46),
    top: Math.round(height * 0.44),
    width: Math.max(1, Math.round(width * 0.08)),
    height: Math.max(1, Math.round(height * 0.05)),
  };
  const { channels } = await sharp(await sharp(tile).extract(region).png().toBuffer()).stats();
  const [red = 0, , blue = 0] = channels.map(({ mean }) => mean);
  return red > blue + 30;
}

/** Words that no list names, each decided once. */
async function ruleOnWords(reviewer: Reviewer): Promise<void> {
  const { page } = reviewer;
  await page.locator('#go-doubted-words').click();
  for (const [word, counts] of COUNTS_AS_RELATED) {
    await page.locator(`#rule-${word}`).click();
    await page.getByText(counts ? '算相关' : '不算相关', { exact: true }).click();
    await page
      .locator('#ruling-reason')
      .fill(counts ? '与保安员从事同样的巡逻守护工作' : '通知只列保安员，物业管理不是守护工作');
    await page.locator('#send-ruling').click();
    await page.locator('#send-ruling').waitFor({ state: 'detached' });
    reviewer.decisions += 1;
  }
  await backToList(reviewer);
}

const backToList = async ({ page }: Reviewer): Promise<void> => {
  await page.goBack();
  await page.waitForURL(/review\/reviews/);
  await page.locator('#choose-shown').waitFor();
};

/** Who raises no doubt, all together. */
async function approveTheClear(reviewer: Reviewer): Promise<void> {
  const { page } = reviewer;
  await page.locator('#choose-shown').check();
  await page.locator('#act-approve').click();
  await page.getByText('确认通过').waitFor();
  await look(page, '一起通过');
  await page.locator('#act-go').click();
  await whileJobsRun(page, reviewer.world, () => page.locator('#act-done').waitFor());
  await look(page, '一起通过-结果');
  await page.locator('#act-done').click();
  reviewer.decisions += 1;
}

/** One after the other, until nobody waits. */
async function decideTheRest(reviewer: Reviewer): Promise<void> {
  const { page } = reviewer;
  await page.locator('#desk-table [role=row]:not(.desk-row--head)').first().click();
  for (;;) {
    const name = page.locator('.desk-review__name');
    await name.waitFor();
    const at = page.url();
    const who = (await name.textContent()) ?? '';
    const objection = await objectionTo(page, who);
    if (objection === null) {
      await page.keyboard.press('p');
      const asked = page.locator('#send-approve');
      await Promise.race([asked.waitFor(), leaves(page, at)]);
      if (await asked.isVisible()) await asked.click();
    } else {
      await page.keyboard.press('r');
      await page.locator(`#remark-${objection}`).click();
      await page.locator(`#remark-${objection}-phrase-0`).click();
      await page.locator('#send-return').click();
    }
    reviewer.decisions += 1;
    await leaves(page, at);
    // after the last one the list is there again, with nobody on it
    if (page.url().includes('/review/reviews/')) break;
  }
  await page.getByText('都审完了').waitFor();
}

const leaves = (page: Page, address: string): Promise<void> => page.waitForURL((url) => url.href !== address);

/** What stands against an approval, as the part of the application that must be put right; null: nothing. */
async function objectionTo(page: Page, name: string): Promise<'name' | 'facts' | 'documents' | null> {
  const text = (await page.locator('.desk-review').textContent()) ?? '';
  if (text.includes('疑似同一人') || text.includes('像是试填')) return 'name';
  if (text.includes('不是证书编号的格式') || text.includes('编号里的')) return 'facts';
  if (text.includes('物业管理员')) return 'facts';
  for (const paper of await page.locator('.desk-papers__name').all()) {
    if ((await paper.textContent())?.includes('签名')) continue;
    await paper.click();
    const shown = page.locator('#paper-shown img');
    await shown.evaluate((img: HTMLImageElement) => img.decode());
    const words = await qrIn(await shown.screenshot());
    if (words === null) throw new Error(`${name}: the paper cannot be read on the screen`);
    const [, written] = /姓名 (\S+)/.exec(words) ?? [];
    const [, number] = /编号 (\S+)/.exec(words) ?? [];
    const [, until] = /有效期至 (\S+)/.exec(words) ?? [];
    if (written !== name) return 'name';
    if (number !== undefined && !text.includes(number)) return 'documents';
    if (until !== undefined && until < TODAY) return 'documents';
  }
  return null;
}
