import { contestEntries, staffEntries } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { confirmAll, keyAll, note } from '../support/stage';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

it('takes a stage from its roster to published ranks on screen, and shows them to the entrant, to everybody and in the hall', async () => {
  const { world, browser, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const administrator = await firstAdministrator(world);
  const second = await staffMember(world, administrator, 'hedui', ['score-officer']);
  const entrants = [];
  for (const [at, name] of ['王海燕', '欧阳建国', '李小龙', '赵敏', '周志强'].entries()) {
    const person = await candidateByPhone(world, `1390000010${at}`);
    const body = await entryBody(person, { name, order: 20 + at });
    const { id } = await person.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
    const { version } = await administrator.api.ok(staffEntries.getStaffEntry, { params: { id } });
    const accepted = { verdict: 'accepted' as const, version };
    await administrator.api.ok(staffEntries.decideEntry, { params: { id }, body: accepted });
    entrants.push(id);
  }
  const { id } = await entriesOf(administrator);
  const desk = await staffOn('比赛成绩', 'admin', `packages/contest/entries/index?id=${C25}`);
  await desk.tap('go-stage-desk');
  await desk.sees('现有选手5人');
  await desk.look('名单未定');
  await desk.tap('freeze-roster');
  await desk.sees('确定初赛名单？');
  await desk.tapWord('确定名单');
  await desk.sees('名单5人，到没到场未登记5人');
  await desk.tap('entrant-1');
  await desk.type('mark-theory', '94');
  await desk.type('mark-skill', '81');
  await desk.look('登记一名');
  await desk.tap('save-note');
  // the list behind it names that entrant, too
  await desk.page.locator('.sheet__title', { hasText: '欧阳建国' }).waitFor();
  // the others in one go; 2 and 3 are equal in both parts, 5 does not come
  await keyAll(administrator, id, { 2: ['90', '95'], 3: ['90', '95'], 4: ['60', '70'] });
  await note(administrator, id, { number: 5, standing: 'absent' });
  await goTo(desk, `packages/stage/desk/index?id=${id}`);
  await desk.sees('待第二人核对');
  await desk.look('待核对');
  await confirmAll(second, id);
  await goTo(desk, `packages/stage/preview/index?id=${id}`);
  await desk.sees('还有1组同分等评委组决定');
  await desk.look('预览');
  await desk.tap('tie-2');
  await desk.tap('order-3');
  await desk.tap('order-2');
  await desk.type('tie-jury', '赵一、钱二、孙三');
  await desk.type('tie-reason', '加试一题，3号用时较短');
  await desk.look('评委决定');
  await desk.tap('decide-tie');
  await desk.sees('已决定');
  await desk.tap('publish-stage');
  await desk.sees('公布初赛名次？');
  await desk.tapWord('公布');
  await desk.sees('已公布第1次');
  await desk.look('公布后');
  const wide = await atDesk(
    { world, browser },
    { owner: '比赛成绩-电脑', name: 'admin', page: `packages/stage/desk/index?id=${id}` },
  );
  await wide.sees('待核对');
  await wide.look('成绩表-电脑');
  await wide.open(`packages/stage/hall/index?id=${id}`);
  await wide.sees('初赛名次');
  await wide.look('现场大屏');
  const phone = await candidateOn('选手看名次', '13900000102');
  await goTo(phone, `packages/contest/entry/index?id=${entrants[2]}`);
  await phone.tap('go-my-stages');
  await phone.sees('第1名');
  await phone.sees('晋级');
  await phone.look('我的比赛');
  await phone.tap('all-preliminary');
  await phone.sees('初赛名次');
  await phone.look('全部名次');
  expect([...desk.faults(), ...phone.faults()]).toEqual([]);
});
