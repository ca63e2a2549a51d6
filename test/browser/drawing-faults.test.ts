import { expect, it, onTestFinished } from 'vitest';
import { startChromium } from '../support/chromium';
import { drawingFaults } from './drawing-faults';

// A judge that never says no would let every screen of the story pass.
it.each([
  ['a sound page', '<p>报名</p><button style="width: 200px; height: 48px">下一步</button>', []],
  ['a line over the edge', '<p style="width: 500px">报名时间</p>', [/500 points wide/, /over the edge/]],
  [
    'a line cut at the edge of the page',
    '<div class="taro_page" style="overflow-x: hidden"><p style="width: 500px">报名时间</p></div>',
    [/over the edge/],
  ],
  ['a word cut off', '<p style="width: 40px; overflow: hidden; white-space: nowrap">安全防范</p>', [/cut off/]],
  ['a button too small', '<button style="width: 60px; height: 20px">缴费</button>', [/too small for a finger/]],
  [
    'a cut hint',
    '<input style="width: 60px; height: 44px" placeholder="单位全称，与合同一致">',
    [/单位全称.*is cut off/],
  ],
  ['a code for a word', '<p>in-review</p><p>undefined</p>', [/“in-review”/, /“undefined”/]],
  [
    'a picture beside its frame',
    `<div style="width: 50px; overflow: hidden"><img class="taro-img__mode-aspectfit" alt=""
      style="position: relative; left: 60px; width: 40px; height: 40px"></div>`,
    [/out of its frame/],
  ],
])('sees %s', async (_, html, faults) => {
  const browser = await startChromium();
  onTestFinished(() => browser.close());
  const page = await browser.phone();
  await page.setContent(`<meta name="viewport" content="width=device-width"><body style="margin: 0">${html}`);
  const found = await drawingFaults(page);
  expect(found).toEqual(faults.map((fault) => expect.stringMatching(fault)));
});
