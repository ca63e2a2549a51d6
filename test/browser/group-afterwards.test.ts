import { expect, it } from 'vitest';
import { results, rosterRows } from '@jikaotong/shared/contract';
import { scoreList } from '@jikaotong/shared/lists';
import { colleagueOf } from '../support/counter';
import { student } from '../support/government-list';
import { issueCertificates } from '../support/issue-certificates';
import { examinationMarked, everythingChecked } from '../support/marking';
import { payAll, schoolIn, seatAll } from '../support/paid-school';
import { candidateByPhone } from '../support/people';
import { readAll } from '../support/read-all';
import { numberOf } from '../support/rosters';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

it('an agent hands out tickets, sees who passed, marks only while the member says so, and fetches the certificates', async () => {
  const opened = await openBrowserWorld({ day: '2025-06-17' });
  const { world, candidateOn, goTo } = opened;
  const school = await schoolIn(world, 3);
  const { administrator, sessionId, roster, unit } = school;
  await payAll(school);
  await seatAll(school);

  const agent = await candidateOn('考后经办', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees('准考证和结果');
  await agent.look('准考证和结果');
  expect((await agent.download('roster-ticket-files')).bytes.subarray(0, 2).toString()).toBe('PK');
  expect((await agent.download('roster-hand-out')).bytes.subarray(0, 5).toString()).toBe('%PDF-');

  const marker = await colleagueOf(world, administrator, 'shqbxh', 'dengfen', ['score-officer']);
  await world.moveTo('2025-08-18');
  const listed = await readAll(administrator.api, scoreList, sessionId);
  const marks = listed.map(({ ticketNumber, name }) => {
    const theory = name === student(2)['姓名'] ? 59 : 81;
    return [ticketNumber, { 理论知识: theory, 操作技能: 77 }] as const;
  });
  await examinationMarked(world, marker, sessionId, Object.fromEntries(marks));
  await everythingChecked(administrator, sessionId);
  const publisher = await colleagueOf(world, administrator, 'shqbxh', 'fabu', ['publisher']);
  await publisher.api.ok(results.publishResults, { params: { id: sessionId }, body: {} });
  await issueCertificates(administrator.api, sessionId);

  const phone = student(0)['手机号'] ?? '';
  const person = await candidateByPhone(world, phone);
  const claim = { name: student(0)['姓名'] ?? '', documentType: 'resident-id' as const, documentNumber: numberOf(0) };
  const { applicationId } = await person.api.ok(rosterRows.claimRosterRow, { body: claim });
  if (applicationId === null) throw new Error('the claim found no application');
  const member = await candidateOn('考后学员', phone);
  await goTo(member, `packages/unit/confirm/index?id=${applicationId}`);
  await member.sees('同意某保安学校看我的分数');
  await member.tap('share-marks');
  await member.sees('已开');
  await member.look('让单位看分数');

  await agent.tap('roster-results');
  await agent.sees('理论知识 81');
  expect(await agent.page.locator('[id^="result-"]:visible', { hasText: '理论知识' }).count()).toBe(1);
  await agent.look('本单位考试结果');
  expect((await agent.download('print-certificate-list')).bytes.subarray(0, 5).toString()).toBe('%PDF-');

  // the agent brings the list, signs, and takes the certificates along
  const page = `packages/staff/certificates/index?session=${sessionId}&unit=${unit.id}`;
  const clerk = await atDesk(opened, { owner: '单位领证', name: 'fabu', page });
  await clerk.sees('单位：某保安学校');
  await clerk.actOnAll('collect', async () => {
    await clerk.clickWord('单位统一领取');
    await clerk.type('collect-agent', '周经理');
    await clerk.look('按领证通知单登记');
  });
  await agent.page.reload();
  await agent.sees('2 / 2');
  expect(await agent.page.getByText('已领取').filter({ visible: true }).count()).toBe(2);
  await agent.look('单位都领了');
  expect([...agent.faults(), ...member.faults()]).toEqual([]);
});
