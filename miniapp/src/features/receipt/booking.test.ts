import { localDate } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { bookingOf } from './booking';

const payBy = localDate('2026-12-04');

it('says what money does by the day it was received', () => {
  expect(bookingOf({ state: 'open', payBy }, payBy)).toBe('settles');
  expect(bookingOf({ state: 'lapsed', payBy }, payBy)).toBe('reinstates');
  expect(bookingOf({ state: 'lapsed', payBy }, localDate('2026-12-05'))).toBe('late');
  expect(bookingOf({ state: 'open', payBy }, localDate('2026-12-05'))).toBe('late');
  expect(bookingOf({ state: 'open', payBy: null }, localDate('2026-12-05'))).toBe('settles');
});
