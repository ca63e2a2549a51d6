import { expect, it } from 'vitest';
import { invigilation, results, roomRecords, sittings } from '@jikaotong/shared/contract';
import { pageFaults } from '../support/chromium';
import { DoorDevice } from '../support/door-device';
import { openExamination } from '../support/examination';
import { inSeatOrder } from '../support/in-seat-order';
import { staffMember } from '../support/people';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

const SLOT = '2026-12-12 09:00';
const LATER = '2026-12-12 13:00';
const NAMES = ['王芳', '李静', '赵强', '孙丽'];
const OWNER = '到没到场';

it('shows a late scan beside a mark of 缺考 until both say the same, and whom only the marks call present', async () => {
  const opened = await openBrowserWorld({ day: '2026-11-23' });
  const { world } = opened;
  const exam = await openExamination(world);
  const paid = [];
  for (const [at, name] of NAMES.entries()) paid.push(await exam.paid(`o-${at}`, { order: at + 1, name }));
  await exam.setRooms(4);
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const guests = await inSeatOrder(exam, paid);
  const second = guests[1];
  if (!second) throw new Error('nobody sits there');
  const watcher = await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-12', '08:40');
  const { keys } = await world.stranger.ok(sittings.getVerificationKeys, {});
  const plan = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  const roomId = plan.hours[0]?.rooms[0]?.roomId ?? '';
  const { dutyId } = await exam.officer.api.ok(invigilation.assignDuty, {
    params: exam.params,
    body: { slot: SLOT, roomIds: [roomId], who: { accountId: watcher.accountId } },
  });
  const device = new DoorDevice({ person: watcher, dutyId, keys, clockOffMs: 0 });
  const seats = (await device.fetchList()).guests;
  device.note({ kind: 'check-in', sittingId: seats[1]?.sittingId ?? '', way: 'name' });
  await world.moveTo('2026-12-12', '10:40');
  await exam.officer.api.ok(roomRecords.keyPaper, {
    params: { ...exam.params, roomId },
    body: { slot: SLOT, absentSeats: [2] },
  });
  await world.moveTo('2026-12-13');
  device.pass((22 * 60 + 20 + 120) * 60_000);
  const marks: Record<string, Record<string, string>> = {};
  for (const [at, guest] of guests.entries())
    marks[await exam.numberOf(guest)] =
      at === 1 ? { 理论知识: '缺考', 操作技能: '缺考' } : { 理论知识: '80', 操作技能: '75' };
  await exam.takeFilled(marks);
  await device.syncAll();

  const marker = await atDesk(opened, {
    owner: OWNER,
    name: 'dengfen',
    page: `packages/staff/scores/index?session=${exam.params.id}`,
  });
  await marker.sees('1 人到没到场对不上');
  await marker.sees(/成绩录的是缺考；手机另传来/);
  await marker.look('成绩页');

  const officer = await opened.staffOn(
    OWNER,
    'kaowu',
    `packages/duty/counts/index?session=${exam.params.id}&slot=${encodeURIComponent(SLOT)}`,
  );
  await officer.sees('要您决定的 1 件');
  await officer.look('现场进度');
  await opened.goTo(officer, 'pages/me/index');
  await officer.tap('large-type');
  await opened.goTo(officer, 'packages/staff/home/index');
  await officer.sees('核实到没到场对不上的人（1 人）');
  await officer.look('大字-待办');
  await officer.tap('board-settle-attendance-');
  await officer.sees('1 人到没到场对不上');
  await officer.look('大字-对不上的人');
  await officer.tap('differing-');
  await officer.sees('要您决定的 1 件');
  await officer.look('大字-现场进度');
  await officer.tap('conflict-');
  await officer.sees(/来了，改为到场，再由成绩员更正成绩/);
  await officer.look('决定');
  await officer.tapWord('改为到场');
  await officer.type('decide-reason', '监考员证实');
  await officer.tap('decide-conflict');
  await officer.sees('1 人到没到场对不上');
  await officer.sees('考过的，由成绩员更正成绩；没有来的，由考务员改为缺考。');
  await officer.look('还要更正成绩');
  await officer.tap('differing-');
  await officer.look('改为缺考');

  await marker.page.reload();
  await marker.sees('考过的，由成绩员更正成绩；没有来的，由考务员改为缺考。');
  await marker.click('differing-');
  await marker.type('key-theory', '75');
  await marker.look('更正');
  await marker.click('save-marks');
  await marker.page.getByText('1 人到没到场对不上').waitFor({ state: 'detached' });

  const later = `packages/duty/counts/index?session=${exam.params.id}&slot=${encodeURIComponent(LATER)}`;
  await opened.goTo(officer, later);
  await officer.sees('按成绩推定到考');
  await officer.look('推定的考场');
  await officer.tap('room-101');
  await officer.sees('没有签到表，按成绩认定');
  await officer.look('推定的一场');
  const reviewer = await opened.staffOn(`${OWNER}-审核`, 'shenhe', `packages/review/review/index?id=${second.id}`);
  await reviewer.sees('推定缺考');
  await reviewer.look('考生到场');
  await opened.goTo(reviewer, `packages/review/review/index?id=${guests[0]?.id ?? ''}`);
  await reviewer.sees('推定到考');
  await reviewer.look('考生推定到考');
  await opened.goTo(officer, `packages/award/year/index`);
  await officer.sees('2026年度统计');
  await officer.look('年度统计');

  const desk = await atDesk(opened, { owner: `${OWNER}-电脑`, name: 'kaowu', page: later });
  await desk.sees('按成绩推定到考');
  await desk.look('推定的考场');
  await desk.open('packages/award/year/index');
  await desk.sees('2026年度统计');
  await desk.look('年度统计');

  for (const room of plan.hours.find(({ slot }) => slot === LATER)?.rooms ?? [])
    await exam.officer.api.ok(roomRecords.decideRoom, {
      params: { ...exam.params, roomId: room.roomId },
      body: { slot: LATER, kind: 'inferred', reason: '考场记录单有签名' },
    });
  await exam.checked();
  await exam.publisher.api.ok(results.publishResults, { params: exam.params, body: {} });
  const own = await opened.phoneFor(`${OWNER}-考生`);
  await own.open(`${world.origin}/#/pages/me/index`);
  const login = await world.owner.loginCode(`o-${paid.indexOf(second)}`);
  await own.page.evaluate(async (code) => {
    const body = JSON.stringify({ code, keep: 'cookie' });
    await fetch('/api/v1/sign-in/wechat', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    localStorage.setItem('jikaotong.was-signed-in', JSON.stringify({ data: true }));
  }, login);
  await opened.goTo(own, `packages/exam/ticket/index?id=${second.id}`);
  await own.sees('成绩已经发布，签到记录不再改；有异议，请申请成绩复核。');
  await own.look('准考证');
  await own.tap('attendance-review');
  await own.sees('申请成绩复核');
  await own.look('成绩');
  expect([
    ...officer.faults(),
    ...reviewer.faults(),
    ...own.faults(),
    ...pageFaults(marker.page),
    ...pageFaults(desk.page),
  ]).toEqual([]);
});
