import { chromium, type Page } from 'playwright-core';
import { answerInAnotherOrder } from './another-order';
import { chromiumBinary } from './chromium-binary';
import { patience } from './patience';

/** A running Chromium: each page is a person of its own (no shared cookies or storage). */
export type TestBrowser = {
  /** `offline`: with the service worker, which else stays away: the requests of its pages would pass by the test. */
  phone: (options?: { offline?: boolean }) => Promise<Page>;
  desk: () => Promise<Page>;
  /** What every open page shows, for whoever has to find out why a test failed: address, what went wrong, words. */
  shown: () => Promise<string>;
  close: () => Promise<void>;
};

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const inBeijing = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

/** Starts Chromium without a window. Every page counts what went wrong in it: see `pageFaults`. */
export const startChromium = async (): Promise<TestBrowser> => {
  const { executable, env } = await chromiumBinary();
  const browser = await chromium.launch({
    executablePath: executable,
    args: flags,
    env: { ...process.env, ...env },
    timeout: patience(60_000),
  });
  const open = async (options: Parameters<typeof browser.newContext>[0]): Promise<Page> => {
    const context = await browser.newContext({ ...inBeijing, ...options });
    context.setDefaultTimeout(patience(30_000));
    await answerInAnotherOrder(context);
    const page = await context.newPage();
    watch(page);
    return page;
  };
  return {
    phone: ({ offline = false } = {}) =>
      open({
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
        serviceWorkers: offline ? 'allow' : 'block',
      }),
    desk: () => open({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' }),
    shown: async () => {
      const pages = browser.contexts().flatMap((context) => context.pages());
      return (await Promise.all(pages.map(wordsOf))).join('\n\n');
    },
    close: () => browser.close(),
  };
};

const wordsOf = async (page: Page): Promise<string> => {
  const words = await page
    .locator('body')
    .innerText({ timeout: 2_000 })
    .catch(() => 'does not answer');
  return [page.url(), ...pageFaults(page), words.replace(/\s*\n\s*/g, ' ¶ ').slice(0, 1_500)].join('\n');
};

const faults = new WeakMap<Page, string[]>();

/** Uncaught errors and console errors of a page so far; a sound page has none. */
export const pageFaults = (page: Page): readonly string[] => faults.get(page) ?? [];

const watch = (page: Page): void => {
  const seen: string[] = [];
  faults.set(page, seen);
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
};
