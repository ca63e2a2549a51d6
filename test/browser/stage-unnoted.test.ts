import { invigilation, roomRecords } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import { entered, freezeRoster, stageStaff } from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { openBrowserWorld } from './browser-world';

const DAY = '2025-07-28';

it('says at the desk of a stage who has no record, by room, and leads to the room', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2025-07-10' });
  const staff = await stageStaff(world);
  await entered(world, staff, 4);
  const params = await entriesOf(staff.administrator);
  await world.moveTo('2025-07-26');
  await seatedStage(staff.administrator, params, DAY, 2, 2);
  await freezeRoster(staff.administrator, params.id);
  await world.moveTo(DAY, '12:00');
  const { api } = staff.administrator;
  const [hour] = (await api.ok(invigilation.getDutyPlan, { params })).hours;
  const roomId = hour?.rooms.find(({ roomName }) => roomName === '101')?.roomId ?? '';
  const body = { slot: hour?.slot ?? '', absentSeats: [2] };
  await api.ok(roomRecords.keyPaper, { params: { ...params, roomId }, body });

  const desk = await staffOn('没有签到结果', 'admin', `packages/stage/desk/index?id=${params.id}`);
  await desk.sees('名单4人，到没到场未登记4人');
  await desk.sees('2人没有签到结果');
  await desk.look('计入以前');
  await desk.tap('take-attendance');
  await desk.tapWord('计入');
  await desk.sees('考场签到已计入名单');
  await desk.sees('名单4人，到场1人，缺考1人，到没到场未登记2人');
  await desk.look('计入以后');
  await desk.tap(`unnoted-${DAY}-09:00-102`);
  await desk.sees('按纸质签到表登记');
  await desk.look('到考场补记');
  await desk.tap('desk-key-paper');
  await desk.tapWord('登记');
  await desk.sees('已登记 2 人');
  expect(desk.faults()).toEqual([]);
});
