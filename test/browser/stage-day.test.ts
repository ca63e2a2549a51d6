import { contestEntries, sittings, staffEntries, stageRankings } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { announcePreliminary } from '../support/stage-day';
import { openBrowserWorld } from './browser-world';

const NAMES = ['王海燕', '欧阳建国', '李小龙', '赵敏'];

it('gives the entrants of a stage rooms, seats and tickets from its desk, and shows an entrant their own', async () => {
  const { world, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const administrator = await firstAdministrator(world);
  const entries: string[] = [];
  for (const [at, name] of NAMES.entries()) {
    const person = await candidateByPhone(world, `1390000010${at}`);
    const body = await entryBody(person, { name, order: 20 + at });
    const { id } = await person.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
    const { version } = await administrator.api.ok(staffEntries.getStaffEntry, { params: { id } });
    const accepted = { verdict: 'accepted' as const, version };
    await administrator.api.ok(staffEntries.decideEntry, { params: { id }, body: accepted });
    entries.push(id);
  }
  const params = await entriesOf(administrator);
  await world.moveTo('2025-07-26');
  await announcePreliminary(administrator, '2025-07-28');

  const desk = await staffOn('比赛考场', 'admin', `packages/stage/desk/index?id=${params.id}`);
  await desk.look('安排考场以前');
  await desk.tap('open-stage-day');
  await desk.sees('考点、考场和各科时间');
  await desk.tap('add-site');
  await desk.type('site-0-name', '亦庄考点');
  await desk.type('site-0-address', '科谷一街10号院');
  await desk.type('paper-monitor-operator-theory-from', '09:00');
  await desk.type('paper-monitor-operator-theory-to', '10:30');
  await desk.sees('4 人 / 30 座');
  await desk.look('比赛的考点考场');
  await desk.tap('save-places');
  // what says so is gone after a moment: the page that it leads to stays
  await desk.page.locator('#save-places').waitFor({ state: 'hidden' });

  await goTo(desk, `packages/stage/desk/index?id=${params.id}`);
  await desk.look('比赛的考场入口');
  await desk.tap('go-stage-seats');
  await desk.sees('参赛 4 人');
  await desk.tap('seat-everybody');
  await desk.sees('给 4 名选手排座');
  await desk.tapWord('排座');
  await desk.sees('已排座 4 人');
  await desk.tap('issue-tickets');
  await desk.tapWord('发放');
  await desk.sees('参赛证都已发放。');
  await desk.look('比赛的座次');
  await goTo(desk, `packages/staff/prints/index?session=${params.id}`);
  await desk.sees('签到表');
  await desk.look('比赛的打印材料');
  await goTo(desk, `packages/duty/plan/index?session=${params.id}`);
  await desk.sees('1 个考场没有人');
  await desk.look('比赛的监考安排');
  expect(desk.faults()).toEqual([]);

  const entrant = await candidateOn('有参赛证的选手', '13900000101');
  await goTo(entrant, `packages/stage/mine/index?id=${entries[1] ?? ''}`);
  await entrant.sees('名次还没有公布');
  await entrant.sees('入场时出示；考场、座位和出场时间在里面');
  await entrant.look('我的阶段-参赛证');
  await entrant.tap('ticket-preliminary');
  await entrant.sees('入场时出示，监考员扫码核验');
  await entrant.sees('欧阳建国');
  await entrant.sees('打开参赛证 PDF');
  await entrant.look('选手的参赛证');
  expect(entrant.faults()).toEqual([]);
  const other = await candidateByPhone(world, '13900000100');
  const [own] = (await other.api.ok(stageRankings.listMyStages, { params: { id: entries[0] ?? '' } })).items;
  const shown = await other.api.ok(sittings.getTicket, { params: { id: own?.ticket?.id ?? '' } });
  expect(shown).toMatchObject({ name: '王海燕', ofStage: true });
});
