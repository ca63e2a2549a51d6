import { expect } from 'vitest';
import type { Phone } from './phone';

/** Taps the demonstration's clock on from event to event until it stands on this day, such as `12月7日`; gives the events. */
export const moveClockTo = async (phone: Phone, day: string): Promise<readonly string[]> => {
  const events: string[] = [];
  while (events.length < 40) {
    const now = await phone.read('.clock-bar__now');
    if (now.includes(`${day} `)) return events;
    events.push(await phone.read('.clock-bar__next'));
    await phone.tap('clock-advance');
    await expect.poll(() => phone.read('.clock-bar__now')).not.toBe(now);
  }
  throw new Error(`the clock did not come to ${day}: ${events.join(', ')}`);
};
