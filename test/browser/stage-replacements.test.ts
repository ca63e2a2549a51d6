import { expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import { confirmAll, deskOf, entered, keyAll, note, publish, stageStaff, freezeRoster } from '../support/stage';
import { openBrowserWorld } from './browser-world';

it('tries out on screen what ranks would be, and lets the next in line go on in place of who left', async () => {
  const { world, staffOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const staff = await stageStaff(world);
  await entered(world, staff, 10);
  const { id } = await entriesOf(staff.administrator);
  await freezeRoster(staff.administrator, id);
  // 3 and 4 are equal in both parts, and the line of three runs between
  const marks = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [at + 1, ['80', String(95 - (at === 3 ? 2 : at))] as const]),
  );
  await keyAll(staff.marker, id, marks);
  await confirmAll(staff.second, id);
  const preview = `packages/stage/preview/index?id=${id}`;
  const desk = await staffOn('试算和递补', 'admin', preview);
  await desk.sees('还有1组同分等评委组决定');
  await desk.tap('what-if');
  await desk.type('suppose-number', '99');
  await desk.tap('suppose');
  await desk.sees('名单里没有这个参赛号');
  await desk.type('suppose-number', '1');
  await desk.tap('suppose');
  await desk.sees('会有变动的10人');
  await desk.look('试算-退赛');
  await desk.tap('suppose-kind-decided');
  await desk.tap('order-4');
  await desk.tap('order-3');
  await desk.tap('suppose');
  await desk.sees('评委决定：4号、3号');
  await desk.look('试算-评委决定');
  await desk.tap('supposed-0');
  await desk.sees('会有变动的2人');
  await desk.look('试算-去掉一条');
  // the jury decides, ranks are out, and one of the three steps back before the semi-final
  await goTo(desk, preview);
  await desk.tap('tie-3');
  await desk.tap('order-3');
  await desk.tap('order-4');
  await desk.type('tie-jury', '赵一、钱二、孙三');
  await desk.type('tie-reason', '加试一题，3号用时较短');
  await desk.tap('decide-tie');
  await desk.sees('已决定');
  await publish(staff.publisher, id);
  const semiFinal = (await deskOf(staff.marker, id)).stages[1]?.id ?? '';
  await freezeRoster(staff.administrator, semiFinal);
  await note(staff.marker, semiFinal, { number: 2, standing: 'withdrawn' });
  await goTo(desk, preview);
  await desk.sees('空出1个名额');
  await desk.look('空出名额');
  await desk.tap('replace-4');
  await desk.tap('admit-instead');
  await desk.sees('请写明原因');
  await desk.type('admit-reason', '2号退赛，组委会决定递补');
  await desk.look('递补');
  await desk.tap('admit-instead');
  await desk.page.locator('[id="admit-instead"]:visible').waitFor({ state: 'detached' });
  await desk.sees(/^7月10日 .*递补进入复赛，.*决定$/);
  await desk.sees('原因：2号退赛，组委会决定递补');
  await desk.look('已递补');
  expect(desk.faults()).toEqual([]);
});
