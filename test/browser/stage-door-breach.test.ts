import { attendance, contestEntries, invigilation, staffEntries, stageRankings } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { seatedStage } from '../support/stage-day';
import { openBrowserWorld } from './browser-world';
import { freezeRoster } from '../support/stage';

const DAY = '2025-07-28';
const SLOT = `${DAY} 09:00`;
const PHONE = '13900000101';

it('leads an officer from what a door of a stage saw to one step, and lets the entrant object to the record', async () => {
  const { world, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const administrator = await firstAdministrator(world);
  const watcher = await staffMember(world, administrator, 'jiankao', ['invigilator']);
  const person = await candidateByPhone(world, PHONE);
  const entering = { params: { id: C25 }, body: await entryBody(person, { name: '王海燕', order: 20 }) };
  const { id: entryId } = await person.api.ok(contestEntries.enterContest, entering);
  const { version } = await administrator.api.ok(staffEntries.getStaffEntry, { params: { id: entryId } });
  const accepted = { verdict: 'accepted' as const, version };
  await administrator.api.ok(staffEntries.decideEntry, { params: { id: entryId }, body: accepted });
  const params = await entriesOf(administrator);
  await world.moveTo('2025-07-26');
  await seatedStage(administrator, params, DAY, 3);
  await freezeRoster(administrator, params.id);
  await world.moveTo(DAY, '08:40');
  const plan = await administrator.api.ok(invigilation.getDutyPlan, { params });
  const roomId = plan.hours[0]?.rooms[0]?.roomId ?? '';
  const given = { slot: SLOT, roomIds: [roomId], who: { accountId: watcher.accountId } };
  const { dutyId } = await administrator.api.ok(invigilation.assignDuty, { params, body: given });
  const { guests } = await watcher.api.ok(invigilation.getDutyList, { params: { id: dutyId } });
  const sittingId = guests[0]?.sittingId ?? '';
  const atMs = Date.now();
  const acts = [
    { nonce: 'nonce-0001', atMs, kind: 'check-in' as const, sittingId, way: 'name' as const },
    { nonce: 'nonce-0002', atMs, kind: 'impostor' as const, roomId, sittingId, words: '照片不是本人', picture: null },
  ];
  const sent = { sentAtMs: atMs, waiting: 0, acts };
  await watcher.api.ok(invigilation.sendDoorActs, { params: { id: dutyId }, body: sent });

  const items = await person.api.ok(stageRankings.listMyStages, { params: { id: entryId } });
  const placeId = items.items[0]?.ticket?.id ?? '';
  const phone = await candidateOn('选手', PHONE);
  await goTo(phone, `packages/exam/ticket/index?id=${placeId}`);
  await phone.sees('已签到');
  await phone.tap('attendance-theory');
  await phone.look('选手说签到不对');
  await phone.type('objection-words', '我当天没有来');
  await phone.tap('send-objection');
  await phone.sees('您说不对，考务员正在核实');
  const own = await person.api.ok(attendance.getAttendance, { params: { id: placeId } });
  expect(own.items[0]).toMatchObject({ objected: true });

  const counts = `packages/duty/counts/index?session=${params.id}&slot=${encodeURIComponent(SLOT)}`;
  const officer = await staffOn('考务员', 'admin', counts);
  const { incidents } = await administrator.api.ok(invigilation.getDoorCounts, { params, query: { slot: SLOT } });
  await officer.tap(`incident-${incidents[0]?.id ?? ''}`);
  await officer.sees('登记取消资格');
  await officer.look('比赛的违规记录');
  await officer.tap('disqualify-entrant');
  await officer.page.locator('#disqualify-entrant').waitFor({ state: 'detached' });
  await goTo(officer, counts);
  await officer.tap(`incident-${incidents[0]?.id ?? ''}`);
  await officer.sees('由另一人在成绩页核对后算数');
  await officer.look('已登记取消资格');
  expect([...officer.faults(), ...phone.faults()]).toEqual([]);
});
