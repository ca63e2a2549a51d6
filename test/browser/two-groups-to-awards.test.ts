import { contestEntries, publishing } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { RJEA, TWO_GROUPS, twoGroupContest } from '../builders/two-group-contest';
import { acceptEntry } from '../support/competition';
import { entryBody } from '../support/contest-entry';
import { awardBoardOf, awardedIn } from '../support/contest-story';
import { entriesOf } from '../support/listed-entries';
import { patience } from '../support/patience';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { deskOf, stageStaffOf } from '../support/stage';
import { openBrowserWorld } from './browser-world';

/** Two employees, then two students. */
const ENTRANTS = [
  ['选手甲', 'employee'],
  ['选手乙', 'employee'],
  ['选手丙', 'student'],
  ['选手丁', 'student'],
] as const;

it(
  'takes a competition of another body with two groups from its roster to awards on screen',
  async () => {
    const { world, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
    const administrator = await firstAdministrator(world, 'rongjiang', RJEA);
    const staff = await stageStaffOf(world, administrator, RJEA.id);
    const draft = await staff.publisher.api.ok(publishing.importNotice, { body: twoGroupContest() });
    const at = { params: { id: draft.id } };
    const paths = draft.assumptions.map(({ path }) => path);
    await staff.publisher.api.ok(publishing.confirmAssumption, { ...at, body: { paths, confirmed: true } });
    await staff.publisher.api.ok(publishing.publishNotice, at);
    const entries: string[] = [];
    for (const [order, [name, group]] of ENTRANTS.entries()) {
      const person = await candidateByPhone(world, `1390000030${order}`);
      const body = { ...(await entryBody(person, { name, order: order + 1 })), group };
      const { id } = await person.api.ok(contestEntries.enterContest, { params: { id: TWO_GROUPS }, body });
      await acceptEntry(staff, id);
      entries.push(id);
    }
    const first = await entriesOf(administrator, TWO_GROUPS);
    const desk = await staffOn('两组比赛到奖项', 'rongjiang');
    const second = await staffOn('两组比赛的核对人', 'hedui');

    /** A stage on screen: its roster, every mark, a second person who looks, the ranks of each group. */
    const heldOnScreen = async (id: string, stage: string, marks: readonly (readonly [string, string])[]) => {
      await goTo(desk, `packages/stage/desk/index?id=${id}`);
      await desk.sees(`现有选手${marks.length}人。名单确定后才能登记成绩。`);
      await desk.tap('freeze-roster');
      await desk.tapWord('确定名单');
      await desk.sees(new RegExp(`名单${marks.length}人，到没到场未登记${marks.length}人`));
      await desk.tap('entrant-1');
      for (const [place, [theory, skill]] of marks.entries()) {
        await desk.sees(new RegExp(`^${place + 1}号　`));
        await desk.type('mark-theory', theory);
        await desk.type('mark-skill', skill);
        await desk.tap('save-note');
      }
      await desk.sees(/成绩已齐/);
      await desk.look(`${stage}成绩`);
      await goTo(second, `packages/stage/desk/index?id=${id}`);
      for (const part of ['theory', 'skill']) {
        await second.tap(`confirm-${part}`);
        await second.type('confirm-how', '对照签字的评分表逐项核对');
        await second.tap('confirm-notes');
        await second.page.locator(`[id="confirm-${part}"]`).waitFor({ state: 'detached' });
      }
      await goTo(desk, `packages/stage/preview/index?id=${id}`);
      await desk.sees(/^职工组第1名/);
      await desk.sees(/^学生组第1名/);
      await desk.look(`${stage}名次预览`);
      await desk.tap('publish-stage');
      await desk.sees(`公布${stage}名次？`);
      await desk.tapWord('公布');
      await desk.sees(/已公布第1次/);
    };
    await heldOnScreen(first.id, '初赛', [
      ['90', '90'],
      ['80', '80'],
      // every student is behind every employee, and the best of them goes on all the same
      ['70', '70'],
      ['60', '60'],
    ]);
    const { stages } = await deskOf(administrator, first.id);
    for (const [id, name] of stages.slice(1).map((one) => [one.id, one.name] as const))
      await heldOnScreen(id, name, [
        ['90', '90'],
        ['80', '80'],
      ]);
    const winner = await candidateOn('学生组第一名', '13900000302');
    await goTo(winner, `packages/stage/mine/index?id=${entries[2]}`);
    await winner.sees('第1名');
    await winner.look('学生组的比赛');

    await goTo(desk, `packages/honour/desk/index?id=${TWO_GROUPS}`);
    await desk.sees('各组第一名奖杯');
    await desk.look('两组的奖项');
    await desk.tap('propose-awards');
    await desk.tapWord('提交');
    await desk.sees('等另一位工作人员确认');
    const { window } = (await awardBoardOf(administrator, TWO_GROUPS)).protests;
    if (window) await world.moveTo(addDays(window.until, 1));
    const locker = await staffOn('两组比赛的锁定人', 'fabu', `packages/honour/desk/index?id=${TWO_GROUPS}`);
    await locker.tap('lock-awards');
    await locker.tapWord('锁定');
    await locker.sees('已锁定');
    await locker.look('两组的奖项已锁定');
    expect(awardedIn(await awardBoardOf(administrator, TWO_GROUPS))).toMatchObject({
      cup: ['选手丙', '选手甲'].toSorted(),
      'prize-first': ['选手丙', '选手甲'].toSorted(),
    });
    await goTo(winner, `packages/honour/own/index?id=${entries[2]}`);
    await winner.sees('各组第一名奖杯');
    await winner.look('学生组的奖杯');
    expect([...desk.faults(), ...second.faults(), ...locker.faults(), ...winner.faults()]).toEqual([]);
  },
  patience(240_000),
);
