import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invigilation, sittings } from '@jikaotong/shared/contract';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { inSeatOrder } from '../support/in-seat-order';
import { type World, openWorld } from '../support/world';
import { phoneOf } from './phone-of';

const SLOT = '2026-12-12 09:00';

describe('the day of a helper, in the built package', () => {
  let world: World;
  let exam: Examination;
  let guests: Candidate[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    guests = [];
    for (const order of [1, 2, 3])
      guests.push(await exam.paid(`o-${order}`, { order, name: `考生${'甲乙丙'[order - 1]}` }));
    await exam.setRooms(2, 1);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    guests = await inSeatOrder(exam, guests);
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-12', '08:30');
  });
  afterAll(() => world.stop());

  const nameAt = (position: number): string => guests[position]?.who.name ?? '';
  const ticketOf = async (position: number): Promise<string> => {
    const guest = guests[position];
    if (!guest) throw new Error('nobody there');
    return (await exam.ticketOf(guest)).qr;
  };
  const counts = async () => {
    const query = { slot: SLOT };
    const { rooms } = await exam.officer.api.ok(invigilation.getDoorCounts, { params: exam.params, query });
    return rooms.map(({ roomName, present, waiting }) => [roomName, present, waiting]);
  };

  it('joins by the link, checks in without a network, loses nothing when the app is closed, and sends it later', async () => {
    const { hours } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
    const room = hours[0]?.rooms.find(({ roomName }) => roomName === '101');
    const { linkPath } = await exam.officer.api.ok(invigilation.assignDuty, {
      params: exam.params,
      body: { slot: SLOT, roomIds: [room?.roomId ?? ''], who: { name: '李师傅', phone: '13812345678' } },
    });
    const phone = await phoneOf(world, { openid: 'o-helper', phone: '13812345678' });
    await phone.open((linkPath ?? '').replace('/#', ''));
    await phone.see('请先登录');
    await phone.tap('登录');
    await phone.tap('微信一键登录');
    await phone.see('还没有绑定手机号');
    await phone.tap('还没有绑定手机号');
    await phone.tap('使用微信绑定的手机号');
    await phone.see('138****5678');
    await phone.tap('接受安排');
    await phone.see('可以打开');
    await phone.tap('12月12日');
    await phone.see('没有下载');
    await phone.tap('下载名单');
    await phone.see(`2 号　${nameAt(1)}`);
    expect(phone.text()).not.toContain(nameAt(2));
    await phone.tap('考前检查');
    await phone.see('都在手机上');
    phone.person.scans = () => 'JIKAOTONG-SAMPLE';
    await phone.tap('试扫样码');
    await phone.see('✓ 能读');
    const [first, third] = [await ticketOf(0), await ticketOf(2)];

    phone.setOnline(false);
    phone.person.scans = () => first;
    await phone.tap('扫准考证');
    await phone.see('可以入场');
    await phone.tap(`入场：1 号 ${nameAt(0)}`);
    await phone.see('1 / 2');
    await phone.tap('扫准考证');
    await phone.see('已经入场 08:30');
    phone.person.scans = () => third;
    await phone.tap('扫准考证');
    await phone.see('坐在 102');
    phone.person.scans = () => `${first.slice(0, -8)}AAAAAAAA`;
    await phone.tap('扫准考证');
    await phone.see('不是我们签的');
    await phone.tap(`2 号　${nameAt(1)}`);
    await phone.see('没带手机，核对照片后入场');
    await phone.tap('没带手机，核对照片后入场');
    await phone.see('已入场');
    expect(await counts()).toEqual([
      ['101', 0, 0],
      ['102', 0, 0],
    ]);
    expect(phone.verdict()).toEqual([]);

    // closed and opened again, still without a network: what was noted is on the phone
    const again = await phone.reopen();
    const [duty] = (await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params })).duties;
    await again.open(`/packages/duty/door/index?duty=${duty?.id}`);
    await again.see('2 / 2');
    await again.see('条记录保存在手机上');
    again.setOnline(true);
    await again.back();
    await again.open(`/packages/duty/door/index?duty=${duty?.id}`);
    await expect.poll(counts, { timeout: 30_000 }).toEqual([
      ['101', 2, 0],
      ['102', 0, 0],
    ]);
    await again.settle();
    expect(again.text()).not.toContain('保存在手机上');
    expect(again.verdict()).toEqual([]);
  });
});
