import { expect, it } from 'vitest';
import { bodies, invigilation, sessions, sittings } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { openExamination } from '../support/examination';
import { staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const paper = (offeringCode: string, subject: 'theory' | 'skill', from: string, to: string, siteName: string) => ({
  offeringCode,
  subject,
  day: localDate('2026-12-12'),
  startsAt: timeOfDay(from),
  endsAt: timeOfDay(to),
  siteName,
});
const site = (name: string, rooms: readonly string[]) => ({
  name,
  address: `${name}1号`,
  rooms: rooms.map((room) => ({ name: room, seats: 1 })),
});

it('an exam officer copies the duties of the hour before, reads who is gone and answers for a room that is not there', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  const papers = ['installer-5', 'security-manager-3'].flatMap((code) => [
    paper(code, 'theory', '09:00', '10:00', '东楼'),
    { ...paper(code, 'skill', '13:00', '14:00', '西楼'), overflowSiteName: '东楼' },
  ]);
  const sites = [site('东楼', ['101', '102']), site('西楼', ['201'])];
  await exam.officer.api.ok(sessions.setSessionPlaces, { params: exam.params, body: { sites, papers } });
  for (const order of [1, 2]) await exam.paid(`o-${order}`, { name: `考生${'甲乙'[order - 1]}`, order });
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const { hours } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  const morning = hours.find(({ startsAt }) => startsAt === '09:00');
  for (const [at, name] of ['wangjian', 'zhaojian'].entries()) {
    const { accountId } = await staffMember(world, exam.administrator, name, ['invigilator']);
    const roomIds = (morning?.rooms ?? []).map(({ roomId }) => roomId);
    const assign = { slot: morning?.slot ?? '', roomIds: at === 0 ? roomIds : roomIds.slice(0, 1), who: { accountId } };
    await exam.officer.api.ok(invigilation.assignDuty, { params: exam.params, body: assign });
    if (at === 1)
      await exam.administrator.api.ok(bodies.updateStaff, {
        params: { id: 'bspia', accountId },
        body: { disabled: true },
      });
  }
  const officer = await staffOn('监考考务员', 'kaowu', `packages/duty/plan/index?session=${exam.params.id}`);
  await officer.tap('hour-2026-12-12 13:00');
  await officer.tap('copy-duties');
  await officer.sees('已经不是监考员，不照抄');
  await officer.sees('还有 1 间考场要选改到哪间');
  await officer.page.locator('select[id="copy-room-0"], [id="copy-room-0"] select').selectOption({ label: '西楼 201' });
  await officer.sees('安排这 1 人');
  await officer.look('照抄上一场');
  await officer.tap('send-copy');
  await officer.sees('每个考场都有人');
  await officer.look('照抄以后');
  expect(officer.faults()).toEqual([]);
});
