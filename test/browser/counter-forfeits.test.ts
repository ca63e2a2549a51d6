import { expect, it } from 'vitest';
import { colleagueOf, firstOfShqbxh, openS25August, shqbxh } from '../support/counter';
import { passFromBefore, walkInFor } from '../support/pass-from-before';
import { openBrowserWorld } from './browser-world';

const wang = { name: '王建国', order: 41, phone: '13700004141' };

it('a clerk is told of the pass that a walk-in keeps, and takes the application with a signed letter only', async () => {
  const { world, staffOn, goTo } = await openBrowserWorld({ day: '2025-06-20', time: '10:00' });
  const administrator = await firstOfShqbxh(world);
  const sessionId = await openS25August(administrator);
  const colleague = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);
  await passFromBefore(world, administrator, wang);
  const { application } = await walkInFor(colleague, sessionId, wang);

  const clerk = await staffOn('放弃成绩', 'chuangkou');
  await goTo(clerk, 'pages/me/index');
  await clerk.tap('large-type');
  await goTo(clerk, `packages/staff/counter-desk/index?id=${application.id}`);
  await clerk.tap('declared');
  await clerk.tap('confirm-counter');
  await clerk.sees('考生有保留的合格成绩');
  await clerk.sees('请先让考生签名，再勾选');
  await clerk.look('大字-有保留的成绩');
  const letter = await clerk.download('print-forfeit');
  expect(letter.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await clerk.tap('forfeit-paper');
  await clerk.sees('放弃成绩，确认受理');
  await clerk.look('大字-签好声明');
  await clerk.tap('forfeit-signed');
  await clerk.sees('窗口已受理');
  expect(clerk.faults()).toEqual([]);
});
