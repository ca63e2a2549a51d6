import { timeOfDay } from '@jikaotong/shared/kernel';
import type { Sitting } from './sitting.record';

/** A seat with its hour and place, as staff see it. */
export const seatAt = ({ day, startsAt, siteName, roomName, seat }: Sitting) => {
  return { day, startsAt: timeOfDay(startsAt), siteName, roomName, seat };
};
