import { link, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { rosters } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { portrait } from '../builders/photos';
import { patience } from '../support/patience';
import { filledRoster, manyLines, templateOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { trainingBodyIn } from '../support/training-body';
import { openBrowserWorld } from './browser-world';

const MANY = proveCount(6);
const ORIGINAL_BYTES = 4_000_000;
/** Twelve megapixels, as phones take them. */
const HEIGHT = 4_000;
/** Four cameras, told apart by the shape of their pictures. */
const WIDTHS = [2_880, 3_000, 3_120, 3_280];
const DESK = { width: 1280, height: 800 };

/** Drawn at half the size and enlarged: drawing so many pixels takes many seconds. */
async function cameraOriginal(width: number): Promise<Buffer> {
  const half = await portrait({ width: width / 2, height: HEIGHT / 2, bytes: ORIGINAL_BYTES });
  const picture = await sharp(half).resize(width, HEIGHT).jpeg().toBuffer();
  return Buffer.concat([picture, Buffer.alloc(ORIGINAL_BYTES - picture.length)]);
}

/** So many originals of four megabytes on disk, by the number of their document; gives their paths. */
async function originalsOf(numbers: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'originals-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const taken: string[] = [];
  for (const width of WIDTHS) {
    const file = join(folder, `camera-${width}`);
    await writeFile(file, await cameraOriginal(width));
    taken.push(file);
  }
  const paths: string[] = [];
  for (const [at, number] of numbers.entries()) {
    const path = join(folder, `${number}.jpg`);
    await link(taken[at % WIDTHS.length] ?? '', path);
    paths.push(path);
  }
  return paths;
}

it(`an agent hands in ${MANY} originals of four megabytes and twelve megapixels at a desk; the network breaks twice and the page is loaded anew`, async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const body = await trainingBodyIn(world);
  const lines = manyLines(MANY);
  const bytes = await filledRoster(await templateOf(body.agent, body.roster.id), lines);
  await sendSheet(world, body.agent, { endpoints: rosters.rosterSheet, id: body.roster.id, bytes });
  const paths = await originalsOf(lines.map((line) => line['证件号码'] ?? ''));
  world.clock.passWall(60_000);

  const agent = await candidateOn('原图', '13900000001');
  const { page } = agent;
  await page.setViewportSize(DESK);
  let passed = 0;
  let allowed = Math.ceil(MANY / 3);
  const network = (route: Route) => {
    if (passed >= allowed) return route.abort('internetdisconnected');
    passed += 1;
    return route.continue();
  };
  await page.route(/\/photo-batches\/[^/]+\/photos\//, network);
  const choose = async (files: string[]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), agent.tap('roster-photos')]);
    await chooser.setFiles(files);
  };
  const long = { timeout: patience(30_000) + MANY * patience(5_000) };
  const sees = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).last().waitFor(long);

  const began = Date.now();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  onTestFinished(() => clearInterval(watch));
  await goTo(agent, `packages/unit/roster/index?id=${body.roster.id}`);
  await agent.sees('选照片或压缩包');
  await agent.look('选原图 大屏');
  await choose(paths);
  await sees(`已传 ${allowed} / ${MANY} 张`);
  await sees('网络断了，连上后会自动接着传');
  await agent.look('网络断了 大屏');
  allowed = Math.ceil((2 * MANY) / 3);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await sees(`已传 ${allowed} / ${MANY} 张`);
  await sees('网络断了，连上后会自动接着传');
  await page.reload();
  await sees(`上次传到 ${allowed} / ${MANY} 张`);
  await agent.look('接着传 大屏');
  await page.setViewportSize({ width: 390, height: 844 });
  await agent.look('接着传 手机');
  await page.setViewportSize(DESK);
  allowed = MANY;
  await choose(paths);
  await sees(`采用 ${MANY} 张`);
  clearInterval(watch);
  const mb = (size: number) => Math.round(size / 2 ** 20);
  console.log(
    `${MANY} originals of 4 MB in ${Math.round((Date.now() - began) / 1000)} s; the process with the server grew by ${mb(peak - before)} MB to ${mb(peak)} MB`,
  );
  await sees('全部对上了');
  await agent.look('照片都对上了 大屏');

  // nothing was sent twice, and each stands at its own row
  expect(passed).toBe(MANY);
  await world.runJobs();
  const shapes = await world.db.read(async (h) => {
    const rows = await h.query<{ photo: string | { facts: { widthPx: number; heightPx: number } } }>(
      'SELECT c.photo AS photo FROM candidate c JOIN roster_row r ON r.id = c.id ORDER BY r.position',
    );
    return rows.map(({ photo }) => {
      const { facts } = typeof photo === 'string' ? JSON.parse(photo) : photo;
      return Math.round((facts.widthPx / facts.heightPx) * 100);
    });
  });
  expect(shapes).toEqual(lines.map((_, at) => Math.round(((WIDTHS[at % WIDTHS.length] ?? 0) / HEIGHT) * 100)));
  const [kept] = await world.db.read((h) =>
    h.query<{ many: number | string }>("SELECT COUNT(*) AS many FROM file WHERE purpose = 'photo'"),
  );
  expect(Number(kept?.many)).toBe(MANY);
  expect(agent.faults().filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

it('stops when it is told to, gives up what had come, and says what cannot be opened', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const body = await trainingBodyIn(world);
  const lines = manyLines(3);
  const bytes = await filledRoster(await templateOf(body.agent, body.roster.id), lines);
  await sendSheet(world, body.agent, { endpoints: rosters.rosterSheet, id: body.roster.id, bytes });
  world.clock.passWall(60_000);
  const agent = await candidateOn('放弃', '13900000001');
  const { page } = agent;
  const photo = await portrait();
  const fileOf = (at: number, buffer = photo, ending = 'jpg') => ({
    name: `${lines[at]?.['证件号码']}.${ending}`,
    mimeType: 'image/jpeg',
    buffer,
  });
  const choose = async (...files: ReturnType<typeof fileOf>[]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), agent.tap('roster-photos')]);
    await chooser.setFiles(files);
  };
  await page.route(/\/photo-batches\/[^/]+\/photos\/2/, (route) => route.abort('internetdisconnected'));
  await goTo(agent, `packages/unit/roster/index?id=${body.roster.id}`);
  await agent.sees('选照片或压缩包');
  await choose(fileOf(0), fileOf(1));
  await agent.sees('网络断了，连上后会自动接着传');
  await agent.look('网络断了 手机');
  await agent.tap('photos-stop');
  await agent.sees('上次传到 1 / 2 张');
  await page.unroute(/\/photo-batches\/[^/]+\/photos\/2/);

  await choose(fileOf(2));
  await agent.sees('上次的照片还没有传完');
  await agent.tapWord('先不传');
  await agent.sees('上次传到 1 / 2 张');
  await agent.tap('roster-photos-give-up');
  await page.getByText('上次传到').first().waitFor({ state: 'detached' });

  const small = await portrait({ width: 60, height: 90, bytes: 50_000 });
  await choose(fileOf(0), fileOf(1, Buffer.from('no picture'), 'heic'), fileOf(2, small));
  await agent.sees('采用 1 张');
  await agent.sees(/HEIC 格式/);
  await agent.sees(/高要大于 132 像素/);
  await page.evaluate(() => document.querySelectorAll('.looks').forEach((part) => part.classList.add('looks--large')));
  await agent.look('有的没有采用 大字');
  const rar = { name: '照片.rar', mimeType: 'application/octet-stream', buffer: Buffer.from('Rar!') };
  await choose(rar);
  await agent.sees(/RAR、7z 请解压后/);
  expect(agent.faults().filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
