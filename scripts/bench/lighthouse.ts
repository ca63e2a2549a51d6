import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { orders } from '@jikaotong/shared/contract';
import { type BrowserContext, type Page, chromium } from 'playwright-core';
import * as z from 'zod';
import { approvedFor } from '../../test/support/apply';
import { chromiumBinary } from '../../test/support/chromium-binary';
import { openExamination } from '../../test/support/examination';
import { freePort } from '../../test/support/free-port';
import { candidateByPhone } from '../../test/support/people';
import { type World, openWorld } from '../../test/support/world';
import { fetchedTool } from '../build/fetched-tool';
import { outputOf } from '../build/places';
import { type Spread, spreadOf } from './statistics';

/** 190 MB, and of use here alone. */
const TOOL = { name: 'lighthouse', version: '12.8.2' };
const MOBILE = '13800002005';
const RUNS = 3;

const FIGURES = ['performance', 'lcp', 'fcp', 'tbt', 'cls', 'accessibility', 'bestPractices'] as const;
type Figure = (typeof FIGURES)[number];
export type Lighthouse =
  | { readonly pages: readonly { readonly name: string; readonly figures: Readonly<Record<Figure, Spread>> }[] }
  /** Nothing was measured, and why. */
  | { readonly why: string };

/**
 * Home, a notice, an offering and a ticket as Lighthouse sees them: a middling phone on slow mobile data, simulated, the
 * median of three. The built h5 pages, served by a back end of this process with an examination in it.
 */
export async function measureLighthouse(): Promise<Lighthouse> {
  const tool = await fetchedTool(TOOL);
  if ('why' in tool) return tool;
  const run = await runnerOf(tool.folder);
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const world = await openWorld({ h5Folder: outputOf('h5'), day: '2026-11-23' });
    stops.push(() => world.stop());
    const ticket = await withTicket(world);
    const { context, port, close } = await openChromium();
    stops.push(close);
    const page = await context.newPage();
    const measure = async (name: string, address: string, isOwn = false) => {
      await page.goto('about:blank');
      const rounds: Record<Figure, number>[] = [];
      for (let round = 0; round < RUNS; round += 1)
        rounds.push(await run(`${world.origin}/#/${address}`, { port, disableStorageReset: isOwn }));
      const spreads = FIGURES.map((figure) => [figure, spreadOf(rounds.map((one) => one[figure]))] as const);
      return { name, figures: Object.fromEntries(spreads) as Record<Figure, Spread> };
    };
    const pages = [
      await measure('home', 'pages/notices/index'),
      await measure('notice', 'pages/notice/index?id=bspia-2026-certification'),
      await measure('offering', 'pages/offering/index?notice=bspia-2026-certification&offering=installer-5'),
    ];
    await world.moveTo('2026-12-07');
    await signIn(page, world);
    return { pages: [...pages, await measure('ticket', `packages/exam/ticket/index?id=${ticket}`, true)] };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

/** Somebody who has paid and has a seat; the id of the application. */
async function withTicket(world: World): Promise<string> {
  const exam = await openExamination(world);
  const person = await candidateByPhone(world, MOBILE);
  const id = await approvedFor(person, exam.reviewer, exam.params.id, { order: 5, name: '欧阳建国' });
  const { id: orderId, totalFen } = await person.api.ok(orders.getOrder, { params: { id } });
  await exam.finance.api.ok(orders.recordReceipt, {
    params: { id: orderId },
    body: { method: 'cash', amountFen: totalFen, paidOn: world.today() },
  });
  await exam.setRooms(10);
  return id;
}

async function openChromium(): Promise<{ context: BrowserContext; port: number; close: () => Promise<void> }> {
  const { executable, env } = await chromiumBinary();
  const port = await freePort();
  const profile = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', `--remote-debugging-port=${port}`],
    env: { ...definedIn(process.env), ...env },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  return {
    context,
    port,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const definedIn = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

async function signIn(page: Page, world: World): Promise<void> {
  await page.goto(`${world.origin}/#/pages/sign-in/index`);
  world.clock.passWall(60_000);
  await page.locator('[id="phone"]:visible').fill(MOBILE);
  await page.locator('[id="request-code"]:visible').tap();
  await page.locator('[id="code"]:visible').fill(await world.owner.smsCode(MOBILE));
  await page.locator('[id="sign-in"]:visible').tap();
  await page.waitForURL(/notices/);
}

const Score = z.object({ score: z.number() });
const Value = z.object({ numericValue: z.number() });
const Result = z.object({
  lhr: z.object({
    categories: z.object({ performance: Score, accessibility: Score, 'best-practices': Score }),
    audits: z.object({
      'first-contentful-paint': Value,
      'largest-contentful-paint': Value,
      'total-blocking-time': Value,
      'cumulative-layout-shift': Value,
    }),
  }),
});
type How = { readonly port: number; readonly disableStorageReset: boolean };

/** The tool is fetched, so its types are not here: what it answers is read as what comes from outside. */
async function runnerOf(folder: string): Promise<(address: string, how: How) => Promise<Record<Figure, number>>> {
  const entry = path.join(folder, 'node_modules', TOOL.name, 'core/index.js');
  const loaded: { default: (address: string, flags: object) => Promise<unknown> } = await import(
    pathToFileURL(entry).href
  );
  return async (address, how) => {
    const { lhr } = Result.parse(
      await loaded.default(address, {
        ...how,
        onlyCategories: ['performance', 'accessibility', 'best-practices'],
        formFactor: 'mobile',
        throttlingMethod: 'simulate',
      }),
    );
    const { categories, audits } = lhr;
    return {
      performance: categories.performance.score * 100,
      lcp: audits['largest-contentful-paint'].numericValue / 1000,
      fcp: audits['first-contentful-paint'].numericValue / 1000,
      tbt: audits['total-blocking-time'].numericValue,
      cls: audits['cumulative-layout-shift'].numericValue,
      accessibility: categories.accessibility.score * 100,
      bestPractices: categories['best-practices'].score * 100,
    };
  };
}
