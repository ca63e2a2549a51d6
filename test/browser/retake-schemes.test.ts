import { expect, it } from 'vitest';
import { failedInOctober } from '../support/failed-in-october';
import { candidateByPhone, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800007789';

it('sets what holds of retakes where the exam mode changes, and the planner and the application follow it, by tapping', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-09-10', time: '10:00' });
  const person = await candidateByPhone(world, mobile);
  const { administrator, october, first, publish } = await failedInOctober(world, person, { phone: mobile });
  await staffMember(world, administrator, 'kaowu1', ['exam-officer']);
  await world.moveTo('2026-10-22', '10:00');
  await publish(october);
  await world.moveTo('2026-11-16', '10:00');

  const officer = await staffOn('考务一', 'kaowu1', 'packages/staff/home/index');
  await officer.tap('go-retake-schemes-bspia');
  await officer.sees('没有变');
  await officer.look('补考方案列表');
  await officer.tap('scheme-of-installer-5');
  await officer.sees('还没有填完');
  await officer.type('scheme-from', '2026-12-01');
  await officer.page.getByText('不保留，要重新考', { exact: true }).first().click();
  await officer.page.getByText('保留，不用再考', { exact: true }).last().click();
  await officer.type('scheme-fee-theory', '50.555');
  await officer.sees('最多两位小数');
  await officer.type('scheme-fee-theory', '50');
  await officer.sees('理论知识：原来的理论知识成绩不再保留，都要考');
  await officer.look('设定补考方案');
  await officer.tap('set-scheme');
  await officer.sees('设定补考方案第 1 版？');
  await officer.tapWord('设定');
  await officer.sees(/^第 1 版$/);
  await officer.look('设定好的补考方案');

  const candidate = await candidateOn('补考考生', mobile);
  await goTo(candidate, `packages/exam/retake/index?id=${first}`);
  await candidate.sees('考试模式有变');
  await candidate.sees('还要考 理论知识、操作技能');
  await candidate.look('考试模式变了的补考安排');
  await candidate.tap('begin-retake');
  await candidate.sees('补考理论知识');
  expect([candidate, officer].flatMap((phone) => phone.faults())).toEqual([]);
});
