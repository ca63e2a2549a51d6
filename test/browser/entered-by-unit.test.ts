import { expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { entrantLine } from '../support/packages';
import { firstAdministrator } from '../support/people';
import { UNIT, unitAtStage } from '../support/unit-at-stage';
import { openBrowserWorld } from './browser-world';
import { giveConsent } from './candidate';

it('leads whoever a unit entered to that entry, and leaves whom it did not mean the way to enter', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  await unitAtStage(world, await firstAdministrator(world), 1);
  const line = entrantLine(20);

  const person = await candidateOn('单位报的选手', line['手机号'] ?? '');
  await goTo(person, 'pages/mine/index');
  await person.sees('核对单位替我报的名');
  await person.look('单位报的待确认');
  expect(await person.page.getByText('还没有报名').filter({ visible: true }).count()).toBe(0);

  await goTo(person, `packages/contest/contest/index?id=${C25}`);
  await person.sees(`${UNIT}已经用您的手机号报了这项竞赛`);
  await person.look('单位报的竞赛');
  await person.tap('enter-anyway');
  await person.sees('参赛要求');
  await person.look('报的不是我');

  await goTo(person, `packages/contest/contest/index?id=${C25}`);
  await person.tap('claim-waiting');
  await person.type('claim-name', line['姓名'] ?? '');
  await person.type('claim-document-number', line['证件号码'] ?? '');
  await person.tap('claim-row');
  await giveConsent(person);
  await person.sees('已认领');
  await person.look('认领的参赛报名');
  await goTo(person, `packages/contest/contest/index?id=${C25}`);
  await person.sees('查看我的报名');
  expect(person.faults()).toEqual([]);
});
