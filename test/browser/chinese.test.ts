import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestBrowser, startChromium } from '../support/chromium';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

it('the browser of these tests writes Chinese, not one empty box for every character', async () => {
  const page = await browser.phone();
  const drawn = new Set<string>();
  for (const character of '技考通') {
    await page.setContent(`<p style="font-size: 60px">${character}</p>`);
    drawn.add((await page.locator('p').screenshot()).toString('base64'));
  }
  expect(drawn.size).toBe(3);
});
