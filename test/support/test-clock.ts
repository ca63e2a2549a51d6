import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { Clock } from '@jikaotong/bff/platform/clock';

/** Two clocks in a test's hand: business time stands still until moved, the wall runs and can be set forward. */
export type TestClock = Clock & {
  /** Lets so much wall time pass at once, for tokens, codes and limits. */
  passWall: (ms: number) => void;
  /** Gives the way back to this moment, for a database that is put back as well. */
  remember: () => () => void;
};

/** The instant of a Beijing day and time, in ms. */
export const instantOf = (day: string, time = '09:00'): number => instantAt(localDate(day), timeOfDay(time));

export const createTestClock = (startMs: number): TestClock => {
  let business = startMs;
  let ahead = 0;
  return {
    demonstration: true,
    businessNow: () => business,
    wallNow: () => Date.now() + ahead,
    advanceTo: (ms) => {
      business = Math.max(business, ms);
      return Promise.resolve();
    },
    keep: () => Promise.resolve(),
    passWall: (ms) => {
      ahead += ms;
    },
    remember: () => {
      const [then, wasAhead] = [business, ahead];
      return () => {
        business = then;
        ahead = wasAhead;
      };
    },
  };
};
