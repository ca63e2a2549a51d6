import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { heatTimesOf } from '@jikaotong/shared/rules/draw';
import { expect, it } from 'vitest';
import { clashWords, planOf } from './heat-plan';

const day = localDate('2025-07-28');
const room = { subject: 'theory' as const, day, startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:30') };
const typed = (startsAt: string, gap = '5', stations = '20') => ({
  stations,
  minutes: '20',
  gap,
  hours: [{ day: '2025-07-28', startsAt, endsAt: '18:00' }],
});
const clash = (startsAt: string, live: number) => {
  const plan = planOf(typed(startsAt));
  const heats = plan ? heatTimesOf(plan).slice(0, Math.ceil(live / 20)) : [];
  return clashWords(heats, [room], { stations: 20, live });
};

it('names the heats that are held while their people sit in rooms, and how many people that are', () => {
  // of heats at 08:30, 08:55, 09:20, 09:45, 10:10 and 10:35 the first and the last are free
  expect(clash('08:30', 293)).toBe('选手7月28日09:00–10:30在考场考试，第2、3、4、5场（80人）也在这时上工位。');
  expect(clash('08:30', 47)).toBe('选手7月28日09:00–10:30在考场考试，第2、3场（27人）也在这时上工位。');
  expect(clash('10:30', 293)).toBeNull();
  expect(clash('10:29', 293)).not.toBeNull();
  expect(clash('08:30', 20)).toBeNull();
});

it('is no plan while a number or an hour is wrong', () => {
  expect(planOf(typed('09:00'))).not.toBeNull();
  expect(planOf(typed('09:00', '5', '-5'))).toBeNull();
  expect(planOf(typed('18:00'))).toBeNull();
});
