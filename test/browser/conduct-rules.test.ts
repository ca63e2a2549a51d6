import { expect, it } from 'vitest';
import { firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

it('one proposes whose rules of conduct the body takes over, and another agrees, by tapping', async () => {
  const { world, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-16', time: '10:00' });
  const administrator = await firstAdministrator(world);
  await staffMember(world, administrator, 'kaowu1', ['exam-officer']);
  await staffMember(world, administrator, 'kaowu2', ['exam-officer']);
  const first = await staffOn('提出人', 'kaowu1', 'packages/conduct/breaches/index?body=bspia');
  await first.tap('go-conduct-rules');
  await first.sees('还没有采用');
  await first.look('还没有违纪处理办法');
  await first.type('statement-days', '0');
  await first.sees('请填 1 到 90');
  await first.type('statement-days', '7');
  await first.tap('propose-conduct');
  await first.sees('要由另一位工作人员同意后才执行');
  await first.look('等另一人同意');
  const second = await staffOn('同意人', 'kaowu2', 'packages/conduct/rules/index?body=bspia');
  await second.sees('请核对后决定');
  await second.tap('agree-conduct');
  await second.sees('现行');
  await second.look('现行的违纪处理办法');
  await goTo(first, 'packages/conduct/rules/index?body=bspia');
  await first.sees('告知后 7 天');
  expect([first, second].flatMap((phone) => phone.faults())).toEqual([]);
});
