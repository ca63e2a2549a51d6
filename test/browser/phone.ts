import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page, Request } from 'playwright-core';
import { pageFaults } from '../support/chromium';
import { patience } from '../support/patience';
import { projectFolder } from '../support/project-folder';
import { drawingFaults } from './drawing-faults';
import { typeInto } from './type-into';

const shelf = join(projectFolder, '.data', 'screenshots');

export type PickedFile = { name: string; type: string; bytes: Buffer };

/** A phone in somebody's hand: it is tapped, typed on and read; every screen looked at is judged and kept. */
export type Phone = {
  readonly page: Page;
  open: (address: string) => Promise<void>;
  /** Taps what bears this id, or whose id begins so when it ends in a dash. */
  tap: (id: string) => Promise<void>;
  /** Taps the last thing on the screen that says just this. */
  tapWord: (text: string) => Promise<void>;
  type: (id: string, text: string) => Promise<void>;
  /** Taps a button that asks for a file, and picks this one. */
  pick: (id: string, file: PickedFile) => Promise<void>;
  /** Taps a button that hands out a file, and gives its bytes and name. */
  download: (id: string) => Promise<{ name: string; bytes: Buffer }>;
  /** Taps what opens a page in a tab of its own; gives what stands there and closes it. */
  peek: (id: string) => Promise<string>;
  /** Draws with a finger over what bears this selector; points are shares of its box. */
  draw: (selector: string, strokes: readonly (readonly (readonly [number, number])[])[]) => Promise<void>;
  /** Waits until the screen says this. */
  sees: (text: string | RegExp) => Promise<void>;
  /** What an element with this selector says. */
  read: (selector: string) => Promise<string>;
  /** Waits until nothing is loading, moving or changing. */
  rest: () => Promise<void>;
  /** Waits until the screen is at rest, judges it and keeps a picture of it. */
  look: (name: string) => Promise<void>;
  /** What was wrong so far: with screens, scripts or requests. */
  faults: () => readonly string[];
  taps: () => number;
};

/** Takes a phone into hand; `owner` names its pictures. */
export const phoneOf = (page: Page, owner: string): Phone => {
  const drawn: string[] = [];
  const requests = watchRequests(page);
  let taps = 0;
  const count = { looks: 0 };
  const find = (id: string): Locator =>
    page.locator(id.endsWith('-') ? `[id^="${id}"]:visible` : `[id="${id}"]:visible`).last();
  const tapAt = async (place: Locator) => {
    await place.tap();
    taps += 1;
  };
  const rest = async (): Promise<void> => {
    await page.waitForFunction(() => {
      const turning = document.querySelector('[role=status][aria-label=正在加载], .big-button__turning');
      const images = [...document.images].every((image) => image.complete);
      return !(turning?.checkVisibility() ?? false) && images;
    });
    try {
      await page.evaluate(untilStill, patience(15_000));
    } catch (error) {
      // the page went on to another one meanwhile: that one has to come to rest
      if (!String(error).includes('Execution context was destroyed')) throw error;
      await page.waitForLoadState();
      await rest();
    }
  };
  return {
    page,
    open: async (address) => {
      await page.goto(address);
    },
    tap: (id) => tapAt(find(id)),
    tapWord: (text) => tapAt(page.getByText(text, { exact: true }).filter({ visible: true }).last()),
    type: async (id, text) => {
      await tapAt(find(id));
      await typeInto(find(id), text);
    },
    pick: async (id, { name, type, bytes }) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tapAt(find(id))]);
      await chooser.setFiles({ name, mimeType: type, buffer: bytes });
    },
    download: async (id) => {
      const [file] = await Promise.all([page.waitForEvent('download'), tapAt(find(id))]);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
      return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
    },
    peek: async (id) => {
      const [tab] = await Promise.all([page.waitForEvent('popup'), tapAt(find(id))]);
      const words = await tab.locator('body').innerText();
      await tab.close();
      return words;
    },
    draw: (selector, strokes) => drawOn(page, selector, strokes),
    sees: (text) => page.getByText(text).filter({ visible: true }).last().waitFor(),
    rest,
    read: async (selector) => (await page.locator(`${selector}:visible`).last().innerText()).trim(),
    look: async (name) => {
      await rest();
      drawn.push(...(await drawingFaults(page)).map((fault) => `${owner}, ${name}: ${fault}`));
      count.looks += 1;
      mkdirSync(shelf, { recursive: true });
      const file = `${owner}-${String(count.looks).padStart(2, '0')}-${name}.png`;
      await wholePicture(page, join(shelf, file));
    },
    faults: () => [
      ...drawn,
      ...requests.map((fault) => `${owner}: ${fault}`),
      ...pageFaults(page)
        .filter((fault) => !isRefusal.test(fault))
        .map((fault) => `${owner}: ${fault}`),
    ],
    taps: () => taps,
  };
};

/** A browser writes every answer that is a no to its console; the screen says it in words. */
const isRefusal = /^console: Failed to load resource: the server responded with a status of 4\d\d/;

const watchRequests = (page: Page): readonly string[] => {
  const faults: string[] = [];
  const nameOf = (request: Request) => `${request.method()} ${new URL(request.url()).pathname}`;
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${nameOf(response.request())} answered ${response.status()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // leaving a page ends what it was still asking for
    if (why !== 'net::ERR_ABORTED') faults.push(`${nameOf(request)} failed: ${why}`);
  });
  return faults;
};

/** In the page: until for a tenth of a second nothing was drawn anew and no movement that ends was under way. */
const untilStill = (limitMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    let movedAt = began;
    const watch = new MutationObserver(() => (movedAt = performance.now()));
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const look = () => {
      const isMoving = (one: Animation) =>
        one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity;
      if (document.getAnimations().some(isMoving)) movedAt = performance.now();
      const now = performance.now();
      if (now - began > limitMs) return void reject(new Error('the screen does not come to rest'));
      if (now - movedAt < 100) return void requestAnimationFrame(look);
      watch.disconnect();
      resolve();
    };
    look();
  });

/** Taro scrolls inside the page, so the window grows to the whole of it for a moment. */
const wholePicture = async (page: Page, path: string): Promise<void> => {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const height = await page.evaluate(() =>
    Math.max(window.innerHeight, ...[...document.querySelectorAll('.taro_page')].map((part) => part.scrollHeight)),
  );
  if (height > size.height) await page.setViewportSize({ ...size, height });
  await page.screenshot({ path });
  if (height > size.height) await page.setViewportSize(size);
};

/** Playwright's touch screen only taps; the browser itself takes whole strokes. */
const drawOn = async (
  page: Page,
  selector: string,
  strokes: readonly (readonly (readonly [number, number])[])[],
): Promise<void> => {
  const place = page.locator(`${selector}:visible`).last();
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`${selector} is not drawn`);
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at ? [{ x: box.x + box.width * at[0], y: box.y + box.height * at[1] }] : [],
    });
  for (const [first, ...others] of strokes) {
    if (!first) continue;
    await touch('touchStart', first);
    for (const point of others) await touch('touchMove', point);
    await touch('touchEnd');
  }
  await finger.detach();
};
