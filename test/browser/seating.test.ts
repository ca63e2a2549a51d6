import { expect, it } from 'vitest';
import { applications, seatNeeds, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { openExamination } from '../support/examination';
import { openBrowserWorld } from './browser-world';

it('an exam officer seats a session, sees the promise and who needs an accessible seat, and moves somebody by hand', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  await exam.setRooms(4, 4);
  for (const [order, name] of ['甲一', '乙二'].entries()) await exam.paid(`o-${order}`, { name, order: order + 1 });
  const three = await exam.paid('o-3', { name: '丙三', order: 3 });
  const told = { needed: true, note: '坐轮椅' };
  await three.person.api.ok(seatNeeds.setSeatNeed, { params: { id: three.id }, body: told });
  await three.person.api.ok(applications.getApplication, { params: { id: three.id } });

  const officer = await staffOn('排座考务员', 'kaowu', `packages/staff/seating/index?session=${exam.params.id}`);
  await officer.tap('seating-more');
  await officer.sees('承诺值');
  await officer.look('排座以前');
  await officer.tap('seat-everybody');
  await officer.tapWord('排座');
  await officer.sees('种子');
  await officer.sees('各场人数');
  await officer.sees('不是无障碍座位，点开换座');
  await officer.look('排好以后');
  const { name, bytes } = await officer.download('download-seating');
  expect(name).toBe('排座公开文件.json');
  expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ format: 'jikaotong-seating-1' });

  const rows = async () => (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: {} })).items;
  const [sitting] = (await rows()).filter((row) => row.name === '丙三');
  if (!sitting) throw new Error('丙三 has no seat');
  await officer.tap(`need-${sitting.id}`);
  await officer.sees('换到哪场、哪间考场');
  const free = await exam.officer.api.ok(sittings.listFreeSeats, {
    params: { ...exam.params, sittingId: sitting.id },
  });
  const room = free.rooms.at(-1);
  const seat = String(room?.free.at(-1));
  const pick = (id: string, option: string) =>
    officer.page.locator(`select[id="${id}"], [id="${id}"] select`).selectOption(option);
  await pick('move-room', `${room?.day} ${room?.startsAt} ${room?.roomId}`);
  await pick('move-seat', seat);
  await officer.tap('move-phrase-0');
  await officer.look('换座位');
  await officer.tap('send-seat-move');
  await officer.page.locator('#send-seat-move').waitFor({ state: 'detached' });
  const moved = (await rows()).find(({ id }) => id === sitting.id);
  expect(moved).toMatchObject({ room: `${room?.siteName} ${room?.roomName}`, seat: Number(seat) });
  expect(officer.faults()).toEqual([]);
  // a picture of the same at a laptop, whose table is judged where lists are
  await officer.page.setViewportSize({ width: 1280, height: 800 });
  await officer.look('笔记本上的排座');
  // folded, the table stands above the fold
  await officer.tap('seating-more');
  const top = (await officer.page.locator('#desk-table').boundingBox())?.y ?? Infinity;
  await officer.look('笔记本上的排座-收起');
  expect(top).toBeLessThan(600);
});
