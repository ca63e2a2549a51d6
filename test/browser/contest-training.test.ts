import { contestEntries } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { acceptEntry } from '../support/competition';
import { C25, entryBody } from '../support/contest-entry';
import { candidateByPhone } from '../support/people';
import { stageStaff } from '../support/stage';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

it('sets a training before a contest on screen, shows it to who wants it, and notes who came', async () => {
  const { world, browser, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const staff = await stageStaff(world);
  const entries: string[] = [];
  for (const [place, name] of ['王海燕', '欧阳建国'].entries()) {
    const person = await candidateByPhone(world, `1390000010${place}`);
    const body = { ...(await entryBody(person, { name, order: 20 + place })), training: place === 0 };
    const { id } = await person.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
    await acceptEntry(staff, id);
    entries.push(id);
  }
  const desk = await staffOn('赛前培训', 'admin', `packages/contest/entries/index?id=${C25}`);
  await desk.sees('1人要参加');
  await desk.tap('go-trainings');
  await desk.sees('还没有安排培训');
  await desk.look('没有安排');
  await desk.tap('new-training');
  await desk.tap('save-training');
  await desk.sees('请选择日期');
  await desk.sees('请填写地点');
  await desk.type('training-day', '2025-07-20');
  await desk.type('training-place', '丰台实训基地');
  await desk.type('training-ends', '16:30');
  await desk.type('training-note', '带身份证，中午管饭');
  await desk.look('安排');
  await desk.tap('save-training');
  await desk.sees(/要参加的1人：1人在技考通收到消息/);
  await desk.tapWord('确定安排');
  await desk.sees('要参加 1 人，已到 0 人，没到 0 人');
  await desk.look('已安排');

  const entrant = await candidateOn('要参加培训的选手', '13900000100');
  await goTo(entrant, `packages/contest/entry/index?id=${entries[0]}`);
  await entrant.sees(/7月20日 周日 09:00—16:30 丰台实训基地/);
  await entrant.look('自己的培训');
  const other = await candidateOn('没报培训的选手', '13900000101');
  await goTo(other, `packages/contest/entry/index?id=${entries[1]}`);
  await other.tap('wish-training');
  await other.sees('时间地点有变动会收到消息，前一天还会提醒');

  await desk.tap('training-2025-07-20');
  await desk.sees('培训当天起，在这里登记谁到了。');
  await desk.look('培训前的名单');
  await world.moveTo('2025-07-20', '08:30');
  await desk.page.reload();
  await desk.tap('trainee-王海燕');
  await desk.look('登记到场');
  await desk.tapWord('已到');
  await desk.sees('要参加 2 人，已到 1 人，没到 0 人');
  await desk.look('登记以后');
  const page = new URL(desk.page.url()).hash.slice(2);
  const wide = await atDesk({ world, browser }, { owner: '赛前培训-电脑', name: 'admin', page });
  await wide.sees('要参加 2 人，已到 1 人，没到 0 人');
  await wide.look('培训名单-电脑');
  await goTo(entrant, `packages/contest/entry/index?id=${entries[0]}`);
  await entrant.sees('已到');
  expect([...desk.faults(), ...entrant.faults(), ...other.faults()]).toEqual([]);
});
