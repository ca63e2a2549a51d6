import { describe, expect, it } from 'vitest';
import { PASSWORDS, oneMore, waitMsAfter } from './wrong-tries.policy';

const { most, withinMs } = PASSWORDS;
const now = 5_000_000;
const endsAt = now + withinMs;

describe('wrong tries', () => {
  it('are taken up to the last one, then not until their time is over', () => {
    expect(waitMsAfter(null, PASSWORDS, now)).toBe(0);
    expect(waitMsAfter({ count: most - 1, endsAt }, PASSWORDS, now)).toBe(0);
    expect(waitMsAfter({ count: most, endsAt }, PASSWORDS, now)).toBe(withinMs);
    expect(waitMsAfter({ count: most + 1, endsAt }, PASSWORDS, endsAt - 1)).toBe(1);
    expect(waitMsAfter({ count: most, endsAt }, PASSWORDS, endsAt)).toBe(0);
  });

  it('count from the first one on, and anew when its time is over', () => {
    expect(oneMore(null, PASSWORDS, now)).toEqual({ count: 1, endsAt });
    expect(oneMore({ count: 1, endsAt }, PASSWORDS, endsAt - 1)).toEqual({ count: 2, endsAt });
    expect(oneMore({ count: most, endsAt }, PASSWORDS, endsAt)).toEqual({ count: 1, endsAt: endsAt + withinMs });
  });
});
