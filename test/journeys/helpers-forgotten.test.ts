import { expect, it, onTestFinished } from 'vitest';
import { dutyLink, invigilation, sittings } from '@jikaotong/shared/contract';
import { openExamination } from '../support/examination';
import { bspia, candidateByPhone } from '../support/people';
import { openWorld } from '../support/world';

const SLOT = '2026-12-12 09:00';

it('says when, where and for whom before a helper takes the duty, to whoever holds a link that is still good', async () => {
  const world = await openWorld({ day: '2026-11-23' });
  onTestFinished(() => world.stop());
  const exam = await openExamination(world);
  await exam.paid('o-1', { name: '甲一' });
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const { hours } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  const hour = hours.find(({ slot }) => slot === SLOT);
  const body = {
    slot: SLOT,
    roomIds: hour?.rooms.map(({ roomId }) => roomId) ?? [],
    who: { name: '李师傅', phone: '13812345678' },
  };
  const lost = await exam.officer.api.ok(invigilation.assignDuty, { params: exam.params, body });
  const renewed = await exam.officer.api.ok(invigilation.renewDutyLink, { params: { id: lost.dutyId } });
  const tokenOf = (path: string | null) => new URLSearchParams((path ?? '').split('?')[1]).get('token') ?? '';
  const read = (path: string | null) =>
    world.stranger.call(dutyLink.getDutyInvitation, { params: { token: tokenOf(path) } });
  expect((await read(renewed.linkPath)).data).toEqual({
    bodyName: bspia.name,
    sessionName: expect.stringContaining('批次'),
    day: '2026-12-12',
    startsAt: '09:00',
    endsAt: '10:30',
    sites: [{ siteName: '亦庄考点', address: expect.stringMatching(/./), roomNames: [hour?.rooms[0]?.roomName] }],
    phoneMasked: '138****5678',
  });
  expect((await read(lost.linkPath)).code).toBe('invitation-invalid');
  const helper = await candidateByPhone(world, '13812345678');
  await helper.api.ok(dutyLink.joinDuty, { params: { token: tokenOf(renewed.linkPath) } });
  expect((await read(renewed.linkPath)).code).toBe('invitation-invalid');
});

it('forgets the numbers of helpers thirty days after the exam, and the name of who never opened the link', async () => {
  const world = await openWorld({ day: '2026-11-23' });
  onTestFinished(() => world.stop());
  const exam = await openExamination(world);
  await exam.paid('o-1', { name: '甲一' });
  await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  const { hours } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  const roomIds = hours.find(({ slot }) => slot === SLOT)?.rooms.map(({ roomId }) => roomId) ?? [];
  const assign = (name: string, phone: string) =>
    exam.officer.api.ok(invigilation.assignDuty, {
      params: exam.params,
      body: { slot: SLOT, roomIds, who: { name, phone } },
    });
  const { linkPath } = await assign('来了的', '13812340001');
  await assign('没来的', '13812340002');
  const came = await candidateByPhone(world, '13812340001');
  const token = new URLSearchParams((linkPath ?? '').split('?')[1]).get('token') ?? '';
  await came.api.ok(dutyLink.joinDuty, { params: { token } });
  const kept = () =>
    world.db.read((h) =>
      h.query<Record<string, unknown>>(
        'SELECT name, phone IS NOT NULL AS phone, phone_index IS NOT NULL AS found, link_hash IS NOT NULL AS link FROM duty ORDER BY id',
      ),
    );
  const read = async () =>
    (await kept()).map(({ name, phone, found, link }) => [name, Number(phone), Number(found), Number(link)]);

  await world.moveTo('2027-01-11', '23:00');
  expect(await read()).toEqual([
    ['来了的', 1, 1, 0],
    ['没来的', 1, 1, 1],
  ]);
  await world.moveTo('2027-01-12', '23:00');
  const [first, second] = await read();
  expect(first).toEqual(['来了的', 0, 0, 0]);
  expect(second?.slice(1)).toEqual([0, 0, 0]);
  expect(second?.[0]).not.toBe('没来的');
  const { duties } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  expect(duties.map(({ phoneMasked }) => phoneMasked)).toEqual([null, null]);
});
