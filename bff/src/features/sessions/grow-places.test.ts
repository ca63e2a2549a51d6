import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { judgeGrowth } from './grow-places';

const [day, startsAt, endsAt] = [localDate('2026-12-12'), timeOfDay('09:00'), timeOfDay('10:30')];
const paper = { offeringCode: 'installer-5', subject: 'theory' as const, day, startsAt, endsAt, siteName: '亦庄' };
const address = '科谷一街10号院';
const now = {
  sites: [{ id: 's', name: '亦庄', address, rooms: [{ id: 'r', name: '101', seats: 3 }] }],
  papers: [{ ...paper, siteId: 's', address }],
};
const site = (...rooms: { name: string; seats: number }[]) => ({ name: '亦庄', address, rooms });
const room = (seats: number, name = '101') => ({ name, seats });
const judge = (sites: ReturnType<typeof site>[], papers = [paper]) =>
  judgeGrowth(now, { sites, papers }, { offerings: [] });

describe('places where somebody sits', () => {
  it('take more seats, rooms and sites, in any order', () => {
    expect(judge([site(room(3))])).toBeNull();
    expect(judge([site(room(4))])).toBeNull();
    expect(judge([{ ...site(room(9)), name: '海淀' }, site(room(9, '102'), room(3))])).toBeNull();
  });

  it('lose no seat, room or site, and stay at their address', () => {
    const refused = (place: string) => ({ refused: 'places-in-use', data: { place } });
    expect(judge([site(room(2))])).toEqual(refused('亦庄 101'));
    expect(judge([site(room(3, '102'))])).toEqual(refused('亦庄 101'));
    expect(judge([{ ...site(room(3)), name: '海淀' }])).toEqual(refused('亦庄'));
    expect(judge([{ ...site(room(3)), address: '别处' }])).toEqual(refused('亦庄'));
  });

  it('keep every paper as it is', () => {
    const places = [site(room(3))];
    const refused = { refused: 'places-in-use' };
    expect(judge(places, [])).toEqual(refused);
    expect(judge(places, [{ ...paper, startsAt: timeOfDay('09:01') }])).toEqual(refused);
    expect(judge(places, [{ ...paper, startsAt: timeOfDay('14:00') }])).toEqual(refused);
  });

  it('take further shifts beside those that are there', () => {
    expect(judge([site(room(3))], [paper, { ...paper, startsAt: timeOfDay('14:00') }])).toBeNull();
    expect(judge([site(room(3))], [{ ...paper, day: localDate('2026-12-13') }, paper])).toBeNull();
  });
});
