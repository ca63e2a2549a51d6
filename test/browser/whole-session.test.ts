import { expect, it } from 'vitest';
import { invigilation } from '@jikaotong/shared/contract';
import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { fillSession } from '../../scripts/demo-session/run';
import { httpClient } from '../../scripts/http-client';
import { proveCount } from '../../bff/src/prove-count.testing';
import { pageFaults } from '../support/chromium';
import { openExamination } from '../support/examination';
import { bspia, staffMember } from '../support/people';
import { printConduct } from '../support/printed-conduct';
import { qrIn } from '../support/qr-in';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';
import * as desks from './session-at-desk';
import * as doors from './session-doors';

/** So many hand in; whoever raises a question is sent back, the others are examined. */
const CANDIDATES = proveCount(14);
const SEATS = CANDIDATES > 60 ? 30 : 4;
const PAIRS = 3;
const PAGES = {
  reviews: 'packages/review/reviews/index',
  orders: 'packages/staff/orders/index',
  places: 'packages/planning/session-places/index',
  seating: 'packages/staff/seating/index',
  prints: 'packages/staff/prints/index',
  plan: 'packages/duty/plan/index',
};

it(`${CANDIDATES} candidates, and everybody who works for them does the whole job on screen, to the last room record`, async () => {
  const opened = await openBrowserWorld({ day: '2026-11-23' });
  const { world } = opened;
  await printConduct(world);
  const exam = await openExamination(world);
  const session = exam.params.id;
  await fillSession({
    origin: world.origin,
    sandbox: world.sandbox.url,
    count: CANDIDATES,
    until: 'submitted',
    reviewer: httpClient(world.origin, exam.reviewer.session.accessToken),
    finance: httpClient(world.origin, exam.finance.session.accessToken),
    session: exam.params,
    today: world.today(),
    say: () => undefined,
  });
  const desk = (owner: string, name: string, page: string) => atDesk(opened, { owner, name, page });

  const reviewer = await desk('整场-审核员', 'shenhe', `${PAGES.reviews}?session=${session}`);
  await desks.reviewAll(reviewer, world);
  const { by } = await exam.reviewer.api.ok(reviewList.counts, { params: exam.params, query: {} });
  const paid = by['state']?.['approved'] ?? 0;
  expect([paid > CANDIDATES * 0.8, by['state']?.['submitted'] ?? 0]).toEqual([true, 0]);

  const finance = await desk('整场-财务', 'caiwu', `${PAGES.orders}?body=${bspia.id}`);
  await desks.collectAll(finance, exam, paid);

  const rooms = Math.ceil(paid / SEATS);
  const officer = await desk('整场-考务员', 'kaowu', `${PAGES.places}?id=${session}`);
  await desks.planRooms(officer, rooms, SEATS);
  await officer.open(`${PAGES.seating}?session=${session}`);
  await officer.look('排座以前');
  await officer.click('seat-everybody');
  await officer.clickWord('排座');
  await officer.sees(`已排座 ${paid} 人`);
  await world.moveTo('2026-12-07');
  await officer.open(`${PAGES.seating}?session=${session}`);
  await officer.sees('准考证都已发放');
  await officer.look('准考证已发');
  const seats = await desks.seatsOf(exam);
  expect(seats).toHaveLength(paid * 2);
  await desks.exportSeats(officer, seats);
  await officer.open(`${PAGES.prints}?session=${session}`);
  await desks.printAll(officer, seats);

  const codes = await doors.ticketCodes(world, CANDIDATES);
  expect(codes.size).toBe(paid);
  const morning = seats.filter(({ hour }) => hour === seats[0]?.hour);
  const roomNames = [...new Set(morning.map(({ room }) => room))];
  expect(roomNames).toHaveLength(rooms);
  const roomsOf = (pair: number) => roomNames.filter((_, at) => at % PAIRS === pair);
  const seatIn = (room: string) => morning.filter((one) => one.room === room);

  await world.moveTo('2026-12-12', '08:20');
  await officer.open(`${PAGES.plan}?session=${session}`);
  await officer.sees(`${rooms} 个考场没有人`);
  const pairs: (readonly [doors.Watcher, doors.Watcher])[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const two: doors.Watcher[] = [];
    for (const half of ['a', 'b']) {
      const name = `jiankao${pair}${half}`;
      const isHelper = name === 'jiankao0a';
      if (!isHelper) await staffMember(world, exam.administrator, name, ['invigilator']);
      await officer.page.reload();
      await officer.page.locator('#assign-duty').waitFor();
      for (const room of roomsOf(pair)) await officer.click(`room-${room.split(' ')[1]}`);
      if (isHelper) {
        await officer.clickWord('请来帮忙的人');
        await officer.type('duty-name', '李师傅');
        await officer.type('duty-phone', '13812345678');
      } else await officer.pick('duty-staff', { label: name });
      await officer.click('assign-duty');
      await officer.sees(isHelper ? '把链接发给 李师傅' : '已安排');
      const phone = await opened.phoneFor(`整场-监考-${name}`);
      if (isHelper) {
        const link = await qrIn(await officer.page.locator('.qr:visible').last().screenshot());
        await opened.goTo(phone, (link ?? '').replace(/^.*#\//, ''));
        await phone.tapWord('登录');
        await opened.signInByCode(phone, '13812345678');
        await phone.tap('join-duty');
      } else {
        await opened.goTo(phone, 'packages/staff/home/index');
        await doors.enter(phone, name);
        await opened.goTo(phone, 'packages/duty/today/index');
      }
      two.push({ phone, name: isHelper ? '李师傅' : name });
    }
    const [a, b] = two;
    if (a && b) pairs.push([a, b]);
  }
  await officer.page.reload();
  await officer.sees('每个考场都有人');
  await officer.look('监考安排');
  // the afternoon as the morning: who needs a link of their own is left
  await officer.click('hour-2026-12-12 13:00');
  await officer.sees(`${rooms} 个考场没有人`);
  await officer.click('copy-duties');
  await officer.sees('照抄哪一场');
  await officer.look('照抄上一场');
  await officer.click('send-copy');
  await officer.sees('每个考场都有人');
  await officer.click('hour-2026-12-12 09:00');
  for (const watcher of pairs.flat()) await doors.makeReady(watcher);

  // the last room has no phone that works: its paper is keyed back; of each other room nobody comes to the last seat
  const paperRoom = roomsOf(PAIRS - 1).at(-1) ?? '';
  const comes = (room: string) => seatIn(room).slice(0, -1);
  const guestsOf = (pair: number) =>
    roomsOf(pair)
      .filter((room) => room !== paperRoom)
      .flatMap(comes)
      .map((seat) => ({ seat, code: codes.get(seat.ticketNumber ?? '') ?? '' }));
  await Promise.all(
    pairs.map(async ([a, b], pair) => {
      const guests = guestsOf(pair);
      const half = Math.ceil(guests.length / 2);
      if (pair === 0) {
        const [elsewhere] = guestsOf(1);
        await a.phone.page.context().setOffline(true);
        await doors.isRefused(a, elsewhere?.code ?? '', `坐在 ${elsewhere?.seat.room.split(' ')[1]}`);
        await doors.isRefused(a, (guests[0]?.code ?? '').replace(/.{6}$/, 'AAAAAA'), '不是我们签的');
      }
      await doors.letIn(a, guests.slice(0, half));
      if (pair === 0) await doors.keepsUntilOnline(a, half);
      await doors.letIn(b, guests.slice(half));
    }),
  );
  const [, second, third] = pairs;
  if (!second || !third) throw new Error('nobody watches');
  await doors.warnAndRecord(second[0], guestsOf(1)[0]?.seat.ticketNumber ?? '', second[1].name);
  for (const watcher of pairs.flat()) await doors.hasSentAll(watcher);

  // who has not come is absent once every phone has said after the grace time that it keeps nothing
  await world.moveTo('2026-12-12', '09:35');
  const slot = '2026-12-12 09:00';
  const lateOn = instantAt(localDate('2026-12-12'), timeOfDay('09:35'));
  // the phone of the paper room knows what time it is once it was heard
  const heardOf = async (name: string) =>
    (await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params })).duties.find(
      (duty) => duty.name === name && duty.slot === slot,
    )?.heardAt ?? 0;
  await expect.poll(() => heardOf(third[0].name), { timeout: 90_000 }).toBeGreaterThanOrEqual(lateOn);
  await doors.keyBack(third[0], paperRoom, [seatIn(paperRoom).at(-1)?.seat ?? 0]);
  await doors.hasSentAll(third[0]);
  await officer.click('go-counts');
  await officer.sees(`${morning.length - rooms} / ${morning.length}`);
  const door = () => exam.officer.api.ok(invigilation.getDoorCounts, { params: exam.params, query: { slot } });
  await expect
    .poll(async () => (await door()).rooms.reduce((sum, { absent }) => sum + absent, 0), { timeout: 90_000 })
    .toBe(rooms);
  await officer.look('现场进度');

  await world.moveTo('2026-12-12', '10:40');
  for (const [pair, [a, b]] of pairs.entries())
    for (const room of roomsOf(pair)) {
      await doors.countPapers(a, room, comes(room).length, seatIn(room).length);
      await doors.signAndClose(b, room);
    }
  await officer.page.reload();
  await officer.sees('已封场');
  await expect.poll(() => officer.page.getByText('已封场', { exact: true }).count(), { timeout: 60_000 }).toBe(rooms);
  await officer.look('都已封场');
  const { rooms: ended, conflicts } = await door();
  expect(conflicts).toEqual([]);
  expect(ended.map(({ present, absent, expected }) => [present + absent - expected, absent])).toEqual(
    ended.map(() => [0, 1]),
  );
  expect(ended.every(({ closedAt }) => closedAt !== null)).toBe(true);
  const isOffline = (fault: string) => fault.includes('ERR_INTERNET_DISCONNECTED');
  const faults = [
    ...[reviewer, finance, officer].flatMap(({ page }) => pageFaults(page)),
    ...pairs.flat().flatMap(({ phone }) => phone.faults()),
  ];
  expect(faults.filter((fault) => !isOffline(fault))).toEqual([]);
});
