import { invigilation, registrations, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { expect, it } from 'vitest';
import { cameraPicture } from '../builders/photos';
import { nameOf } from '../support/contest-story';
import { C24, C24_DAY, claimListed, listedStage } from '../support/listed-stage';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const MOBILE = '13800001001';

it('says to an entrant of the government’s list and at the door that there is no photo, until the entrant adds one', async () => {
  const { world, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2024-05-06' });
  const office = await firstAdministrator(world);
  const person = await candidateByPhone(world, MOBILE);
  const begun = { params: { id: C24, step: 1 }, body: { way: 'individual' as const, done: true } };
  await person.api.ok(registrations.tickStep, begun);
  const params = await listedStage(world, office, 4, { 1: MOBILE });
  const { listed } = await claimListed(person, 1);
  await office.api.ok(sittings.issueTickets, { params });
  const watcher = await staffMember(world, office, 'jiankao', ['invigilator']);
  const [hour] = (await office.api.ok(invigilation.getDutyPlan, { params })).hours;
  const { dutyId } = await office.api.ok(invigilation.assignDuty, {
    params,
    body: {
      slot: hour?.slot ?? '',
      roomIds: hour?.rooms.map(({ roomId }) => roomId) ?? [],
      who: { accountId: watcher.accountId },
    },
  });

  const entrant = await candidateOn('官网名单的选手', MOBILE);
  await goTo(entrant, `packages/stage/mine/index?id=${listed?.entryId ?? ''}`);
  await entrant.tap('ticket-preliminary');
  await entrant.sees('没有照片，入场时核对身份证件原件');
  await entrant.look('没有照片的参赛证');
  await goTo(entrant, `packages/contest/guide/index?id=${C24}`);
  await entrant.tap('listed-photo');
  await entrant.look('添加照片');
  await entrant.pick('choose-photo', { name: 'own.jpg', type: 'image/jpeg', bytes: await cameraPicture() });
  await entrant.sees('照片已保存');
  await goTo(entrant, `packages/stage/mine/index?id=${listed?.entryId ?? ''}`);
  await entrant.tap('ticket-preliminary');
  await entrant.page.locator('.ticket__photo img:visible').waitFor();
  await entrant.look('有照片的参赛证');
  expect(entrant.faults()).toEqual([]);

  await world.moveTo(C24_DAY, '08:40');
  const door = await staffOn('没有照片的门', 'jiankao');
  await goTo(door, `packages/duty/door/index?duty=${dutyId}`);
  await door.tap('fetch-list');
  const seats = (await office.api.ok(seatList.rows, { params, query: { limit: '200' } })).items;
  const seat = seats.find(({ name }) => name === nameOf(2))?.seat ?? 0;
  await door.sees(`${seat} 号　${nameOf(2)}`);
  await door.tap(`guest-${seat}`);
  await door.sees('没有证件照片，请核对身份证件原件');
  await door.look('门口没有照片的选手');
  expect(door.faults()).toEqual([]);
});
