import { contestEntries, contests } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { RJEA, TWO_GROUPS, twoGroupContest } from '../builders/two-group-contest';
import { acceptEntry } from '../support/competition';
import { entryBody } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { confirmAll, keyAll, stageStaffOf, freezeRoster } from '../support/stage';
import { openBrowserWorld } from './browser-world';
import { importNotice } from './staff';

it('publishes a competition of another body with two groups through the screen', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2025-07-10' });
  const administrator = await firstAdministrator(world, 'rongjiang', RJEA);
  const { yaml, rawText } = twoGroupContest();
  const file = (ending: string, text: string) => ({
    name: `${TWO_GROUPS}.${ending}`,
    type: 'text/plain',
    bytes: Buffer.from(text),
  });
  const desk = await staffOn('两组比赛的工作人员', 'rongjiang');
  await importNotice(desk, { yaml: file('yaml', yaml), raw: file('txt', rawText) });
  const contest = await world.stranger.ok(contests.getContest, { params: { id: TWO_GROUPS } });
  expect(contest).toMatchObject({ state: 'open', noticeId: TWO_GROUPS });
  await desk.open(`${world.origin}/#/packages/contest/contest/index?id=${TWO_GROUPS}`);
  await desk.sees(/学生组/);
  await desk.look('通知页');
  // somebody of neither group enters: staff say of which before the roster is frozen
  const entrant = await candidateByPhone(world, '13900000101');
  const body = { ...(await entryBody(entrant, { name: '王海燕' })), group: 'other', groupNote: '在职研究生' };
  const { id } = await entrant.api.ok(contestEntries.enterContest, { params: { id: TWO_GROUPS }, body });
  const staff = await stageStaffOf(world, administrator, RJEA.id);
  await acceptEntry(staff, id);
  const first = await entriesOf(administrator, TWO_GROUPS);
  await desk.open(`${world.origin}/#/packages/stage/desk/index?id=${first.id}`);
  await desk.sees('1名选手还没有参赛组别');
  await desk.look('没有组别');
  await desk.tap('ungrouped-王海燕');
  await desk.sees('在职研究生');
  await desk.tapWord('学生组');
  await desk.look('定组别');
  await desk.tap('put-in-group');
  await desk.sees('确定参赛名单');
  await desk.open(`${world.origin}/#/packages/contest/entries/index?id=${TWO_GROUPS}`);
  await desk.sees('院校师生：在职研究生');
  await desk.look('定了组别');
  // two of each group are equal: each tie is known by its group
  for (const [at, group] of ['employee', 'employee', 'student'].entries()) {
    const person = await candidateByPhone(world, `1390000020${at}`);
    const told = await entryBody(person, { order: at + 2, name: `选手${'甲乙丙'.charAt(at)}` });
    const entered = await person.api.ok(contestEntries.enterContest, {
      params: { id: TWO_GROUPS },
      body: { ...told, group },
    });
    await acceptEntry(staff, entered.id);
  }
  await freezeRoster(administrator, first.id);
  const equal = ['80', '90'] as const;
  await keyAll(staff.marker, first.id, { 1: equal, 2: equal, 3: equal, 4: equal });
  await confirmAll(staff.second, first.id);
  await desk.open(`${world.origin}/#/packages/stage/preview/index?id=${first.id}`);
  await desk.sees(/^职工组第1至2名/);
  await desk.sees(/^学生组第1至2名/);
  await desk.look('两组的同分');
  await desk.tap('what-if');
  await desk.tap('suppose-kind-decided');
  await desk.tapWord('学生组第1至2名');
  await desk.look('试算学生组的同分');
  expect(await desk.page.locator('[id^="order-"]:visible').count()).toBe(2);
  expect(desk.faults()).toEqual([]);
});
