import { contestEntries, contests, staffEntries } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { RJEA, TWO_GROUPS, twoGroupContest } from '../builders/two-group-contest';
import { entryBody } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';
import { tickAssumptions } from './staff';

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
  await desk.tap('go-notices');
  await desk.sees('还没有通知');
  await desk.tap('import-notice');
  await desk.pick('notice-file', file('yaml', yaml));
  await desk.pick('raw-file', file('txt', rawText));
  await desk.tap('import-go');
  await desk.sees('这是新通知');
  await desk.look('草稿');
  await desk.tap('go-assumptions');
  await desk.sees('新的推定');
  await tickAssumptions(desk);
  await desk.tap('assumptions-done');
  await desk.tap('publish-notice');
  await desk.tap('publish-notice-yes');
  await desk.sees('已经发布');
  const contest = await world.stranger.ok(contests.getContest, { params: { id: TWO_GROUPS } });
  expect(contest).toMatchObject({ state: 'open', noticeId: TWO_GROUPS });
  await desk.open(`${world.origin}/#/packages/contest/contest/index?id=${TWO_GROUPS}`);
  await desk.sees(/学生组/);
  await desk.look('通知页');
  // somebody of neither group enters: staff say of which before the roster is frozen
  const entrant = await candidateByPhone(world, '13900000101');
  const body = { ...(await entryBody(entrant, { name: '王海燕' })), group: 'other', groupNote: '在职研究生' };
  const { id } = await entrant.api.ok(contestEntries.enterContest, { params: { id: TWO_GROUPS }, body });
  const { version } = await administrator.api.ok(staffEntries.getStaffEntry, { params: { id } });
  const accepted = { verdict: 'accepted' as const, version };
  await administrator.api.ok(staffEntries.decideEntry, { params: { id }, body: accepted });
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
  expect(desk.faults()).toEqual([]);
});
